import type { Plan } from '../../surveys/plan/plan.ts';
import type { ChangeClass, Crosswalk } from './comparison.ts';
import { isLinked, linksOf } from './crosswalk-links.ts';
import { weightsOf } from './item-values.ts';

/**
 * How much of a dimension asks the same in both versions.
 *
 * @param plan of the newer year
 * @returns share 0–1 of the dimension's weight; 0 for an unknown one
 */
export function sameQuestions(plan: Plan, crosswalk: Crosswalk, dimension: string): number {
  const weights = weightsOf(plan);
  const links = linksOf(plan, crosswalk);
  const items = plan.maturity.dimensions.find(({ id }) => id === dimension)?.items ?? [];
  let [all, same] = [0, 0];
  for (const id of items) {
    const [weight, link] = [weights.get(id) ?? 1, links.get(id)];
    all += weight;
    if (link && isLinked(link)) same += weight;
  }
  return all > 0 ? same / all : 0;
}

/** An item that is not the same in both versions. */
export interface ChangedItem {
  readonly item: string;
  /** Which version knows it. */
  readonly version: 'older' | 'newer';
  readonly class: Exclude<ChangeClass, 'same'>;
  /** Why, as the crosswalk says. */
  readonly reason: string | null;
}

/** What another version of the questionnaire changed, in its order, dropped items last. */
export function changedItems(plan: Plan, { items, dropped }: Crosswalk): readonly ChangedItem[] {
  const changed = plan.maturity.dimensions.flatMap((dimension) =>
    dimension.items.flatMap((item): ChangedItem[] => {
      const entry = Object.hasOwn(items, item) ? items[item] : undefined;
      if (!entry || entry.change === 'same') return [];
      return [{ item, version: 'newer', class: entry.change, reason: entry.reason }];
    }),
  );
  return [
    ...changed,
    ...dropped.map((item): ChangedItem => ({ item, version: 'older', class: 'dropped', reason: null })),
  ];
}
