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

/** The return rate as a bar, and by office as a table. */
export function ReturnView({ results }: { results: ResultsResponse }) {
  const [order, setOrder] = useQuery('sortiert', 'amt');
  const { offices } = results;
  const submitted = offices.filter((office) => office.submittedAt !== null).length;
  const share = offices.length === 0 ? 0 : submitted / offices.length;
  const words = t('waves.submitted', { submitted, offices: offices.length });
  return (
    <div class="stack">
      <Panel title={t('returnView.title', { percent: percent(share) })}>
        <Bar size="thick" value={submitted} max={offices.length} label={words} />
        <p class="small">{words}</p>
      </Panel>
      <Table
        caption={t('returnView.byOffice')}
        columns={columns(results.wave.id)}
        rows={offices}
        rowKey={(office) => office.officeId}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
    </div>
  );
}

function columns(waveId: string): readonly Column<ResultsOffice>[] {
  return [
    {
      id: 'amt',
      title: t('word.office'),
      cell: (office) =>
        office.score === null ? (
          `${office.code} ${office.name}`
        ) : (
          <a href={`/ergebnisse/${waveId}/amt/${office.officeId}`}>{`${office.code} ${office.name}`}</a>
        ),
      sortValue: (office) => office.code,
    },
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
