import type { ScoringDeps } from '../figures/figures-deps.ts';
import type { Basis, KeptUnder, OfficeFiguresRecord } from '../figures/office-figures.ts';
import type { FindWave } from '../figures/started-wave.ts';
import type { RememberedScores } from './remembered-scores.ts';

export interface ScoresDeps extends ScoringDeps, FindWave {
  readonly remembered: RememberedScores;
  /** What the figures of every office were made from, by office id. */
  basesOf(under: KeptUnder): Promise<ReadonlyMap<string, Basis>>;
  /** By office id. */
  figuresOf(under: KeptUnder): Promise<ReadonlyMap<string, OfficeFiguresRecord>>;
  /** Mode official: share 0–1 answered of what is not submitted yet, by office id. */
  drafts(waveId: string): Promise<ReadonlyMap<string, number>>;
  /** Mode several: how many have submitted, by office id. */
  submissionCounts(waveId: string): Promise<ReadonlyMap<string, number>>;
}
