import { round6 } from './numbers.ts';
import type { ScoredItem } from './scored-item.ts';

/** Rating of a process attribute by its share, in percent. */
export type Rating = 'N' | 'P' | 'L' | 'F';

/**
 * Not, partially, largely or fully achieved.
 *
 * @param percent 0–100, compared at 6 decimals
 * @see ISO/IEC 33020: N 0–15, P >15–50, L >50–85, F >85–100
 */
export function ratingOf(percent: number): Rating {
  const share = round6(percent);
  if (share > 85) return 'F';
  if (share > 50) return 'L';
  return share > 15 ? 'P' : 'N';
}

/**
 * The level an office has secured: more than half of the weight reaches it, more than 85 % every level below.
 * Open answers count as not reached.
 *
 * @param applicable items that apply, open ones included
 * @param steps K, the levels above the lowest (4 on the scale 0–4)
 * @returns 0..K; null when nothing applies
 * @see scoring.md §5
 */
export function securedLevel(applicable: readonly ScoredItem[], steps: number): number | null {
  if (applicable.length === 0) return null;
  let secured = 0;
  for (let level = 1; level <= steps; level += 1) {
    const rating = ratingOf(shareReaching(applicable, level, steps));
    if (rating === 'F' || rating === 'L') secured = level;
    if (rating !== 'F') break;
  }
  return secured;
}

/**
 * The highest level every applicable item reaches (the rule of OZG maturity 1.1).
 *
 * @param applicable items that apply, open ones included
 * @returns 0..K; null while an answer is open and when nothing applies
 * @see scoring.md §5
 */
export function strictLevel(applicable: readonly ScoredItem[], steps: number): number | null {
  if (applicable.length === 0 || applicable.some((item) => item.score === null)) return null;
  let strict = 0;
  while (strict < steps && applicable.every((item) => reaches(item, strict + 1, steps))) strict += 1;
  return strict;
}

/** Percent 0–100 of the weight whose items reach a level; open ones do not. @see scoring.md §5 */
export function shareReaching(items: readonly ScoredItem[], level: number, steps: number): number {
  let reached = 0;
  let all = 0;
  for (const item of items) {
    all += item.weight;
    if (reaches(item, level, steps)) reached += item.weight;
  }
  return (100 * reached) / all;
}

function reaches({ score }: ScoredItem, level: number, steps: number): boolean {
  return score !== null && round6(score) >= round6((100 * level) / steps);
}
