import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { DimensionScore, OfficeFigures } from '../../surveys/scoring/score.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

/** A level 0–4, or why there is none. */
export type Given = number | 'NA' | 'DK' | 'blank';

export function answerOf(given: Given): Answer | null {
  if (given === 'NA') return { state: 'na', reason: 'elsewhere' };
  if (given === 'DK') return { state: 'dk' };
  return given === 'blank' ? null : { value: given };
}

export function answersOf(given: readonly Given[], prefix = 'q'): Answers {
  const answers: Record<string, Answer> = {};
  for (const [index, one] of given.entries()) {
    const answer = answerOf(one);
    if (answer) answers[`${prefix}${index + 1}`] = answer;
  }
  return answers;
}

const plans = new Map<number, Plan>();

/** One dimension of five-step items; compiled once per number of items. */
function planWith(weights: readonly number[]): Plan {
  const names = weights.map((_, index) => `q${index + 1}`);
  const plan = plans.get(weights.length) ?? planOf(questionnaireOf(names.map((name) => item(name))));
  plans.set(weights.length, plan);
  const pages = plan.pages.map((page) => ({
    ...page,
    elements: page.elements.map((element, index) => ({ ...element, weight: weights[index] ?? 1 })),
  }));
  return { ...plan, pages };
}

/** Score of one dimension of five-step items. */
export function scoreOf(given: readonly Given[], weights: readonly number[] = []): DimensionScore {
  const plan = planWith(given.map((_, index) => weights[index] ?? 1));
  const score = createScorer(plan).scoreResponse(answersOf(given), { tags: [] });
  const dimension = score.dimensions['d1'];
  if (!dimension) throw new Error('no dimension');
  return dimension;
}

export interface Asked {
  readonly weights?: readonly number[];
  readonly seed?: number;
  readonly office?: string;
  readonly draws?: number;
}

/** Figures of an office whose people answered one dimension of five-step items: one row per person. */
export function figuresOf(rows: readonly (readonly Given[])[], asked: Asked = {}): OfficeFigures {
  const { weights = [], seed = 1, office = '10', draws = 200 } = asked;
  const items = Math.max(1, ...rows.map((row) => row.length));
  const plan = planWith(Array.from({ length: items }, (_, index) => weights[index] ?? 1));
  const responses = rows.map((row) => answersOf(row));
  return createScorer(plan).figuresOfOffice(responses, { tags: [], seed, office, draws });
}

/** The one dimension of {@link figuresOf}. */
export function dimensionOf({ score }: OfficeFigures): DimensionScore {
  const dimension = score.dimensions['d1'];
  if (!dimension) throw new Error('no dimension');
  return dimension;
}
