import { round6 } from '../../surveys/scoring/2026.1/numbers.ts';
import { isApplicable } from '../../surveys/scoring/2026.1/scored-item.ts';
import { type ItemLink, isLinked } from './crosswalk-links.ts';
import type { ItemValues } from './item-values.ts';

/** Share of the newer applicable weight that must be linked. @see scoring.md §11 */
export const minLinkedShare = 0.6;

/** Change on the same questions. */
export interface LinkedChange {
  /** δ* in points; null when too little of the newer questionnaire is linked. */
  readonly linked: number | null;
  /** Share 0–1 of the newer applicable weight that is linked; null when nothing applies. */
  readonly share: number | null;
}

interface Years {
  readonly links: ReadonlyMap<string, ItemLink>;
  readonly before: ItemValues;
  readonly after: ItemValues;
}

/**
 * Change of one dimension over the items that ask the same and have an answer in both years, with the weights of the
 * newer year: δ* = S*_2 − S*_1.
 *
 * @param items of the dimension in the newer year
 * @see scoring.md §11
 */
export function linkedChange(items: readonly string[], { links, before, after }: Years): LinkedChange {
  let applicable = 0;
  let linked = 0;
  const sums = { before: 0, after: 0 };
  for (const id of items) {
    const now = after.get(id);
    if (!now || !isApplicable(now)) continue;
    applicable += now.weight;
    const link = links.get(id);
    const then = link && isLinked(link) ? before.get(link.from) : undefined;
    if (now.score === null || then?.score == null) continue;
    linked += now.weight;
    sums.before += now.weight * then.score;
    sums.after += now.weight * now.score;
  }
  if (applicable === 0) return { linked: null, share: null };
  const share = linked / applicable;
  const enough = linked > 0 && round6(share) >= minLinkedShare;
  return { linked: enough ? sums.after / linked - sums.before / linked : null, share };
}

/** A dimension's part in ΔI*. */
export interface IndexPart {
  /** Weight > 0 of the dimension in the newer year. */
  readonly weight: number;
  readonly linked: number | null;
}

/**
 * ΔI*: mean of the published changes of the dimensions that apply, by weight.
 *
 * @param parts dimensions that apply in the newer year
 * @param minWeight share 0–1 of their weight that must have a published change
 * @see scoring.md §11
 */
export function linkedIndexChange(parts: readonly IndexPart[], minWeight: number): LinkedChange {
  let applicable = 0;
  let linked = 0;
  let points = 0;
  for (const part of parts) {
    applicable += part.weight;
    if (part.linked === null) continue;
    linked += part.weight;
    points += part.weight * part.linked;
  }
  if (applicable === 0) return { linked: null, share: null };
  const share = linked / applicable;
  const enough = linked > 0 && round6(share) >= minWeight;
  return { linked: enough ? points / linked : null, share };
}
