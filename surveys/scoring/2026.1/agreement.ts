import type { Agreement } from '../score.ts';
import { mean } from './numbers.ts';

/** Fewest valid answers that agreement is computed from. @see scoring.md §8 */
export const fewestForAgreement = 3;

/** How the valid answers to one discrete item scatter. */
export interface StepScatter {
  /** Answer steps of the item, ≥ 2. */
  readonly steps: number;
  /** Average deviation from the mean, in answer steps. */
  readonly ad: number;
  /** Sample variance (n − 1), in squared answer steps. */
  readonly variance: number;
}

/**
 * Scatter of the answers to a discrete item.
 *
 * @param scores valid answers in points 0–100, each one of `steps`
 * @param steps the scores an answer can have, rising and distinct
 * @returns null for fewer than three answers and for an item without at least two steps
 * @see scoring.md §8; AD_M: Burke, Finkelstein & Dusig 1999, Burke & Dunlap 2002
 */
export function stepScatter(scores: ArrayLike<number>, steps: readonly number[]): StepScatter | null {
  const n = scores.length;
  if (n < fewestForAgreement || steps.length < 2) return null;
  const positions = Array.from(scores, (score) => steps.indexOf(score));
  const center = positions.reduce((sum, position) => sum + position, 0) / n;
  let absolute = 0;
  let squares = 0;
  for (const position of positions) {
    absolute += Math.abs(position - center);
    squares += (position - center) ** 2;
  }
  return { steps: steps.length, ad: absolute / n, variance: squares / (n - 1) };
}

/**
 * Agreement of the respondents of an office on a dimension: r_wg(j) = J(1−S̄/σ²)/(J(1−S̄/σ²)+S̄/σ²) and
 * r*_wg(j) = 1−S̄/σ², with S̄ the mean of the item variances, truncated at σ² = (A²−1)/12.
 *
 * @param items discrete items that the office answered with three or more valid answers
 * @param steps A, where all discrete items of the dimension have the same; null: they differ, so there is no σ²
 * @returns null without such an item; everyone of one opinion: 1, 1 and 0
 * @see scoring.md §8; James, Demaree & Wolf 1984; Lindell, Brandt & Whitney 1999; Burke & Dunlap 2002
 */
export function agreementOf(items: readonly StepScatter[], steps: number | null): Agreement | null {
  const ad = mean(items.map((item) => item.ad));
  if (ad === null) return null;
  if (steps === null) return { rwgj: null, rstar: null, ad };
  const uniform = (steps ** 2 - 1) / 12;
  const share = Math.min(1, (mean(items.map(({ variance }) => variance)) ?? 0) / uniform);
  const agreed = items.length * (1 - share);
  return { rwgj: agreed / (agreed + share), rstar: 1 - share, ad };
}
