import type { DimensionPlan, Plan } from '../../surveys/plan/plan.ts';
import { round6, sampleDeviation } from '../../surveys/scoring/2026.1/numbers.ts';
import { cronbachAlpha } from '../../surveys/scoring/2026.1/reliability.ts';
import type { ComparedOffice } from './comparison.ts';

/** Smallest change that is more than measurement noise. Points 0–100. */
export interface Noise {
  readonly mdc95: number;
  /** Whether it is the fixed convention, because the year does not tell. */
  readonly convention: boolean;
}

/** Used for the index, for fields, and where a dimension gives no estimate of its own. */
export const conventionalNoise: Noise = { mdc95: 10, convention: true };

const minOffices = 10;

/**
 * Smallest reliable change of a dimension: 1.96 · SD_1 · √(2(1 − r)), with SD_1 and r over the offices of the older
 * year that have a value on every item. r is the published reliability, else Cronbach's α.
 *
 * @returns the convention of 10 points with fewer than ten such offices, fewer than three items (for α), α outside
 * (0, 1), or offices that do not differ at all, both at 6 decimals
 * @see scoring.md §11; Jacobson & Truax 1991
 */
export function measurementNoise(
  { maturity }: Plan,
  offices: readonly ComparedOffice[],
  dimension: string,
): Noise {
  const planned = maturity.dimensions.find(({ id }) => id === dimension);
  const complete = planned ? completeOffices(planned, offices) : [];
  if (!planned || complete.length < minOffices) return conventionalNoise;
  const reliability = planned.reliability ?? cronbachAlpha(complete.map(({ items }) => items));
  const deviation = sampleDeviation(complete.map(({ score }) => score));
  if (reliability === null || round6(reliability) <= 0 || round6(reliability) >= 1) return conventionalNoise;
  if (deviation === null || round6(deviation) === 0) return conventionalNoise;
  return { mdc95: 1.96 * deviation * Math.sqrt(2 * (1 - reliability)), convention: false };
}

interface CompleteOffice {
  readonly score: number;
  readonly items: readonly number[];
}

function completeOffices(
  { id, items }: DimensionPlan,
  offices: readonly ComparedOffice[],
): readonly CompleteOffice[] {
  return offices.flatMap((office) => {
    const dimension = office.score?.dimensions[id];
    const values = items.flatMap((item) => dimension?.items[item] ?? []);
    if (dimension?.score == null || values.length < items.length) return [];
    return [{ score: dimension.score, items: values }];
  });
}
