import type {
  ResultsDimension,
  ResultsOffice,
  ResultsResponse,
} from '../../../server/results/results.wire.ts';
import { levelOf } from '../../../surveys/scoring/2026.1/levels.ts';
import { say, t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import type { Sorting } from '../../ui/sorting.ts';
import { SortHead, TablePanel } from '../../ui/table.tsx';
import { points } from '../numbers.ts';
import type { HeatmapGroup } from './heatmap-rows.ts';
import { ScoreCell } from './score-cell.tsx';

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
  if (division === null) return null;
  return (
    <tr class="heatmap__division">
      <th scope="rowgroup">{`${division.code} · ${division.name}`}</th>
      <td class="heatmap__index">{division.score.index === null ? '' : points(division.score.index)}</td>
      {dimensions.map((dimension) => {
        const score = division.score.dimensions[dimension.id]?.score ?? null;
        return (
          <td key={dimension.id}>
            {score === null ? emptySign(group.offices, dimension.id) : points(score)}
          </td>
        );
      })}
    </tr>
  );
}

/** Why a division has no value: nobody answered yet, it applies nowhere, or too little was said. */
function emptySign(offices: readonly ResultsOffice[], dimension: string): string {
  const answered = offices.flatMap(({ score }) => score?.dimensions[dimension]?.status ?? []);
  if (answered.length === 0) return '…';
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
      <IndexCell office={office} />
      {score === null ? (
        <td class="heatmap__pending" colSpan={dimensions.length}>
          {t('heatmap.pending')}
        </td>
      ) : (
        dimensions.map((dimension) => (
          <ScoreCell
            key={dimension.id}
            score={score.dimensions[dimension.id]}
            href={`${href}?feld=${dimension.id}`}
          />
        ))
      )}
    </tr>
  );
}

function IndexCell({ office }: { office: ResultsOffice }) {
  const index = office.score?.index ?? null;
  if (office.score === null) return <td class="heatmap__index">…</td>;
  if (index === null) return <td class="heatmap__index">/</td>;
  const text = office.score.status === 'provisional' ? `(${points(index)})` : points(index);
  return (
    <td class="heatmap__index">
      {text}
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
  return (
    <tfoot>
      <tr>
        <th scope="row" class="heatmap__name">
          {results.city}
        </th>
        <td class="heatmap__index">{cityScore.index === null ? '/' : points(cityScore.index)}</td>
        {dimensions.map((dimension) => {
          const score = cityScore.dimensions[dimension.id]?.score ?? null;
          const level = levelOf(score, results.levels);
          return (
            <td key={dimension.id} class={level === null ? 'level' : `level level--${level}`}>
              {score === null ? '/' : points(score)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
