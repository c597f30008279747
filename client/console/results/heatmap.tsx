import { scoreWords } from '../../../reports/numbers/signs.ts';
import type { ResultsOffice, ResultsResponse } from '../../../server/results/results.wire.ts';
import type { ResultsDimension } from '../../../server/scores/scores.wire.ts';
import { levelOf } from '../../../surveys/scoring/2026.1/levels.ts';
import { language, say, t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import type { Sorting } from '../../ui/sorting.ts';
import { SortHead, TablePanel } from '../../ui/table.tsx';
import { points } from '../numbers.ts';
import { usePlace } from '../router.ts';
import type { HeatmapGroup } from './heatmap-rows.ts';
import { cityNumberHref, officeNumberHref } from './provenance/number-address.ts';
import { ScoreCell } from './score-cell.tsx';
import { cellText, intervalText, intervalWords } from './shown-score.ts';

interface HeatmapProps {
  readonly results: ResultsResponse;
  readonly groups: readonly HeatmapGroup[];
  readonly dimensions: readonly ResultsDimension[];
  readonly sorting: Sorting;
  readonly sort: (sorting: Sorting) => void;
}

export function Heatmap(props: HeatmapProps) {
  const { results, groups, dimensions } = props;
  return (
    <TablePanel label={t('heatmap.caption')}>
      <table class="heatmap">
        <caption class="visually-hidden">{t('heatmap.caption')}</caption>
        <HeatmapHead {...props} />
        {groups.map((group) => (
          <tbody key={group.division?.officeId ?? 'none'}>
            {group.division === null ? null : <DivisionRow group={group} dimensions={dimensions} />}
            {group.offices.map((office) => (
              <OfficeRow
                key={office.officeId}
                office={office}
                dimensions={dimensions}
                waveId={results.wave.id}
              />
            ))}
          </tbody>
        ))}
        <CityRow results={results} dimensions={dimensions} />
      </table>
    </TablePanel>
  );
}

function HeatmapHead({ dimensions, sorting, sort }: HeatmapProps) {
  return (
    <thead>
      <tr>
        <SortHead id="amt" title={t('word.office')} class="heatmap__name" sorting={sorting} sort={sort} />
        <SortHead id="index" title={t('word.index')} class="heatmap__index" sorting={sorting} sort={sort} />
        {dimensions.map((dimension) => (
          <SortHead
            key={dimension.id}
            id={dimension.id}
            title={say(dimension.shortTitle)}
            class="heatmap__dimension"
            sorting={sorting}
            sort={sort}
          />
        ))}
      </tr>
    </thead>
  );
}

function DivisionRow({
  group,
  dimensions,
}: {
  group: HeatmapGroup;
  dimensions: readonly ResultsDimension[];
}) {
  const { division } = group;
  const place = usePlace();
  if (division === null) return null;
  return (
    <tr class="heatmap__division">
      <th scope="rowgroup">{`${division.code} · ${division.name}`}</th>
      <td class="heatmap__index">
        {division.score.index === null ? null : (
          <a href={cityNumberHref(place, division.officeId, null)}>{points(division.score.index)}</a>
        )}
      </td>
      {dimensions.map((dimension) => {
        const score = division.score.dimensions[dimension.id]?.score ?? null;
        return (
          <td key={dimension.id}>
            {score === null ? (
              emptySign(group.offices, dimension.id)
            ) : (
              <a href={cityNumberHref(place, division.officeId, dimension.id)}>{points(score)}</a>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Why a division has no value: nobody answered yet, it would give a secret away, it applies nowhere, or too little was said. */
function emptySign(offices: readonly ResultsOffice[], dimension: string): string {
  const answered = offices.flatMap(({ score }) => score?.dimensions[dimension]?.status ?? []);
  if (answered.length === 0) return '…';
  if (answered.includes('suppressed')) return '·';
  return answered.every((status) => status === 'notApplicable') ? 'x' : '/';
}

interface OfficeRowProps {
  readonly office: ResultsOffice;
  readonly dimensions: readonly ResultsDimension[];
  readonly waveId: string;
}

function OfficeRow({ office, dimensions, waveId }: OfficeRowProps) {
  const href = `/ergebnisse/${waveId}/amt/${office.officeId}`;
  const { score } = office;
  const name = `${office.code} ${office.name}`;
  return (
    <tr>
      <th scope="row" class="heatmap__name">
        {score === null ? name : <a href={href}>{name}</a>}
      </th>
      <IndexCell office={office} waveId={waveId} />
      {score === null ? (
        <td class="heatmap__pending" colSpan={dimensions.length}>
          {t('heatmap.pending')}
        </td>
      ) : (
        dimensions.map((dimension) => (
          <ScoreCell
            key={dimension.id}
            score={score.dimensions[dimension.id]}
            href={officeNumberHref(waveId, office.officeId, dimension.id)}
          />
        ))
      )}
    </tr>
  );
}

function IndexCell({ office, waveId }: { office: ResultsOffice; waveId: string }) {
  const { score } = office;
  if (score === null) return <td class="heatmap__index">…</td>;
  const { index, status } = score;
  const href = officeNumberHref(waveId, office.officeId, null);
  if (index === null) {
    return (
      <td class="heatmap__index">
        <a href={href} aria-label={scoreWords({ value: null, status }, language())}>
          {cellText(index, status)}
        </a>
      </td>
    );
  }
  return (
    <td class="heatmap__index">
      <a href={href}>{cellText(index, status)}</a>
      <Bar
        value={index}
        max={100}
        label={t('heatmap.indexOf', { office: office.code, points: points(index) })}
      />
    </td>
  );
}

function CityRow({
  results,
  dimensions,
}: {
  results: ResultsResponse;
  dimensions: readonly ResultsDimension[];
}) {
  const { cityScore } = results;
  const place = usePlace();
  const { index, interval } = cityScore;
  return (
    <tfoot>
      <tr>
        <th scope="row" class="heatmap__name">
          {results.city}
        </th>
        <td class="heatmap__index">
          {index === null ? (
            emptyCity(results)
          ) : (
            <a href={cityNumberHref(place, null, null)}>{points(index)}</a>
          )}
          {interval === null ? null : (
            <span class="interval">
              <span aria-hidden="true">{`(${intervalText(interval)})`}</span>
              <span class="visually-hidden">{intervalWords(interval)}</span>
            </span>
          )}
        </td>
        {dimensions.map((dimension) => {
          const score = cityScore.dimensions[dimension.id]?.score ?? null;
          const level = levelOf(score, results.levels);
          return (
            <td key={dimension.id} class={level === null ? 'level' : `level level--${level}`}>
              {score === null ? (
                emptySign(results.offices, dimension.id)
              ) : (
                <a href={cityNumberHref(place, null, dimension.id)}>{points(score)}</a>
              )}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function emptyCity({ offices }: ResultsResponse): string {
  return offices.some(({ score }) => score?.status === 'suppressed') ? '·' : '/';
}
