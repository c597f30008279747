import type { EscalationResponse, RemindersResponse } from '../../../server/reminders/reminders.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { send } from '../api.ts';
import { FormProblems, useWork } from '../form.tsx';
import { useLoad } from '../load.ts';
import { WhenLoaded } from '../page.tsx';

interface EscalationProps {
  readonly waveId: string;
  readonly reminders: RemindersResponse;
}

/** Who would hear of missing answers, with a button to stop it. */
export function ReminderEscalation({ waveId, reminders }: EscalationProps) {
  const path = `/api/waves/${waveId}/reminders/escalation`;
  const { loaded, reload, replace } = useLoad<EscalationResponse>(path);
  const work = useWork();
  const stop = (officeId: string | null, stopped: boolean) =>
    work.run(async () => replace(await send<EscalationResponse>('PUT', path, { office: officeId, stopped })));
  const isOff = reminders.leadDaysBefore === null && reminders.divisionDaysBefore === null;
  return (
    <Panel title={t('escalation.title')} id="eskalation">
      <FormProblems error={work.error} />
      <WhenLoaded loaded={loaded} reload={reload}>
        {(escalation) => (
          <>
            {escalation.stopped ? <Alert kind="warning" title={t('escalation.stopped')} /> : null}
            {isOff && !escalation.stopped ? <p>{t('escalation.off')}</p> : null}
            <Recipients escalation={escalation} />
            <MissingOffices escalation={escalation} stop={stop} />
            <Button kind="secondary" onClick={() => stop(null, !escalation.stopped)}>
              {t(escalation.stopped ? 'escalation.goOn' : 'escalation.stop')}
            </Button>
          </>
        )}
      </WhenLoaded>
    </Panel>
  );
}

function Recipients({ escalation }: { escalation: EscalationResponse }) {
  if (escalation.mails.length === 0) return <p>{t('escalation.noneWould')}</p>;
  return (
    <ul>
      {escalation.mails.map(({ kind, name, email, officeName, offices }) => (
        <li key={`${kind} ${email}`}>
          {t('escalation.would', {
            name: `${name}, ${email}`,
            office: officeName,
            offices: offices.map((office) => `${office.code} ${office.name}`).join(', '),
          })}
        </li>
      ))}
    </ul>
  );
}

interface MissingProps {
  readonly escalation: EscalationResponse;
  readonly stop: (officeId: string, stopped: boolean) => void;
}

function MissingOffices({ escalation, stop }: MissingProps) {
  if (escalation.missing.length === 0) return null;
  return (
    <details class="unfold">
      <summary>{t('escalation.missing')}</summary>
      <ul class="spared">
        {escalation.missing.map(({ officeId, code, name, spared }) => (
          <li key={officeId}>
            <span>{`${code} ${name}`}</span>
            <Button
              kind="tertiary"
              label={t(spared ? 'escalation.unspareLabel' : 'escalation.spareLabel', {
                office: `${code} ${name}`,
              })}
              onClick={() => stop(officeId, !spared)}
            >
              {t(spared ? 'escalation.unspare' : 'escalation.spare')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
