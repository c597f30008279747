import type { ResultsDimension, ShownScore } from '../../../server/scores/scores.wire.ts';
import type { Text } from '../../../surveys/plan/plan.ts';
import type { CityScore } from '../../../surveys/scoring/score.ts';

export interface ProfileCorner {
  readonly title: Text;
  /** Points 0–100; null leaves a gap. */
  readonly office: number | null;
  readonly city: number | null;
}

/** The corners of an office's radar, in the order of the questionnaire. */
export function profileCorners(
  dimensions: readonly ResultsDimension[],
  score: ShownScore,
  city: CityScore,
): readonly ProfileCorner[] {
  return dimensions.map((dimension) => ({
    title: dimension.shortTitle,
    office: score.dimensions[dimension.id]?.score ?? null,
    city: city.dimensions[dimension.id]?.score ?? null,
  }));
}
