import type { MatrixRows } from '../plan/matrices.ts';
import type { AnswerProblem } from './answer.ts';
import { isRecord } from './is-record.ts';
import { complain, complaints, spotOf } from './problems.ts';

/** Answers as they were sent, by question; what is wrong with the form of a matrix stands in `problems`. */
export interface FlatAnswers {
  readonly given: ReadonlyMap<string, unknown>;
  readonly problems: AnswerProblem[];
}

const byRow = { de: 'ein Objekt mit Antworten nach Zeilen', en: 'an object of answers by row' };

/**
 * Takes the rows of matrices out of their nesting: `{"m": {"r1": 2}}` becomes `m.r1`. Every other key stays.
 *
 * @param strictness in a file rows are always nested; a page holds them as questions of their own as well
 */
export function flatAnswers(
  raw: object,
  matrices: readonly MatrixRows[],
  strictness: 'submission' | 'file',
): FlatAnswers {
  const flat = { given: new Map<string, unknown>(Object.entries(raw)), problems: [] };
  for (const matrix of matrices) {
    if (strictness === 'file') refuseRowKeys(matrix, flat);
    if (!flat.given.has(matrix.name)) continue;
    const sent = flat.given.get(matrix.name);
    flat.given.delete(matrix.name);
    if (sent !== null || strictness === 'file') openRows(sent, matrix, flat);
  }
  return flat;
}

interface Growing {
  readonly given: Map<string, unknown>;
  readonly problems: AnswerProblem[];
}

function refuseRowKeys({ name, rows }: MatrixRows, { given, problems }: Growing): void {
  for (const [row, question] of rows) {
    if (given.delete(question)) complain(spotOf(question, problems, 'file'), complaints.nestedRow(name, row));
  }
}

function openRows(sent: unknown, { name, rows }: MatrixRows, { given, problems }: Growing): void {
  if (!isRecord(sent)) {
    complain(spotOf(name, problems, 'file'), complaints.wrongType(sent, byRow));
    return;
  }
  for (const [row, value] of Object.entries(sent)) {
    const question = rows.get(row);
    if (question === undefined) {
      complain(
        spotOf(`${name}.${row.slice(0, 80)}`, problems, 'file'),
        complaints.unknownRow([...rows.keys()]),
      );
      if (problems.length >= 100) return;
    } else if (given.has(question))
      complain(spotOf(question, problems, 'file'), complaints.duplicateRow(question));
    else given.set(question, value);
  }
}
