import type { ElementPlan, Plan, QuestionPlan } from '../../../surveys/plan/plan.ts';

function within(element: ElementPlan): readonly QuestionPlan[] {
  return element.type === 'panel' ? element.elements.flatMap(within) : [element];
}

/** All questions of a plan in their order, panels opened. */
export function planQuestions(plan: Plan): readonly QuestionPlan[] {
  return plan.pages.flatMap((page) => page.elements.flatMap(within));
}
