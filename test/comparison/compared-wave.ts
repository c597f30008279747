import type { ComparedOffice, ComparedWave } from '../../reports/comparison/comparison.ts';
import { weightsOf } from '../../reports/comparison/item-values.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { scoreResponse } from '../../surveys/scoring/2026.1/score-response.ts';
import type { ScoredItem } from '../../surveys/scoring/2026.1/scored-item.ts';
import type { ItemState } from '../../surveys/scoring/score.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import type { Given } from '../scoring/score-of.ts';

// biome-ignore lint/suspicious/noExplicitAny: the questionnaire of a test is plain JSON
type Json = any;

/** A questionnaire of one dimension with five-step items of these names. */
export function planWith(names: readonly string[], version = 1, dimension: Json = {}): Plan {
  const dimensions = [{ id: 'd1', title: 'Eins', field: 'verwaltung', ...dimension }];
  return planOf(
    questionnaireOf(
      names.map((name) => item(name)),
      { maturity: { version, dimensions } },
    ),
  );
}

export interface Asked {
  readonly id: string;
  readonly headcount?: number | null;
  readonly parent?: string | null;
  /** In the order of the questionnaire's items; null: nothing submitted. */
  readonly given: readonly Given[] | null;
}

const stateOf = (given: Given): ItemState =>
  typeof given === 'number' ? 'level' : ({ NA: 'na', DK: 'dk', blank: 'missing' } as const)[given];

export function comparedOffice(
  plan: Plan,
  { id, headcount = null, parent = null, given }: Asked,
): ComparedOffice {
  const weights = weightsOf(plan);
  const answers = [...(given ?? [])];
  const items = new Map(
    plan.maturity.dimensions.map((dimension) => [
      dimension.id,
      dimension.items.map((name): ScoredItem => {
        const one = answers.shift() ?? 'blank';
        const score = typeof one === 'number' ? 25 * one : null;
        return { id: name, state: stateOf(one), score, weight: weights.get(name) ?? 1 };
      }),
    ]),
  );
  const states = Object.fromEntries([...items.values()].flat().map((one) => [one.id, one.state]));
  const score = given === null ? null : scoreResponse(plan, items, (value) => value);
  return { id, headcount, parent, score, states };
}

export function comparedWave(
  plan: Plan,
  asked: readonly Asked[],
  divisions: ComparedWave['divisions'] = [],
): ComparedWave {
  return { plan, offices: asked.map((office) => comparedOffice(plan, office)), divisions };
}

/** No office was reorganised. */
export const nobodyMoved = { rows: [] };
