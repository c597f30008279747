import type { ResultsDeps } from '../results/results-deps.ts';
import type { RankingRuns } from './ranking-runs.ts';

export interface RankingDeps extends ResultsDeps {
  readonly runs: RankingRuns;
}
