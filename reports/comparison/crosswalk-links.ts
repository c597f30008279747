import type { Plan } from '../../surveys/plan/plan.ts';
import type { ChangeClass, Crosswalk } from './comparison.ts';

/** How an item of the newer year belongs to one of the older year. */
export interface ItemLink {
  /** Item of the older version; null: new. */
  readonly from: string | null;
  readonly class: ChangeClass;
}

/** Ids of the scored items, in questionnaire order. */
export function itemIds({ maturity }: Plan): readonly string[] {
  return maturity.dimensions.flatMap(({ items }) => items);
}

/** The crosswalk of a version to itself: every item the same. */
export function identityCrosswalk(plan: Plan): Crosswalk {
  const same = itemIds(plan).map((id) => [id, { from: id, change: 'same', reason: null }] as const);
  return {
    fromVersion: plan.version,
    toVersion: plan.version,
    items: Object.fromEntries(same),
    dropped: [],
  };
}

/** The link of every item of the newer year; one the crosswalk does not know is new. */
export function linksOf(plan: Plan, { items }: Crosswalk): ReadonlyMap<string, ItemLink> {
  return new Map(
    itemIds(plan).map((id) => {
      const entry = Object.hasOwn(items, id) ? items[id] : undefined;
      return [id, { from: entry?.from ?? null, class: entry?.change ?? 'new' }];
    }),
  );
}

/** Whether answers in both years may be compared. @see scoring.md §11 */
export function isLinked(link: ItemLink): link is ItemLink & { readonly from: string } {
  return link.from !== null && (link.class === 'same' || link.class === 'editorial');
}
