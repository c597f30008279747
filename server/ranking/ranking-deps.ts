import type { ScoresDeps } from '../scores/scores-deps.ts';
import type { RankingRuns } from './ranking-runs.ts';

export interface RankingDeps extends ScoresDeps {
  readonly runs: RankingRuns;
}
