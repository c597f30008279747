import { round6 } from './numbers.ts';

/**
 * The band a score falls into. Bands are half-open, so none falls between two.
 *
 * @param score 0–100 points, compared at 6 decimals; null: no value
 * @param bands lower bounds, rising, the first 0
 * @returns index of the band; null without score
 * @see scoring.md §7
 */
export function levelOf(score: number | null, bands: readonly { readonly from: number }[]): number | null {
  if (score === null) return null;
  const points = round6(score);
  return Math.max(
    0,
    bands.findLastIndex(({ from }) => points >= from),
  );
}
