import type { AnswerContext, Answers } from '../../answers/answer.ts';
import type { Plan } from '../../plan/plan.ts';
import type { OfficeScore } from '../score.ts';
import { round6OrNull } from './numbers.ts';
import { createItemReader } from './read-items.ts';
import { scoreResponse } from './score-response.ts';

/** Scores responses to one plan; prepared once. Never throws on checked answers. */
export interface Scorer {
  /** Score of the one response of an office (mode official), every number at 6 decimals. */
  scoreResponse(answers: Answers, context: AnswerContext): OfficeScore;
  /** The same, not rounded: what means over offices are built from. */
  scoreExactly(answers: Answers, context: AnswerContext): OfficeScore;
}

/** @see scoring.md §1–§7, §13 */
export function createScorer(plan: Plan): Scorer {
  const readItems = createItemReader(plan);
  return {
    scoreResponse: (answers, { tags }) => scoreResponse(plan, readItems(answers, tags), round6OrNull),
    scoreExactly: (answers, { tags }) => scoreResponse(plan, readItems(answers, tags), (value) => value),
  };
}
