import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import { isBlank } from '../../surveys/conditions/evaluate-condition.ts';
import { estimateMinutes } from '../../surveys/plan/estimate-minutes.ts';
import type { PagePlan, Plan, QuestionPlan } from '../../surveys/plan/plan.ts';
import { questionsOfPage } from '../../surveys/plan/questions.ts';
import { visiblePages, visibleQuestions } from '../../surveys/plan/visible.ts';

export interface PageProgress {
  readonly page: PagePlan;
  /** Asked questions of the page in order. */
  readonly asked: readonly QuestionPlan[];
  /** Those of them that are counted and still blank. */
  readonly open: readonly QuestionPlan[];
  /** How many of the asked questions are counted. */
  readonly counted: number;
}

export interface Progress {
  readonly pages: readonly PageProgress[];
  readonly counted: number;
  readonly answered: number;
  /** Estimate in whole minutes; 0 when nothing is open. */
  readonly minutesLeft: number;
  readonly minutes: number;
}

/**
 * How far the sheet is. Counted are scored and required questions; a list of projects may stay empty because there are
 * none.
 */
export function progressOf(plan: Plan, answers: Answers, tags: readonly string[]): Progress {
  const names = new Set(visibleQuestions(plan, answers, tags));
  const pages = visiblePages(plan, answers, tags).map((page) => pageProgress(page, names, answers));
  const counted = sum(pages.map((page) => page.counted));
  const open = sum(pages.map((page) => page.open.length));
  const minutes = estimateMinutes(pages.map((one) => one.page));
  const minutesLeft = counted === 0 ? minutes : Math.ceil((minutes * open) / counted);
  return { pages, counted, answered: counted - open, minutes, minutesLeft };
}

function pageProgress(page: PagePlan, names: ReadonlySet<string>, answers: Answers): PageProgress {
  const asked = questionsOfPage(page).filter((question) => names.has(question.name));
  const counted = asked.filter((question) => question.dimension !== null || question.required);
  const open = counted.filter((question) => !isAnswered(answers[question.name]));
  return { page, asked, open, counted: counted.length };
}

export function isAnswered(answer: Answer | undefined): boolean {
  return answer?.state !== undefined || !isBlank(answer?.value);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
