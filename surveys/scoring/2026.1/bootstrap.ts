import type { Interval } from '../score.ts';
import type { CoverageRules } from './dimension-score.ts';
import { quantileOfSorted } from './numbers.ts';
import { resampledScores } from './resampled-scores.ts';
import { everySample, randomSamples, type Samples, type Seeded } from './samples.ts';
import type { Poll } from './several-items.ts';

/** Largest number of respondents whose samples are all enumerated. */
const enumeratedUpTo = 5;

export interface BootstrapSettings extends Seeded {
  /** Random samples; 2,000 by default. Five respondents and fewer have all their samples enumerated instead. */
  readonly draws: number;
}

export interface Bootstrapped {
  /** 95 % percentile interval, points 0–100; null below two respondents and when no replicate has a score. */
  readonly interval: Interval | null;
  /** Replicates without a score. */
  readonly dropped: number;
}

/**
 * Uncertainty of the dimension scores of an office: percentile bootstrap over its respondents, quantiles of type 7.
 * Replicates without a score are dropped and counted.
 *
 * @returns by dimension, in the order of the poll
 * @see scoring.md §9; Efron & Tibshirani 1993, chapter 13
 */
export function bootstrap(
  poll: Poll,
  rules: Pick<CoverageRules, 'minCoverage'>,
  settings: BootstrapSettings,
): readonly Bootstrapped[] {
  if (poll.n < 2) return poll.dimensions.map(() => ({ interval: null, dropped: 0 }));
  return resampledScores(poll, rules, samplesOf(poll.n, settings)).map(intervalOf);
}

function samplesOf(n: number, settings: BootstrapSettings): Samples {
  return n <= enumeratedUpTo ? everySample(n) : randomSamples(n, settings.draws, settings);
}

/** Sorting puts NaN last. */
function intervalOf(replicates: Float64Array): Bootstrapped {
  const sorted = replicates.toSorted();
  const first = sorted.findIndex(Number.isNaN);
  const kept = first < 0 ? sorted : sorted.subarray(0, first);
  const [low, high] = [quantileOfSorted(kept, 0.025), quantileOfSorted(kept, 0.975)];
  return {
    interval: low === null || high === null ? null : [low, high],
    dropped: replicates.length - kept.length,
  };
}
