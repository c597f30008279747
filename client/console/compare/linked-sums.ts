import type { ItemChange } from '../../../reports/comparison/comparison.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { questionsOf } from '../../../surveys/plan/questions.ts';

/** What a change on the same questions is made of: both means over the linked items. Points 0–100. */
export interface LinkedSums {
  readonly before: number;
  readonly after: number;
  /** Linked items. */
  readonly count: number;
  /** Sum of their weights. */
  readonly weight: number;
}

/**
 * S*₁ and S*₂ of a dimension: Σ w·x / Σ w over the items with a change, weights of the newer year.
 *
 * @returns null when no item is linked
 * @see scoring.md §11
 */
export function linkedSums(
  plan: Plan,
  dimension: string,
  items: Readonly<Record<string, ItemChange>>,
): LinkedSums | null {
  const own = plan.maturity.dimensions.find(({ id }) => id === dimension)?.items ?? [];
  const weights = new Map(questionsOf(plan).map(({ name, weight }) => [name, weight]));
  const linked = own.flatMap((item) => {
    const { from = null, to = null, change = null } = items[item] ?? {};
    if (from === null || to === null || change === null) return [];
    return [{ weight: weights.get(item) ?? 1, from, to }];
  });
  const weight = linked.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  const meanOf = (read: (one: (typeof linked)[number]) => number) =>
    linked.reduce((sum, one) => sum + one.weight * read(one), 0) / weight;
  return { before: meanOf(({ from }) => from), after: meanOf(({ to }) => to), count: linked.length, weight };
}
