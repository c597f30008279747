import { round6 } from '../../surveys/scoring/2026.1/numbers.ts';
import type { CityChange, Verdict } from './comparison.ts';

/** How sure the change of a dimension is, in the city as a whole. */
export type CityVerdict = Verdict | 'untested';

/**
 * Whether the mean change of a dimension is reliable: Holm's p below 0.05. Numbers are compared at 6 decimals.
 *
 * @returns `untested` with fewer than six offices, `notComparable` with none
 * @see scoring.md §11
 */
export function cityVerdict({ mean: change, holmP }: CityChange): CityVerdict {
  if (change === null) return 'notComparable';
  if (holmP === null) return 'untested';
  if (round6(holmP) >= 0.05 || round6(change) === 0) return 'unchanged';
  return change > 0 ? 'up' : 'down';
}
