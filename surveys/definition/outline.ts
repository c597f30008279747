import { rowQuestionsOf } from './matrix-rows.ts';
import type { MatrixSource, QuestionSource, RowSource } from './question-shape.ts';
import type { ElementSource, PageSource, PanelSource, QuestionnaireSource } from './questionnaire-shape.ts';

/** One question with its place: where it stands, what it inherits, which conditions stand above it. */
export interface OutlinedQuestion {
  readonly source: QuestionSource;
  readonly path: readonly PropertyKey[];
  /** Dimension, own or inherited from panel or page; null: none. */
  readonly dimension: string | null;
  /** Paths of the `visibleIf` expressions that decide about this question. */
  readonly conditionPaths: readonly string[];
  /** Whether the question is a row of a matrix; `path` is that of the matrix then. */
  readonly inMatrix: boolean;
}

/** A matrix as it stands in the file; its rows are among the questions. */
export interface OutlinedMatrix {
  readonly source: MatrixSource;
  readonly path: readonly PropertyKey[];
}

/** A row question of a dynamic panel. */
export interface OutlinedRowQuestion {
  readonly source: RowSource;
  readonly path: readonly PropertyKey[];
  readonly parent: string;
}

/** One expression of the questionnaire; `rows`: the dynamic panel inside which it stands. */
export interface OutlinedExpression {
  readonly path: readonly PropertyKey[];
  readonly expression: string;
  readonly rows: string | null;
}

/** Everything of a questionnaire in reading order, flat. */
export interface Outline {
  readonly questions: readonly OutlinedQuestion[];
  readonly matrices: readonly OutlinedMatrix[];
  readonly rowQuestions: readonly OutlinedRowQuestion[];
  readonly containers: readonly { readonly name: string; readonly path: readonly PropertyKey[] }[];
  readonly expressions: readonly OutlinedExpression[];
}

interface Place {
  readonly path: readonly PropertyKey[];
  readonly dimension: string | null;
  readonly conditionPaths: readonly string[];
}

interface Growing {
  readonly questions: OutlinedQuestion[];
  readonly matrices: OutlinedMatrix[];
  readonly rowQuestions: OutlinedRowQuestion[];
  readonly containers: { name: string; path: readonly PropertyKey[] }[];
  readonly expressions: OutlinedExpression[];
}

export function outlineOf(source: QuestionnaireSource): Outline {
  const outline: Growing = { questions: [], matrices: [], rowQuestions: [], containers: [], expressions: [] };
  for (const [index, page] of source.pages.entries()) {
    addContainer(outline, page, { path: ['pages', index], dimension: null, conditionPaths: [] });
  }
  return outline;
}

function addContainer(outline: Growing, source: PageSource | PanelSource, place: Place): void {
  outline.containers.push({ name: source.name, path: place.path });
  const inside = insideOf(outline, source, place);
  for (const [index, element] of source.elements.entries()) {
    addElement(outline, element, { ...inside, path: [...place.path, 'elements', index] });
  }
}

function addElement(outline: Growing, element: ElementSource, place: Place): void {
  if (element.type === 'panel') {
    addContainer(outline, element, place);
    return;
  }
  const inside = insideOf(outline, element, place);
  if (element.type === 'matrix') {
    outline.matrices.push({ source: element, path: place.path });
    for (const source of rowQuestionsOf(element))
      outline.questions.push({ source, ...inside, inMatrix: true });
    return;
  }
  addExpression(outline, { path: [...place.path, 'requiredIf'], expression: element.requiredIf, rows: null });
  outline.questions.push({ source: element, ...inside, inMatrix: false });
  if (element.type !== 'paneldynamic') return;
  for (const [index, source] of element.templateElements.entries()) {
    addRowQuestion(outline, {
      source,
      path: [...place.path, 'templateElements', index],
      parent: element.name,
    });
  }
}

function addRowQuestion(outline: Growing, row: OutlinedRowQuestion): void {
  outline.rowQuestions.push(row);
  for (const key of ['visibleIf', 'requiredIf'] as const) {
    addExpression(outline, { path: [...row.path, key], expression: row.source[key], rows: row.parent });
  }
}

function insideOf(
  outline: Growing,
  source: { visibleIf?: string | undefined; dimension?: string | undefined },
  place: Place,
): Place {
  const path = [...place.path, 'visibleIf'];
  addExpression(outline, { path, expression: source.visibleIf, rows: null });
  return {
    path: place.path,
    dimension: source.dimension ?? place.dimension,
    conditionPaths:
      source.visibleIf === undefined ? place.conditionPaths : [...place.conditionPaths, path.join('/')],
  };
}

function addExpression(
  outline: Growing,
  {
    path,
    expression,
    rows,
  }: { path: readonly PropertyKey[]; expression: string | undefined; rows: string | null },
): void {
  if (expression !== undefined) outline.expressions.push({ path, expression, rows });
}
