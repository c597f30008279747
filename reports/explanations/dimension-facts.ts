import type { MaturityPlan, Text } from '../../surveys/plan/plan.ts';
import type { DimensionScore, ExplainedItem, ItemOpinion } from '../../surveys/scoring/score.ts';

/** An item with what was said beside it. */
export interface FactItem extends ExplainedItem {
  readonly comment: string | null;
  /** Null in mode official. */
  readonly opinion: ItemOpinion | null;
}

/** What many people behind a value add to its explanation. */
export interface Respondents {
  readonly n: number;
  readonly seed: number;
  readonly generator: string;
  /** Bootstrap samples, and how many of them had no score. */
  readonly samples: number;
  readonly dropped: number;
}

/** Everything behind the number of one dimension of an office. */
export interface DimensionFacts {
  readonly title: Text;
  /** At 6 decimals. */
  readonly score: DimensionScore;
  readonly items: readonly FactItem[];
  /** Percent 0–100 of the applicable weight that reaches level 1, 2, …; empty when nothing applies. */
  readonly reached: readonly number[];
  readonly maturity: Pick<
    MaturityPlan,
    'levels' | 'securedLevels' | 'minCoverage' | 'provisionalBelow' | 'scale'
  >;
  /** Null in mode official. */
  readonly respondents: Respondents | null;
}

/** Sums over the items that the formulas name. */
export interface Sums {
  /** Items that apply, and those with a value. */
  readonly applicable: readonly FactItem[];
  readonly valid: readonly (FactItem & { readonly score: number })[];
  /** Σ_A w, Σ_V w, Σ_V w·x. */
  readonly applicableWeight: number;
  readonly validWeight: number;
  readonly points: number;
}

export function sumsOf(items: readonly FactItem[]): Sums {
  const applicable = items.filter(({ state }) => state !== 'na' && state !== 'notAsked');
  const valid = applicable.flatMap((item) => (item.score === null ? [] : [{ ...item, score: item.score }]));
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return {
    applicable,
    valid,
    applicableWeight: total(applicable.map(({ weight }) => weight)),
    validWeight: total(valid.map(({ weight }) => weight)),
    points: total(valid.map(({ weight, score }) => weight * score)),
  };
}
