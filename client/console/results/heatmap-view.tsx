import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import type { ResultsDimension } from '../../../server/scores/scores.wire.ts';
import { compareText } from '../../i18n/dates.ts';
import { say, t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Empty } from '../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../ui/sorting.ts';
import { useQuery } from '../router.ts';
import { CityPanel } from './city-panel.tsx';
import { Heatmap } from './heatmap.tsx';
import { groupings, heatmapGroups, readGrouping } from './heatmap-rows.ts';
import { LevelLegend, SignLegend, secretSigns } from './legend.tsx';
import { QualityPanel } from './quality-panel.tsx';
import { ResultsDownloads } from './results-downloads.tsx';
import { SecretNote } from './secret-note.tsx';

/** Offices by dimensions with everything that changes the view; the view stands in the address. */
export function HeatmapView({ results }: { results: ResultsResponse }) {
  const [group, setGroup] = useQuery('gruppiert', 'dezernat');
  const [field, setField] = useQuery('feld', 'alle');
  const [order, setOrder] = useQuery('sortiert', '');
  const grouping = readGrouping(group);
  const several = results.wave.mode === 'several';
  const sorting = readSorting(order);
  const dimensions = shownDimensions(results.dimensions, field);
  const groups = heatmapGroups(results, {
    grouping,
    column: order === '' ? null : sorting.column,
    down: sorting.down,
    compareText,
  });
  if (results.offices.every((office) => office.score === null)) return <NothingSubmitted results={results} />;
  return (
    <>
      <div class="toolbar">
        <div class="toolbar__group">
          <Chips
            label={t('heatmap.grouped')}
            chips={groupings.map((value) => ({ value, label: t(`group.${value}`) }))}
            chosen={grouping}
            choose={setGroup}
          />
          <Chips label={t('heatmap.fields')} chips={fieldChips(results)} chosen={field} choose={setField} />
        </div>
        <ResultsDownloads waveId={results.wave.id} />
      </div>
      <Heatmap
        results={results}
        groups={groups}
        dimensions={dimensions}
        sorting={sorting}
        sort={(next) => setOrder(writeSorting(next))}
      />
      <div class="legends">
        <LevelLegend levels={results.levels} />
        <SignLegend names={several ? secretSigns : undefined} />
      </div>
      {several ? <SecretNote results={results} /> : null}
      <CityPanel results={results} />
      {several ? <QualityPanel results={results} /> : null}
    </>
  );
}

function shownDimensions(
  dimensions: readonly ResultsDimension[],
  field: string,
): readonly ResultsDimension[] {
  const shown = dimensions.filter((dimension) => dimension.field === field);
  return shown.length === 0 ? dimensions : shown;
}

function fieldChips(results: ResultsResponse) {
  const fields = results.fields.map((field) => ({
    value: field.id,
    label: say(field.title),
  }));
  return [{ value: 'alle', label: t('heatmap.allFields') }, ...fields];
}

function NothingSubmitted({ results }: { results: ResultsResponse }) {
  return (
    <Empty title={t('heatmap.emptyTitle')} text={t('heatmap.emptyText')}>
      <ButtonLink href={`/erhebungen/${results.wave.id}`}>{t('heatmap.emptyAction')}</ButtonLink>
    </Empty>
  );
}
