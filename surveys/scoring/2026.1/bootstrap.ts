import type { Interval } from '../score.ts';
import type { Resample } from './resampled-scores.ts';
import { everySample, randomSamples, type Samples, type Seeded } from './samples.ts';
import { selectQuantile } from './select-quantile.ts';
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
  { n, dimensions }: Poll,
  resample: Resample,
  settings: BootstrapSettings,
): readonly Bootstrapped[] {
  if (n < 2) return dimensions.map(() => ({ interval: null, dropped: 0 }));
  return resample(samplesOf(n, settings)).map(intervalOf);
}

function samplesOf(n: number, settings: BootstrapSettings): Samples {
  return n <= enumeratedUpTo ? everySample(n) : randomSamples(n, settings.draws, settings);
}

function intervalOf(replicates: Float64Array): Bootstrapped {
  const kept = withScore(replicates);
  const [low, high] = [selectQuantile(kept, 0.025), selectQuantile(kept, 0.975)];
  return {
    interval: low === null || high === null ? null : [low, high],
    dropped: replicates.length - kept.length,
  };
}

function withScore(replicates: Float64Array): Float64Array {
  const kept = new Float64Array(replicates.length);
  let count = 0;
  for (const score of replicates) {
    if (Number.isNaN(score)) continue;
    kept[count] = score;
    count += 1;
  }
  return kept.subarray(0, count);
}
