import type { Answers } from '../../answers/answer.ts';
import type { Plan } from '../../plan/plan.ts';
import { officeItem } from './office-items.ts';
import { itemReader, prepareItems } from './read-items.ts';
import { isApplicable } from './scored-item.ts';
import { shareReaching } from './secured-level.ts';
import { readPoll } from './several-items.ts';

/**
 * Shares behind the secured level of a dimension: percent 0–100 of the applicable weight that reaches level 1, 2, … K.
 * Many responses: of the lower medians.
 *
 * @param responses of one office, at least one
 * @returns empty for an unknown dimension and when nothing applies
 * @see scoring.md §5
 */
export function explainSecured(
  plan: Plan,
  responses: readonly Answers[],
  { tags, dimension }: { readonly tags: readonly string[]; readonly dimension: string },
): readonly number[] {
  const prepared = prepareItems(plan);
  const blank = itemReader(prepared)({}, tags).get(dimension);
  const polled = readPoll(prepared, responses, tags).dimensions.find(({ id }) => id === dimension);
  const gates = (polled?.items ?? []).map(
    (item, at) => officeItem(item, blank?.[at]?.state ?? 'missing').gate,
  );
  const applicable = gates.filter(isApplicable);
  if (applicable.length === 0) return [];
  const steps = plan.maturity.scale.max - plan.maturity.scale.min;
  return Array.from({ length: steps }, (_, below) => shareReaching(applicable, below + 1, steps));
}
