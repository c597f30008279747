import type { ElementPlan, PagePlan, Plan, QuestionPlan } from './plan.ts';

/** All questions of a plan in questionnaire order; those of panels in their place, row questions of dynamic panels not. */
export function questionsOf(plan: Pick<Plan, 'pages'>): readonly QuestionPlan[] {
  return plan.pages.flatMap(questionsOfPage);
}

/** Questions of one page, panels opened. */
export function questionsOfPage(page: PagePlan): readonly QuestionPlan[] {
  return page.elements.flatMap(questionsIn);
}

function questionsIn(element: ElementPlan): readonly QuestionPlan[] {
  return element.type === 'panel' ? element.elements.flatMap(questionsIn) : [element];
}
