import type {
  CityScore,
  DivisionScore,
  OfficeScore,
  Priority,
  Reliability,
} from '../../surveys/scoring/score.ts';
import type { ShownScore } from './scores.wire.ts';

/** Every number of a wave as it may leave Pegel: secrecy applied, 6 decimals. */
export interface WaveScores {
  /** By office id; offices without a submission are not there. */
  readonly offices: ReadonlyMap<string, OfficeScore>;
  /** The same without single items. */
  readonly shown: ReadonlyMap<string, ShownScore>;
  /** By id of the division. */
  readonly divisions: ReadonlyMap<string, DivisionScore>;
  readonly city: CityScore;
  /** By dimension. */
  readonly reliability: Readonly<Record<string, Reliability>>;
  /** By dimension, largest first. */
  readonly priorities: readonly Priority[];
}

/** Scores of waves that were asked for lately, each with the state of the kept figures they were made from. */
export interface RememberedScores {
  /** What was made from this very state, else what `make` says now. */
  of(waveId: string, state: string, make: () => Promise<WaveScores>): Promise<WaveScores>;
}

const rememberedWaves = 20;

export function rememberScores(): RememberedScores {
  const remembered = new Map<string, { readonly state: string; readonly scores: Promise<WaveScores> }>();
  return {
    of(waveId, state, make) {
      const known = remembered.get(waveId);
      if (known?.state === state) return known.scores;
      const scores = make();
      remembered.delete(waveId);
      remembered.set(waveId, { state, scores });
      scores.catch(() => remembered.delete(waveId));
      const [oldest] = remembered.keys();
      if (remembered.size > rememberedWaves && oldest !== undefined) remembered.delete(oldest);
      return scores;
    },
  };
}
