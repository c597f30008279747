import type { ImportProblem, ImportResponse } from '../../../server/offices/offices.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { useQuery } from '../router.ts';

interface PreviewProps {
  readonly preview: ImportResponse;
  readonly name: string;
  readonly write: () => void;
  readonly busy: boolean;
}

/** What the file would do, before it does it. */
export function ImportPreview({ preview, name, write, busy }: PreviewProps) {
  if (preview.problems.length > 0) return <Problems problems={preview.problems} name={name} />;
  const { offices, contacts } = preview;
  const changes = offices.created.length + offices.changed.length + contacts.created + contacts.changed;
  return (
    <Panel title={t('preview.title', { name })}>
      <dl class="figures">
        <Figure label={t('preview.created')} value={offices.created.length} />
        <Figure label={t('preview.changed')} value={offices.changed.length} />
        <Figure label={t('preview.unchanged')} value={offices.unchanged} />
        <Figure label={t('preview.contactsCreated')} value={contacts.created} />
        <Figure label={t('preview.contactsChanged')} value={contacts.changed} />
        <Figure label={t('preview.notInFile')} value={preview.notInFile.length} />
      </dl>
      <CodeList title={t('preview.created')} codes={offices.created} />
      <CodeList title={t('preview.changed')} codes={offices.changed} />
      <CodeList title={t('preview.notInFileStay')} codes={preview.notInFile} />
      {changes === 0 ? (
        <Alert kind="info" title={t('preview.nothing')} />
      ) : (
        <Button onClick={write} busy={busy ? t('import.writing') : null}>
          {t('preview.action', {
            offices: t('count.offices', { count: offices.created.length + offices.changed.length }),
            people: t('count.people', { count: contacts.created + contacts.changed }),
          })}
        </Button>
      )}
    </Panel>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function CodeList({ title, codes }: { title: string; codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <details class="as-table">
      <summary>{`${title}: ${codes.length}`}</summary>
      <p>{codes.join(', ')}</p>
    </details>
  );
}

function Problems({ problems, name }: { problems: readonly ImportProblem[]; name: string }) {
  const [order, setOrder] = useQuery('sortiert', 'zeile');
  return (
    <Panel title={t('preview.problems', { count: problems.length, name })}>
      <p>{t('preview.problemsText')}</p>
      <Table
        caption={t('preview.problemsCaption')}
        columns={problemColumns()}
        rows={problems}
        rowKey={(problem) => `${problem.row} ${problem.column} ${problem.found} ${say(problem.detail)}`}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
    </Panel>
  );
}

function problemColumns(): readonly Column<ImportProblem>[] {
  return [
    {
      id: 'zeile',
      title: t('preview.row'),
      cell: (one) => one.row,
      sortValue: (one) => one.row,
    },
    {
      id: 'spalte',
      title: t('preview.column'),
      cell: (one) => <code class="nowrap">{one.column}</code>,
      sortValue: (one) => one.column,
    },
    {
      id: 'gefunden',
      title: t('preview.found'),
      cell: (one) =>
        one.found === '' ? <span class="muted">{t('preview.emptyCell')}</span> : <code>{one.found}</code>,
      sortValue: (one) => one.found,
    },
    {
      id: 'problem',
      title: t('preview.problem'),
      cell: (one) => say(one.detail),
      sortValue: (one) => say(one.detail),
    },
    {
      id: 'erlaubt',
      title: t('preview.allowed'),
      cell: (one) => one.allowed?.join(', ') ?? '–',
      sortValue: (one) => one.allowed?.join(', ') ?? null,
    },
  ];
}
