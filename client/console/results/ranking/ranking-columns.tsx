import type { RankingResponse } from '../../../../server/ranking/ranking.wire.ts';
import { t } from '../../../i18n/i18n.ts';
import type { Column } from '../../../ui/table.tsx';
import { points, whole } from '../../numbers.ts';
import { officeNumberHref } from '../provenance/number-address.ts';
import { RankBar } from './rank-bar.tsx';

type Row = RankingResponse['offices'][number];

/** A place as people say it; halves only where places are shared. */
export function placeText(place: number): string {
  const shown = Math.round(place * 10) / 10;
  return Number.isInteger(shown) ? whole(shown) : points(shown);
}

/** "3 bis 7" in whole places, the span rather a little too wide than too narrow; or the one place it always has. */
export function placesText({ p5, p95 }: Row['rank']): string {
  const [from, to] = [whole(Math.floor(p5)), whole(Math.ceil(p95))];
  return from === to ? from : t('ranking.fromTo', { from, to });
}

export function rankingColumns(waveId: string, offices: readonly Row[]): readonly Column<Row>[] {
  const byId = new Map(offices.map((office) => [office.officeId, office]));
  return [
    {
      id: 'amt',
      title: t('word.office'),
      cell: (row) => (
        <a class="office-link" href={officeNumberHref(waveId, row.officeId, null)}>
          {`${row.code} ${row.name}`}
        </a>
      ),
      sortValue: (row) => row.code,
    },
    {
      id: 'von',
      title: t('ranking.places'),
      cell: (row) => <span class="nowrap">{placesText(row.rank)}</span>,
      sortValue: (row) => row.rank.p5,
    },
    {
      id: 'spanne',
      title: t('ranking.interval'),
      cell: (row) => (
        <RankBar rank={row.rank} place={row.place} offices={offices.length} words={placesText(row.rank)} />
      ),
      sortValue: (row) => row.rank.p95 - row.rank.p5,
    },
    number('median', t('ranking.median'), (row) => row.rank.median, placeText),
    number('platz', t('ranking.place'), (row) => row.place, placeText),
    number('index', t('word.index'), (row) => row.index, points),
    {
      id: 'gleichauf',
      title: t('ranking.tied'),
      cell: (row) => <Tied row={row} byId={byId} />,
      sortValue: (row) => row.rank.tiedWith.length,
    },
  ];
}

function number(
  id: string,
  title: string,
  numberOf: (row: Row) => number,
  written: (value: number) => string,
): Column<Row> {
  return { id, title, align: 'end', cell: (row) => written(numberOf(row)), sortValue: numberOf };
}

const tiedShown = 2;

/** Offices whose order depends on the weights; a few by name, the others counted. */
function Tied({ row, byId }: { row: Row; byId: ReadonlyMap<string, Row> }) {
  const names = row.rank.tiedWith.map((id) => {
    const office = byId.get(id);
    return office === undefined ? id : `${office.code} ${office.name}`;
  });
  if (names.length === 0) return <span class="muted">{t('ranking.notTied')}</span>;
  const shown = names.slice(0, tiedShown).join(', ');
  if (names.length <= tiedShown) return <>{shown}</>;
  return (
    <details class="as-table">
      <summary>{t('count.offices', { count: names.length })}</summary>
      {names.join(', ')}
    </details>
  );
}
