import { round6 } from '../../surveys/scoring/2026.1/numbers.ts';
import type { Change, Verdict } from './comparison.ts';
import type { LinkedChange } from './linked-change.ts';
import type { Noise } from './measurement-noise.ts';

/** What a change is made of. Points 0–100; null: no value. */
export interface ChangeParts {
  readonly from: number | null;
  readonly to: number | null;
  readonly change: LinkedChange;
  readonly noise: Noise;
}

/** The change of one number: raw = linked + composition. @see scoring.md §11 */
export function changeOf({ from, to, change: { linked, share }, noise }: ChangeParts): Change {
  const raw = from === null || to === null ? null : to - from;
  const composition = raw === null || linked === null ? null : raw - linked;
  return { from, to, raw, linked, composition, share, ...noise, verdict: verdictOf(linked, noise) };
}

/**
 * Whether a change is more than measurement noise; compared at 6 decimals.
 *
 * @param linked δ* in points; null: not comparable
 */
export function verdictOf(linked: number | null, { mdc95 }: Noise): Verdict {
  if (linked === null) return 'notComparable';
  if (round6(Math.abs(linked)) <= round6(mdc95)) return 'unchanged';
  return linked > 0 ? 'up' : 'down';
}
