import type { ElementPlan, Plan } from './plan.ts';

/** A matrix with its rows: names of the questions by name of the row. */
export interface MatrixRows {
  readonly name: string;
  readonly rows: ReadonlyMap<string, string>;
}

/** The matrices of a plan in questionnaire order. */
export function matricesOf(plan: Pick<Plan, 'pages'>): readonly MatrixRows[] {
  return plan.pages.flatMap((page) => page.elements.flatMap(matricesIn));
}

function matricesIn(element: ElementPlan): readonly MatrixRows[] {
  if (element.type !== 'panel') return [];
  if (!element.matrix) return element.elements.flatMap(matricesIn);
  const names = element.elements.map((row) => row.name);
  const rows = new Map(names.map((name) => [name.slice(element.name.length + 1), name]));
  return [{ name: element.name, rows }];
}
