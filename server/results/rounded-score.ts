import { round6OrNull } from '../../surveys/scoring/2026.1/numbers.ts';
import type { DimensionScore, OfficeScore } from '../../surveys/scoring/score.ts';

type Numbers = Readonly<Record<string, number | null>>;

function roundedAll(numbers: Numbers): Numbers {
  return Object.fromEntries(Object.entries(numbers).map(([id, value]) => [id, round6OrNull(value)]));
}

function roundedDimension(dimension: DimensionScore): DimensionScore {
  return {
    ...dimension,
    score: round6OrNull(dimension.score),
    low: round6OrNull(dimension.low),
    high: round6OrNull(dimension.high),
    coverage: round6OrNull(dimension.coverage),
    items: roundedAll(dimension.items),
  };
}

/** A kept score in the form in which numbers leave Pegel: 6 decimals. */
export function roundedScore(score: OfficeScore): OfficeScore {
  const dimensions = Object.entries(score.dimensions);
  return {
    ...score,
    index: round6OrNull(score.index),
    low: round6OrNull(score.low),
    high: round6OrNull(score.high),
    fields: roundedAll(score.fields),
    dimensions: Object.fromEntries(dimensions.map(([id, dimension]) => [id, roundedDimension(dimension)])),
  };
}
