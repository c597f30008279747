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
