import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Loaded, useEvery } from '../load.ts';

const secondsBetweenLooks = 2;

/** After closing, the scores of many people are computed office by office; the page looks again by itself. */
export function ComputingScores({
  progress,
  load,
}: {
  progress: { done: number; all: number };
  load: { loaded: Loaded<ResultsResponse>; reload: () => void };
}) {
  useEvery({ ...load, replace: () => {} }, secondsBetweenLooks);
  const words = t('scores.progress', progress);
  return (
    <Panel title={t('scores.computing')} class="computing">
      <Bar size="thick" value={progress.done} max={progress.all} label={words} />
      <p role="status">{words}</p>
    </Panel>
  );
}
