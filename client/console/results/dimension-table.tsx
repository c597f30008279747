import { scoreWords } from '../../../reports/numbers/signs.ts';
import type { OfficeResultsResponse } from '../../../server/results/results.wire.ts';
import type { ResultsDimension, ShownScore } from '../../../server/scores/scores.wire.ts';
import type { WaveResponse } from '../../../server/waves/waves.wire.ts';
import type { Agreement } from '../../../surveys/scoring/score.ts';
import { compareText } from '../../i18n/dates.ts';
import { language, say, t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { readSorting, type Sorting, sortRows, writeSorting } from '../../ui/sorting.ts';
import { SortHead, TablePanel } from '../../ui/table.tsx';
import { useLoad } from '../load.ts';
import { coefficient, points } from '../numbers.ts';
import { hrefWith, usePlace, useQuery } from '../router.ts';
import { DimensionBar } from './dimension-bar.tsx';
import { chosenDimension } from './office-dimensions.ts';
import { numberName } from './provenance/number-address.ts';
import { agreementWord } from './quality-words.ts';
import { cellText, intervalText, intervalWords, type ShownDimension } from './shown-score.ts';

interface Row {
  readonly dimension: ResultsDimension;
  readonly score: ShownDimension;
  readonly city: number | null;
  /** Set by the officer, points 0–100; null: none. */
  readonly target: number | null;
}

/** Every dimension of the office with bar, city mark, bounds, points and secured level; a row opens its explanation. */
export function DimensionTable({ results, score }: { results: OfficeResultsResponse; score: ShownScore }) {
  const [order, setOrder] = useQuery('felder', '');
  const [asked] = useQuery('zahl', '');
  const several = results.wave.mode === 'several';
  const chosen = asked === numberName(null) ? undefined : chosenDimension(results.dimensions, score, asked);
  const sorting = readSorting(order);
  const targets = useTargets(results.wave.id);
  const rows = sortedRows(rowsOf(results, score, targets), sorting);
  const targeted = rows.some(({ target }) => target !== null);
  return (
    <Panel title={t('office.dimensions')} size="small">
      <TablePanel label={t('office.dimensions')}>
        <table class="table dimensions">
          <caption class="visually-hidden">{t('office.dimensions')}</caption>
          <Head sorting={sorting} sort={(next) => setOrder(writeSorting(next))} several={several} />
          <tbody>
            {rows.map((row) => (
              <DimensionRow
                key={row.dimension.id}
                row={row}
                chosen={row.dimension.id === chosen?.id}
                results={results}
              />
            ))}
          </tbody>
        </table>
      </TablePanel>
      <p class="small bar-legend">
        {targeted ? `${t('office.legendTarget')} · ` : null}
        {t('office.legend')}
        {several ? ` · ${t('office.legendSeveral')}` : null}
      </p>
    </Panel>
  );
}

/** Targets of the wave, once they are here; the figures do not wait for them. */
function useTargets(waveId: string): WaveResponse['targets'] {
  const { loaded } = useLoad<WaveResponse>(`/api/waves/${waveId}`);
  return loaded.state === 'ready' ? loaded.value.targets : {};
}

function rowsOf(
  results: OfficeResultsResponse,
  score: ShownScore,
  targets: WaveResponse['targets'],
): readonly Row[] {
  return results.dimensions.flatMap((dimension) => {
    const own = score.dimensions[dimension.id];
    const city = results.cityScore.dimensions[dimension.id]?.score ?? null;
    const target = targets[dimension.id] ?? null;
    return own === undefined || own.status === 'notApplicable'
      ? []
      : [{ dimension, score: own, city, target }];
  });
}

/** A secured level is shown only beside a score. */
function shownSecured({ score, secured }: ShownDimension): number | null {
  return score === null ? null : secured;
}

function sortedRows(rows: readonly Row[], sorting: Sorting): readonly Row[] {
  if (sorting.column === '') return rows;
  const values = {
    feld: (row: Row) => say(row.dimension.title),
    punkte: (row: Row) => row.score.score,
    stadt: (row: Row) => row.city,
    gesichert: (row: Row) => shownSecured(row.score),
    einig: (row: Row) => row.score.agreement?.rwgj ?? null,
  };
  const chosen = Object.entries(values).find(([name]) => name === sorting.column)?.[1] ?? (() => null);
  return sortRows(rows, { valueOf: chosen, down: sorting.down, compareText });
}

interface HeadProps {
  readonly sorting: Sorting;
  readonly sort: (sorting: Sorting) => void;
  readonly several: boolean;
}

function Head({ several, ...props }: HeadProps) {
  return (
    <thead>
      <tr>
        <SortHead id="feld" title={t('word.dimension')} {...props} />
        <th scope="col" class="dimensions__scale">
          <span>0</span>
          <span>100</span>
        </th>
        <SortHead id="punkte" title={t('word.points')} class="table__end" {...props} />
        <SortHead id="stadt" title={t('word.city')} class="table__end" {...props} />
        <SortHead id="gesichert" title={t('office.secured')} class="table__center" {...props} />
        {several ? <SortHead id="einig" title={t('agreement.title')} {...props} /> : null}
      </tr>
    </thead>
  );
}

function DimensionRow({
  row,
  chosen,
  results,
}: {
  row: Row;
  chosen: boolean;
  results: OfficeResultsResponse;
}) {
  const place = usePlace();
  const { dimension, score, city, target } = row;
  const shown = { value: score.score, status: score.status };
  const level = shownSecured(score);
  const secured = level === null ? null : results.securedLevels[level];
  return (
    <tr class={chosen ? 'dimensions__chosen' : ''}>
      <th scope="row">
        <a
          href={hrefWith(place, { zahl: dimension.id, teile: null })}
          aria-current={chosen ? 'true' : undefined}
        >
          {say(dimension.title)}
        </a>
        <NarrowPoints score={score} />
      </th>
      <td>
        <DimensionBar score={score} city={city} target={target} />
      </td>
      <td class="table__end strong">
        <span aria-hidden="true">{cellText(score.score, score.status)}</span>
        <span class="visually-hidden">{scoreWords(shown, language())}</span>
        {score.interval === null ? null : (
          <span class="interval">
            <span aria-hidden="true">{`(${intervalText(score.interval)})`}</span>
            <span class="visually-hidden">{intervalWords(score.interval)}</span>
          </span>
        )}
      </td>
      <td class="table__end muted">{city === null ? '/' : points(city)}</td>
      <td class="table__center" title={secured === undefined || secured === null ? '' : say(secured)}>
        {level ?? '/'}
      </td>
      {results.wave.mode === 'several' ? (
        <td>
          <AgreementWords agreement={score.agreement} />
        </td>
      ) : null}
    </tr>
  );
}

/** On a phone the points stand under the name too, where nobody has to scroll for them; read aloud they are in their column. */
function NarrowPoints({ score: { score, status, interval } }: { score: ShownDimension }) {
  return (
    <span class="narrow-only" aria-hidden="true">
      <span class="strong">{cellText(score, status)}</span>
      {interval === null ? null : <span class="interval">{`(${intervalText(interval)})`}</span>}
    </span>
  );
}

/** How far the people of the office agree, in a word and as r_wg(j). */
function AgreementWords({ agreement }: { agreement: Agreement | null }) {
  const rwgj = agreement?.rwgj ?? null;
  if (rwgj === null) return <span class="muted">–</span>;
  return (
    <>
      {t(`agreement.${agreementWord(rwgj)}`)} <span class="muted nowrap">({coefficient(rwgj)})</span>
    </>
  );
}
