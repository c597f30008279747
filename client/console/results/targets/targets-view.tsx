import type { ResultsResponse } from '../../../../server/results/results.wire.ts';
import type { WaveResponse } from '../../../../server/waves/waves.wire.ts';
import type { Priority } from '../../../../surveys/scoring/score.ts';
import { compareText } from '../../../i18n/dates.ts';
import { say, t } from '../../../i18n/i18n.ts';
import { readSorting, writeSorting } from '../../../ui/sorting.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useLoad } from '../../load.ts';
import { points } from '../../numbers.ts';
import { WhenLoaded } from '../../page.tsx';
import { type Place, usePlace, useQuery } from '../../router.ts';
import { cityNumberHref } from '../provenance/number-address.ts';
import { GapBar } from './gap-bar.tsx';
import { TargetsForm } from './targets-form.tsx';

/** A dimension against its target, with its place in the order of priorities. */
interface Row {
  readonly place: number;
  readonly priority: Priority;
  /** Points 0–100 on the questions of the target; without a target the city's score. */
  readonly actual: number | null;
  readonly title: string;
}

/** Where the city wants to be in every dimension, how far that is, and what comes first. */
export function TargetsView({ results, changed }: { results: ResultsResponse; changed: () => void }) {
  const wave = useLoad<WaveResponse>(`/api/waves/${results.wave.id}`);
  const saved = (value: WaveResponse) => {
    wave.replace(value);
    changed();
  };
  return (
    <div class="stack">
      <PriorityTable results={results} />
      <WhenLoaded loaded={wave.loaded} reload={wave.reload}>
        {(value) => <TargetsForm wave={value} results={results} saved={saved} reload={wave.reload} />}
      </WhenLoaded>
    </div>
  );
}

function rowsOf({ priorities, dimensions, cityScore }: ResultsResponse): readonly Row[] {
  return priorities.map((priority, index) => {
    const dimension = dimensions.find(({ id }) => id === priority.dimension);
    return {
      place: index + 1,
      priority,
      actual: priority.actual ?? cityScore.dimensions[priority.dimension]?.score ?? null,
      title: dimension === undefined ? priority.dimension : say(dimension.title),
    };
  });
}

function hasTarget(rows: readonly Row[]): boolean {
  return rows.some(({ priority }) => priority.gap !== null);
}

/** What the table proves, in one sentence. */
function findingOf(rows: readonly Row[]): string {
  const first = rows[0];
  if (first === undefined || !hasTarget(rows)) return t('targets.none');
  const { gap } = first.priority;
  if (gap === null || gap === 0) return t('targets.reached');
  return t('targets.first', { dimension: first.title, gap: points(gap) });
}

function PriorityTable({ results }: { results: ResultsResponse }) {
  const [order, setOrder] = useQuery('sortiert', 'platz');
  const place = usePlace();
  const rows = rowsOf(results);
  return (
    <div>
      <h2 class="section-title">{findingOf(rows)}</h2>
      <p class="text">{t(hasTarget(rows) ? 'targets.meaning' : 'targets.how')}</p>
      <Table
        caption={t('view.ziele')}
        columns={columns(place)}
        rows={rows}
        rowKey={(row) => row.priority.dimension}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
      <p class="small bar-legend">
        {t('targets.legend')} <a href="/methode?abschnitt=12">{t('explain.section', { section: '12' })}</a>
      </p>
    </div>
  );
}

function columns(place: Place): readonly Column<Row>[] {
  return [
    {
      id: 'feld',
      title: t('word.dimension'),
      cell: (row) => <a href={cityNumberHref(place, null, row.priority.dimension)}>{row.title}</a>,
      sortValue: (row) => row.title,
    },
    {
      id: 'platz',
      title: t('targets.place'),
      align: 'end',
      cell: (row) => (row.priority.priority === null ? '–' : row.place),
      sortValue: (row) => (row.priority.priority === null ? null : row.place),
    },
    {
      id: 'bild',
      title: t('targets.picture'),
      cell: (row) => <GapBar actual={row.actual} target={row.priority.target} />,
    },
    number('ist', t('targets.actual'), (row) => row.actual),
    number('ziel', t('targets.target'), (row) => row.priority.target),
    {
      id: 'quelle',
      title: t('targets.source'),
      cell: (row) => <Source priority={row.priority} />,
      sortValue: (row) => row.priority.source,
    },
    number('luecke', t('targets.gap'), (row) => row.priority.gap),
    number('prioritaet', t('targets.priority'), (row) => row.priority.priority),
  ];
}

function number(id: string, title: string, numberOf: (row: Row) => number | null): Column<Row> {
  return {
    id,
    title,
    align: 'end',
    cell: (row) => {
      const value = numberOf(row);
      return value === null ? '–' : points(value);
    },
    sortValue: numberOf,
  };
}

function Source({ priority: { source } }: { priority: Priority }) {
  if (source === null) return <span class="muted">{t('targets.noSource')}</span>;
  return <Tag tone={source === 'officer' ? 'info' : 'plain'}>{t(`targets.from_${source}`)}</Tag>;
}
