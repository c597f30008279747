import type { AnswerContext, Answers } from '../../answers/answer.ts';
import type { Plan } from '../../plan/plan.ts';
import type { OfficeFigures, OfficeScore } from '../score.ts';
import { round6OrNull } from './numbers.ts';
import { figuresOfOffice, figuresOfResponse, type OfficeContext } from './office-figures.ts';
import { itemReader, prepareItems } from './read-items.ts';
import { exact, scoreResponse } from './score-response.ts';

/** Scores responses to one plan; prepared once. Never throws on checked answers. */
export interface Scorer {
  /** Score of the one response of an office (mode official), every number at 6 decimals. */
  scoreResponse(answers: Answers, context: AnswerContext): OfficeScore;
  /** The same, not rounded: what means over offices are built from. */
  scoreExactly(answers: Answers, context: AnswerContext): OfficeScore;
  /** Everything that is kept of the one response of an office (mode official), not rounded. */
  figuresOfResponse(answers: Answers, context: AnswerContext): OfficeFigures;
  /** Everything that is kept of all responses of an office (mode several), in any order; not rounded. */
  figuresOfOffice(responses: readonly Answers[], context: OfficeContext): OfficeFigures;
}

/** @see scoring.md §1–§9, §12, §13 */
export function createScorer(plan: Plan): Scorer {
  const prepared = prepareItems(plan);
  const readItems = itemReader(prepared);
  return {
    scoreResponse: (answers, { tags }) => scoreResponse(plan, readItems(answers, tags), round6OrNull),
    scoreExactly: (answers, { tags }) => scoreResponse(plan, readItems(answers, tags), exact),
    figuresOfResponse: (answers, context) => figuresOfResponse({ plan, prepared }, answers, context),
    figuresOfOffice: (responses, context) => figuresOfOffice({ plan, prepared }, responses, context),
  };
}
