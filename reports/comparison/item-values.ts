import type { Plan } from '../../surveys/plan/plan.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import type { ScoredItem } from '../../surveys/scoring/2026.1/scored-item.ts';
import type { ItemState, OfficeScore } from '../../surveys/scoring/score.ts';

/** Items of an office by id. */
export type ItemValues = ReadonlyMap<string, ScoredItem>;

/** Weight > 0 of every question of a plan inside its dimension. */
export function weightsOf(plan: Plan): ReadonlyMap<string, number> {
  return new Map(questionsOf(plan).map(({ name, weight }) => [name, weight]));
}

/**
 * Every scored item of an office in questionnaire order: value 0–100 (null: none), state, weight in that year.
 *
 * @param states an item without one counts as answered if it has a value, else as blank
 */
export function itemValues(
  plan: Plan,
  {
    score,
    states,
  }: { readonly score: OfficeScore | null; readonly states: Readonly<Record<string, ItemState>> },
): ItemValues {
  const weights = weightsOf(plan);
  const values = new Map<string, ScoredItem>();
  if (score === null) return values;
  for (const dimension of plan.maturity.dimensions) {
    const scores = score.dimensions[dimension.id]?.items ?? {};
    for (const id of dimension.items) {
      const value = scores[id] ?? null;
      const state = value === null ? withoutValue(states[id]) : 'level';
      values.set(id, { id, state, score: value, weight: weights.get(id) ?? 1 });
    }
  }
  return values;
}

function withoutValue(state: ItemState | undefined): ItemState {
  return state === undefined || state === 'level' ? 'missing' : state;
}
