import type { PagePlan, QuestionPlan } from './plan.ts';
import { questionsOfPage } from './questions.ts';

/** Seconds a person needs on average: read, decide, perhaps ask somebody. A convention, not a measurement. */
const seconds: Readonly<Record<QuestionPlan['type'], number>> = {
  radiogroup: 30,
  rating: 30,
  checkbox: 45,
  boolean: 15,
  text: 20,
  comment: 60,
  paneldynamic: 240,
};

/** Estimate for the given pages, in whole minutes, at least 1. */
export function estimateMinutes(pages: readonly PagePlan[]): number {
  const total = pages.flatMap(questionsOfPage).reduce((sum, question) => sum + seconds[question.type], 0);
  return Math.max(1, Math.ceil(total / 60));
}
