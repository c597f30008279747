import type { ResultsDimension, ShownScore } from '../../../server/scores/scores.wire.ts';

/** The dimension whose number is explained: the one asked for, else the lowest with a value, else the first asked. */
export function chosenDimension(
  dimensions: readonly ResultsDimension[],
  score: ShownScore,
  asked: string,
): ResultsDimension | undefined {
  const wanted = dimensions.find((dimension) => dimension.id === asked);
  if (wanted !== undefined) return wanted;
  const pointsOf = (dimension: ResultsDimension) => score.dimensions[dimension.id]?.score ?? null;
  const valued = dimensions.filter((dimension) => pointsOf(dimension) !== null);
  const lowest = valued.toSorted((a, b) => (pointsOf(a) ?? 0) - (pointsOf(b) ?? 0))[0];
  return lowest ?? dimensions[0];
}
