import type { ResultsOffice, ResultsResponse } from '../../../server/results/results.wire.ts';
import { compareText, fullMoment } from '../../i18n/dates.ts';
import { t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { percent } from '../numbers.ts';
import { useQuery } from '../router.ts';
import { type DivisionReturn, divisionReturns, type PeopleReturn, peopleReturn } from './people-return.ts';

/** The return rate as a bar, and by office as a table; where many people answer, by people and division too. */
export function ReturnView({ results }: { results: ResultsResponse }) {
  const several = results.wave.mode === 'several';
  const offices = results.offices.filter((office) => office.submittedAt !== null).length;
  const people = peopleReturn(results.offices);
  const [done, all] = several ? [people.submitted, people.invited] : [offices, results.offices.length];
  const words = several
    ? t('waves.peopleSubmitted', { submitted: done, people: all })
    : t('waves.submitted', { submitted: done, offices: all });
  return (
    <div class="stack">
      <Panel title={t('returnView.title', { percent: percent(all === 0 ? 0 : done / all) })}>
        <Bar size="thick" value={done} max={all} label={words} />
        <p class="small">{words}</p>
      </Panel>
      {several ? <DivisionTable results={results} /> : null}
      <OfficeTable results={results} several={several} />
    </div>
  );
}

function DivisionTable({ results }: { results: ResultsResponse }) {
  const [order, setOrder] = useQuery('dezernate', 'dezernat');
  const rows = divisionReturns(results);
  if (rows.length === 0) return null;
  return (
    <Table
      caption={t('returnView.byDivision')}
      columns={divisionColumns()}
      rows={rows}
      rowKey={(row) => row.division.officeId}
      sorting={readSorting(order)}
      sort={(sorting) => setOrder(writeSorting(sorting))}
      compareText={compareText}
    />
  );
}

function OfficeTable({ results, several }: { results: ResultsResponse; several: boolean }) {
  const [order, setOrder] = useQuery('sortiert', 'amt');
  const waveId = results.wave.id;
  return (
    <Table
      caption={t('returnView.byOffice')}
      columns={several ? severalColumns(waveId) : officialColumns(waveId)}
      rows={results.offices}
      rowKey={(office) => office.officeId}
      sorting={readSorting(order)}
      sort={(sorting) => setOrder(writeSorting(sorting))}
      compareText={compareText}
    />
  );
}

function officeColumn(waveId: string): Column<ResultsOffice> {
  return {
    id: 'amt',
    title: t('word.office'),
    cell: (office) =>
      office.score === null ? (
        `${office.code} ${office.name}`
      ) : (
        <a href={`/ergebnisse/${waveId}/amt/${office.officeId}`}>{`${office.code} ${office.name}`}</a>
      ),
    sortValue: (office) => office.code,
  };
}

function officialColumns(waveId: string): readonly Column<ResultsOffice>[] {
  return [
    officeColumn(waveId),
    {
      id: 'beantwortet',
      title: t('returnView.answered'),
      cell: (office) => <Answered office={office} />,
      sortValue: (office) => office.answered,
    },
    {
      id: 'abgesendet',
      title: t('returnView.submitted'),
      cell: (office) => (office.submittedAt === null ? '…' : fullMoment(office.submittedAt)),
      sortValue: (office) => office.submittedAt,
    },
  ];
}

function severalColumns(waveId: string): readonly Column<ResultsOffice>[] {
  return [officeColumn(waveId), ...peopleColumns((office: ResultsOffice) => peopleReturn([office]))];
}

function divisionColumns(): readonly Column<DivisionReturn>[] {
  return [
    {
      id: 'dezernat',
      title: t('word.division'),
      cell: ({ division }) => `${division.code} ${division.name}`,
      sortValue: ({ division }) => division.code,
    },
    ...peopleColumns((row: DivisionReturn) => row),
  ];
}

function peopleColumns<Row>(returnOf: (row: Row) => PeopleReturn): readonly Column<Row>[] {
  const shareOf = (row: Row) => returnOf(row).submitted / Math.max(returnOf(row).invited, 1);
  return [
    {
      id: 'eingeladen',
      title: t('returnView.people'),
      align: 'end',
      cell: (row) => returnOf(row).invited,
      sortValue: (row) => returnOf(row).invited,
    },
    {
      id: 'personen',
      title: t('returnView.peopleSubmitted'),
      align: 'end',
      cell: (row) => returnOf(row).submitted,
      sortValue: (row) => returnOf(row).submitted,
    },
    {
      id: 'anteil',
      title: t('word.return'),
      cell: (row) => <Share people={returnOf(row)} share={shareOf(row)} />,
      sortValue: shareOf,
    },
  ];
}

function Share({ people, share }: { people: PeopleReturn; share: number }) {
  const words = t('waves.peopleSubmitted', { submitted: people.submitted, people: people.invited });
  return (
    <div class="bar-cell">
      <Bar value={people.submitted} max={people.invited} label={words} />
      <span class="small">{percent(share)}</span>
    </div>
  );
}

function Answered({ office }: { office: ResultsOffice }) {
  if (office.submittedAt !== null) return <Tag tone="good">{t('progress.submitted')}</Tag>;
  if (office.answered === 0) return <span class="muted">{t('returnView.nothing')}</span>;
  const words = t('progress.started', { percent: percent(office.answered) });
  return (
    <div class="bar-cell">
      <Bar value={office.answered} max={1} label={words} />
      <span class="small">{words}</span>
    </div>
  );
}
