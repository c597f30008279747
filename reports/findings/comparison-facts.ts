import type { Plan } from '../../surveys/plan/plan.ts';
import type { Comparison, Crosswalk } from '../comparison/comparison.ts';
import { sameQuestions } from '../comparison/same-questions.ts';
import type { CompareFacts } from './compare-finding.ts';

/**
 * What the finding of a comparison is made from.
 *
 * @param comparison not rounded
 * @param plan of the newer wave
 */
export function comparisonFacts(
  { city }: Comparison,
  plan: Plan,
  { crosswalk, open }: { readonly crosswalk: Crosswalk; readonly open: boolean },
): CompareFacts {
  const { index } = city;
  return {
    index,
    dimensions: plan.maturity.dimensions.flatMap(({ id, shortTitle }) => {
      const change = city[id];
      return change ? [{ title: shortTitle, change, sameQuestions: sameQuestions(plan, crosswalk, id) }] : [];
    }),
    open,
  };
}
