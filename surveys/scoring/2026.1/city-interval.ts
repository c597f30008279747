import quantileOfT from '@stdlib/stats-base-dists-t-quantile';
import type { Interval } from '../score.ts';
import { mean, sampleDeviation } from './numbers.ts';

/** How many offices a mean comes from. */
export interface Sample {
  /** Offices asked, N. */
  readonly asked: number;
  /** Offices with at least one submission; all of them: a census. */
  readonly answered: number;
}

/**
 * 95 % interval of the city's index while offices are missing: mean ± t(n − 1) · SE, SE = sqrt((1 − n/N)·s²/n) with the
 * correction for a finite population.
 *
 * @param indexes of the n offices with an index, points 0–100
 * @returns points, not rounded; null when every office answered (a census has no sampling error) and below two offices
 * @see scoring.md §9; Cochran 1977, Sampling Techniques, ch. 2
 */
export function cityInterval(indexes: readonly number[], { asked, answered }: Sample): Interval | null {
  const center = mean(indexes);
  const deviation = sampleDeviation(indexes);
  if (center === null || deviation === null || answered >= asked) return null;
  const n = indexes.length;
  const error = deviation * Math.sqrt((1 - n / asked) / n);
  const reach = quantileOfT(0.975, n - 1) * error;
  return [center - reach, center + reach];
}
