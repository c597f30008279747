import type { ElementPlan, Language, PagePlan, PanelPlan, QuestionPlan } from '../../surveys/plan/plan.ts';

/** A question's title as it stands alone: a row of a matrix says little without the question above it. */
export function fullTitle(question: QuestionPlan, pages: readonly PagePlan[], language: Language): string {
  const own = question.title[language];
  const above = pages.flatMap(({ elements }) => matrixAround(question, elements)).at(0);
  return above?.title ? `${above.title[language]} – ${own}` : own;
}

function matrixAround(question: QuestionPlan, elements: readonly ElementPlan[]): readonly PanelPlan[] {
  return elements.flatMap((element) => {
    if (element.type !== 'panel') return [];
    if (element.matrix && element.elements.includes(question)) return [element];
    return matrixAround(question, element.elements);
  });
}
