import { holds, type Lookup } from '../conditions/evaluate-condition.ts';
import type { PanelDynamicPlan, QuestionPlan, RowQuestionPlan, Scalar } from '../plan/plan.ts';
import type { Answer, PanelRow } from './answer.ts';
import { complain, complaints, forget, pointerOf, type Spot } from './problems.ts';
import { rowsOf } from './rows-of.ts';

interface Completion {
  readonly lookup: Lookup;
  readonly spot: Spot;
}

/**
 * What submit insists on for an asked question: required answers are there, rows are enough, row answers that are
 * not asked are gone. Files may lack answers.
 *
 * @returns the answer as it is kept, or undefined when blank
 */
export function completeAnswer(
  question: QuestionPlan,
  given: Answer | null,
  { lookup, spot }: Completion,
): Answer | undefined {
  const answer = question.type === 'paneldynamic' ? completeRows(question, given, { lookup, spot }) : given;
  const blank = answer?.state === undefined && isEmptyAnswer(answer?.value);
  const refused = spot.problems.some(({ kind }) => kind !== 'required');
  if (blank && !refused && insists(spot) && isRequired(question, lookup)) {
    return complain(spot, complaints.required());
  }
  return answer ?? undefined;
}

function insists({ strictness }: Spot): boolean {
  return strictness === 'submission';
}

function isRequired({ required, requiredIf }: QuestionPlan, lookup: Lookup): boolean {
  return required || (requiredIf !== null && holds(requiredIf, lookup));
}

/** survey-core counts blank texts and lists of blank rows as no answer. */
function isEmptyAnswer(value: Answer['value']): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object') return false;
  return value.every((row) => typeof row === 'object' && Object.keys(row).length === 1);
}

function completeRows(
  question: PanelDynamicPlan,
  given: Answer | null,
  { lookup, spot }: Completion,
): Answer | null {
  const rows = rowsOf(given?.value);
  if (insists(spot) && rows.length < question.minPanels)
    complain(spot, complaints.tooFewRows(rows.length, question.minPanels));
  const kept: PanelRow[] = [];
  const notAsked = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const rowSpot = { ...spot, path: [index] };
    kept.push(completeRow(question.questions, row, { lookup, spot: rowSpot, notAsked }));
  }
  forget(spot, notAsked);
  return rows.length === 0 ? given : { ...given, value: kept };
}

interface RowCompletion extends Completion {
  /** Grows by the pointers of row questions that are not asked. */
  readonly notAsked: Set<string>;
}

function completeRow(
  questions: readonly RowQuestionPlan[],
  row: PanelRow,
  completion: RowCompletion,
): PanelRow {
  const { lookup, spot, notAsked } = completion;
  const asked = new Set(askedInRow(questions, row, lookup));
  const inside = rowLookup([...asked], row, lookup);
  const kept: Record<string, Scalar> & { id: string } = { id: row.id };
  for (const question of questions) {
    const value = row[question.name];
    if (!asked.has(question)) notAsked.add(pointerOf(spot, [question.name]));
    else if (value !== undefined) kept[question.name] = value;
    if (insists(spot) && asked.has(question) && isEmptyAnswer(value) && isRequired(question, inside)) {
      complainOnce(spot, question.name);
    }
  }
  return kept;
}

function complainOnce(spot: Spot, name: string): void {
  const pointer = pointerOf(spot, [name]);
  if (!spot.problems.some((problem) => problem.pointer === pointer))
    complain(spot, complaints.required(), [name]);
}

/** The questions of one row that are asked, in order. */
export function askedInRow(
  questions: readonly RowQuestionPlan[],
  row: PanelRow,
  lookup: Lookup,
): readonly RowQuestionPlan[] {
  let asked = questions;
  for (let round = 0; round <= questions.length; round += 1) {
    const inside = rowLookup(asked, row, lookup);
    const next = questions.filter(({ visibleIf }) => visibleIf === null || holds(visibleIf, inside));
    if (next.length === asked.length && next.every((question, index) => question === asked[index]))
      return next;
    asked = next;
  }
  return asked;
}

/** Values as conditions inside a row see them: siblings as `panel.<name>`, everything else from outside. */
export function rowLookup(asked: readonly RowQuestionPlan[], row: PanelRow, outer: Lookup): Lookup {
  const names = new Set(asked.map((question) => question.name));
  return (name) => {
    if (!name.startsWith('panel.')) return outer(name);
    const sibling = name.slice('panel.'.length);
    return names.has(sibling) ? row[sibling] : undefined;
  };
}
