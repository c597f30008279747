import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { mean, round6, sampleDeviation } from '../../surveys/scoring/2026.1/numbers.ts';

export interface TTest {
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** 95 % confidence interval of the mean. */
  readonly ci: readonly [number, number];
}

const minPairs = 10;

/**
 * Paired t-test of differences against 0.
 *
 * @returns null below ten pairs, and when all differences are the same at 6 decimals
 * @see scoring.md §11; Student 1908
 */
export function pairedTTest(differences: readonly number[]): TTest | null {
  const center = mean(differences);
  const deviation = sampleDeviation(differences);
  if (center === null || deviation === null || differences.length < minPairs) return null;
  if (new Set(differences.map(round6)).size === 1) return null;
  const df = differences.length - 1;
  const error = deviation / Math.sqrt(differences.length);
  const t = center / error;
  const reach = tQuantile(0.975, df) * error;
  return { t, df, p: 2 * tCdf(-Math.abs(t), df), ci: [center - reach, center + reach] };
}
