import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { DimensionScore } from '../../surveys/scoring/score.ts';
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

/** Score of one dimension of five-step items. */
export function scoreOf(given: readonly Given[], weights: readonly number[] = []): DimensionScore {
  const items = given.map((_, index) => item(`q${index + 1}`, { weight: weights[index] ?? 1 }));
  const plan = planOf(questionnaireOf(items));
  const score = createScorer(plan).scoreResponse(answersOf(given), { tags: [] });
  const dimension = score.dimensions['d1'];
  if (!dimension) throw new Error('no dimension');
  return dimension;
}
