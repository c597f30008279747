import type { Plan } from '../../surveys/plan/plan.ts';
import { scoreResponse } from '../../surveys/scoring/2026.1/score-response.ts';
import type { ScoredItem } from '../../surveys/scoring/2026.1/scored-item.ts';
import type { ItemState, OfficeScore } from '../../surveys/scoring/score.ts';
import { type ItemValues, itemValues } from './item-values.ts';
import { type Part, type Weighted, weightedParts } from './predecessors.ts';

/** The older year of an office as it is now. */
export interface EarlierYear {
  /** Null: no predecessor has a score. */
  readonly score: OfficeScore | null;
  readonly items: ItemValues;
  readonly predecessors: readonly { readonly office: string; readonly share: number }[];
  /** Predecessors left out of the value of at least one item. */
  readonly skipped: number;
}

/**
 * The older year of a newer office: per item the mean of its predecessors, weighted by share × headcount; scores follow
 * from these by the rules of that year. Predecessors without a value are left out item by item.
 *
 * @param plan of the older year
 * @param parts at least one
 * @see scoring.md §11
 */
export function earlierYear(plan: Plan, parts: readonly Part[]): EarlierYear {
  const weighted = weightedParts(parts);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const predecessors = weighted.map(({ office, weight }) => ({ office: office.id, share: weight / total }));
  const [only] = weighted;
  if (only && weighted.length === 1) {
    const { score } = only.office;
    return { score, items: itemValues(plan, only.office), predecessors, skipped: Number(score === null) };
  }
  return { ...merged(plan, weighted), predecessors };
}

interface Answered {
  readonly weight: number;
  readonly items: ItemValues;
}

function merged(plan: Plan, weighted: readonly Weighted[]): Omit<EarlierYear, 'predecessors'> {
  const answered = weighted.flatMap(({ office, weight }): Answered[] =>
    office.score === null ? [] : [{ weight, items: itemValues(plan, office) }],
  );
  if (answered.length === 0) return { score: null, items: new Map(), skipped: weighted.length };
  const items = new Map<string, ScoredItem>();
  const skipped = new Set<Answered>();
  for (const { items: ids } of plan.maturity.dimensions) {
    for (const id of ids) {
      const parts = answered.flatMap((part) => {
        const item = part.items.get(id);
        return item ? [{ part, item }] : [];
      });
      const item = mergedItem(id, parts);
      items.set(id, item);
      if (item.score === null) continue;
      for (const { part, item: own } of parts) if (own.score === null) skipped.add(part);
    }
  }
  const byDimension = new Map(
    plan.maturity.dimensions.map(({ id, items: ids }) => [id, ids.flatMap((item) => items.get(item) ?? [])]),
  );
  return {
    score: scoreResponse(plan, byDimension, (value) => value),
    items,
    skipped: weighted.length - answered.length + skipped.size,
  };
}

interface ItemPart {
  readonly part: Answered;
  readonly item: ScoredItem;
}

function mergedItem(id: string, parts: readonly ItemPart[]): ScoredItem {
  let weights = 0;
  let points = 0;
  for (const { part, item } of parts) {
    if (item.score === null) continue;
    weights += part.weight;
    points += part.weight * item.score;
  }
  const weight = parts[0]?.item.weight ?? 1;
  if (weights === 0) return { id, state: openState(parts), score: null, weight };
  return { id, state: 'level', score: points / weights, weight };
}

/** NA only where it is so for all: an item that applied to one of them applies. */
function openState(parts: readonly ItemPart[]): ItemState {
  const states = new Set(parts.map(({ item }) => item.state));
  if (states.has('dk')) return 'dk';
  if (states.has('missing') || states.has('level')) return 'missing';
  return states.has('na') ? 'na' : 'notAsked';
}
