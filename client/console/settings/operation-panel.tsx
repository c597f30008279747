import { formatCount } from '../../../reports/numbers/format-number.ts';
import type { HealthReport } from '../../../server/health/health.wire.ts';
import { language, t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useLoad } from '../load.ts';

type Finding = HealthReport['findings'][number];

/** Whether the installation is well: what is wrong first, then the figures. */
export function OperationPanel() {
  const { loaded } = useLoad<HealthReport>('/api/health/report');
  if (loaded.state !== 'ready') return null;
  const report = loaded.value;
  return (
    <Panel title={t('operation.title')} id="betrieb">
      <Findings of={report.findings} severity="problem" />
      <Findings of={report.findings} severity="warning" />
      {report.findings.length === 0 ? <Alert kind="success" title={t('operation.fine')} /> : null}
      <dl class="facts">
        {factsOf(report).map(([label, value, setting]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd>{setting === undefined ? null : <code>{setting}</code>}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Findings({ of, severity }: { of: readonly Finding[]; severity: Finding['severity'] }) {
  const found = of.filter((finding) => finding.severity === severity);
  if (found.length === 0) return null;
  return (
    <Alert kind={severity === 'problem' ? 'danger' : 'warning'} title={t(`operation.${severity}`)}>
      <ul>
        {found.map(({ id, detail }) => (
          <li key={id}>{detail[language()]}</li>
        ))}
      </ul>
    </Alert>
  );
}

type Fact = readonly [label: string, value: string, setting?: string];

function factsOf({ store, dataFolder, backups, mail }: HealthReport): readonly Fact[] {
  const last = backups?.last ?? null;
  const backup = last === null ? t('operation.noBackup') : `${moment(last.finishedAt)} · ${last.file}`;
  const rest: Fact[] = [
    ...(dataFolder.freeBytes === null ? [] : [[t('operation.free'), size(dataFolder.freeBytes)] as const]),
    [t('operation.backup'), backup, 'PEGEL_BACKUP_FOLDER'],
    [t('operation.mail'), formatCount(mail.owed, language())],
  ];
  if (store.state !== 'up') return rest;
  const documents = Object.values(store.documents).reduce((sum, count) => sum + count, 0);
  return [
    [t('operation.store'), `${t(`operation.store_${store.kind}`)} · ${store.place}`, 'MONGODB_URI'],
    [t('operation.size'), size(store.sizeBytes)],
    [t('operation.documents'), formatCount(documents, language())],
    [t('operation.schema'), String(store.schema.data ?? store.schema.program)],
    [t('operation.clock'), t('operation.clockOff', { ms: formatCount(store.clockAheadMs, language()) })],
    ...rest,
  ];
}

const size = (bytes: number) =>
  t('operation.megabytes', { count: formatCount(Math.ceil(bytes / 1_000_000), language()) });

const moment = (instant: string) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
