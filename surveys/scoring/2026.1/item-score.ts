import type { Ticked } from '../../answers/answer.ts';
import type { CheckboxPlan } from '../../plan/plan.ts';

/** A scale of levels; `max` is above `min`. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * Score of an answer on a scale: `100·(a − min)/(max − min)`.
 *
 * @returns 0–100 points, not rounded; null when the level lies outside the scale (it is rejected, never clamped)
 * @see scoring.md §2
 */
export function levelScore(level: number, { min, max }: Scale): number | null {
  if (!(level >= min && level <= max)) return null;
  return (100 * (level - min)) / (max - min);
}

/** Score of a reverse item: 100 − x, in points 0–100. @see scoring.md §2 */
export function reversed(score: number): number {
  return 100 - score;
}

/**
 * Score of a number: piecewise linear between the given points.
 *
 * @param points pairs of number and points 0–100, numbers rising
 * @returns 0–100 points; null when the number lies outside the points (it is rejected, never clamped)
 * @see scoring.md §2
 */
export function pointsScore(value: number, points: readonly (readonly [number, number])[]): number | null {
  for (const [index, [at, score]] of points.entries()) {
    if (value === at) return score;
    const before = points[index - 1];
    if (value < at) return before ? between(value, before, [at, score]) : null;
  }
  return null;
}

function between(
  value: number,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): number {
  return fromY + ((toY - fromY) * (value - fromX)) / (toX - fromX);
}

/**
 * Score of a checkbox: share of the ticked weight; "none of these" scores 0.
 *
 * @param ticked values of the ticked answers, in any order; a value ticked twice counts once
 * @returns 0–100 points; null when nothing is ticked (a blank answer), when a value is unknown and when "none" stands
 *   together with others (it is rejected, never clamped)
 * @see scoring.md §2
 */
export function tickedScore(
  ticked: readonly Ticked[],
  { choices, none, reverse }: Pick<CheckboxPlan, 'choices' | 'none' | 'reverse'>,
): number | null {
  if (ticked.length === 0) return null;
  const isNone = none !== null && ticked.includes(none.value);
  if (isNone && ticked.some((value) => value !== none.value)) return null;
  const score = isNone ? 0 : shareOfWeight(ticked, choices);
  return score !== null && reverse ? reversed(score) : score;
}

/** Percent 0–100 of the weight that is ticked; null when a value is unknown. */
function shareOfWeight(ticked: readonly Ticked[], choices: CheckboxPlan['choices']): number | null {
  if (!ticked.every((value) => choices.some((choice) => choice.value === value))) return null;
  let all = 0;
  let chosen = 0;
  for (const { value, weight } of choices) {
    all += weight;
    if (ticked.includes(value)) chosen += weight;
  }
  return (100 * chosen) / all;
}
