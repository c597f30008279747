import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { round6 } from '../../surveys/scoring/2026.1/numbers.ts';

const minPairs = 6;

/** Above this many differences the normal distribution stands in for the exact one: they agree to four decimals. */
const mostExact = 500;

/** Degrees of freedom at which t is the normal distribution to 9 decimals. */
const normal = 1e9;

/**
 * Wilcoxon signed-rank test of differences against 0: zeros dropped, midranks for ties, the exact distribution given
 * the ties. Differences are compared at 6 decimals.
 *
 * @returns two-sided p; null below six differences, 1 when all are 0
 * @see scoring.md §11; Wilcoxon 1945, Lehmann 1975
 */
export function signedRankP(differences: readonly number[]): number | null {
  if (differences.length < minPairs) return null;
  const counted = differences.map(round6).filter((difference) => difference !== 0);
  const ranks = doubledMidranks(counted.map(Math.abs));
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const positive = ranks.reduce((sum, rank, at) => sum + ((counted[at] ?? 0) > 0 ? rank : 0), 0);
  const smaller = Math.min(positive, total - positive);
  const tail = ranks.length > mostExact ? normalTail(ranks, smaller) : exactTail(ranks, smaller);
  return Math.min(1, 2 * tail);
}

/** Twice the midrank of every value, a whole number. */
function doubledMidranks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const byValue = new Map<number, number>();
  for (let first = 0; first < sorted.length; ) {
    const value = sorted[first] ?? 0;
    const last = sorted.lastIndexOf(value);
    byValue.set(value, first + last + 2);
    first = last + 1;
  }
  return values.map((value) => byValue.get(value) ?? 0);
}

/** Probability that the doubled rank sum is at most `limit` when every sign is a fair coin. */
function exactTail(ranks: readonly number[], limit: number): number {
  const chances = new Float64Array(limit + 1);
  chances[0] = 1;
  for (const rank of ranks) {
    for (let sum = limit; sum >= 0; sum -= 1) {
      const without = chances[sum] ?? 0;
      const withRank = sum >= rank ? (chances[sum - rank] ?? 0) : 0;
      chances[sum] = (without + withRank) / 2;
    }
  }
  return chances.reduce((sum, chance) => sum + chance, 0);
}

/** The same by the normal distribution with the variance given the ties and a correction for continuity. */
function normalTail(ranks: readonly number[], limit: number): number {
  const center = ranks.reduce((sum, rank) => sum + rank, 0) / 2;
  const deviation = Math.sqrt(ranks.reduce((sum, rank) => sum + rank ** 2, 0)) / 2;
  return tCdf((limit + 1 - center) / deviation, normal);
}
