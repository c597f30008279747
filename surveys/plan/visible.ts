import type { Answers } from '../answers/answer.ts';
import { askedOf, type Placed, placedQuestions } from './asked.ts';
import type { PagePlan, Plan } from './plan.ts';

/** Pages with at least one asked question, in order. */
export function visiblePages(plan: Plan, answers: Answers, tags: readonly string[]): readonly PagePlan[] {
  const pages = new Set(askedIn(plan, answers, tags).map((entry) => entry.page));
  return plan.pages.filter((page) => pages.has(page));
}

/** Names of the asked questions in questionnaire order; row questions of dynamic panels are not listed. */
export function visibleQuestions(plan: Plan, answers: Answers, tags: readonly string[]): readonly string[] {
  return askedIn(plan, answers, tags).map((entry) => entry.question.name);
}

/**
 * Share 0–1 of the asked scored items that carry a value, "don't know" or "does not apply"; of all asked questions
 * when none is scored. 0 when nothing is asked.
 */
export function answeredShare(plan: Plan, answers: Answers, tags: readonly string[]): number {
  const asked = askedIn(plan, answers, tags);
  const items = asked.filter((entry) => entry.question.dimension !== null);
  const counted = items.length > 0 ? items : asked;
  if (counted.length === 0) return 0;
  return counted.filter((entry) => isAnswered(answers, entry.question.name)).length / counted.length;
}

function isAnswered(answers: Answers, name: string): boolean {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (answer?.state !== undefined) return true;
  const value = answer?.value;
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

const prepared = new WeakMap<Plan, readonly Placed[]>();

function askedIn(plan: Plan, answers: Answers, tags: readonly string[]): readonly Placed[] {
  const placed = prepared.get(plan) ?? placedQuestions(plan);
  prepared.set(plan, placed);
  return askedOf(placed, answers, tags);
}
