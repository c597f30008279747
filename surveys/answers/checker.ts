import { askedOf, lookupIn, type Placed, placedQuestions } from '../plan/asked.ts';
import { type MatrixRows, matricesOf } from '../plan/matrices.ts';
import type { Plan } from '../plan/plan.ts';
import type { Answer, AnswerContext, AnswerProblem, Answers, Checked } from './answer.ts';
import { completeAnswer } from './complete-answer.ts';
import { flatAnswers } from './flat-answers.ts';
import { isRecord } from './is-record.ts';
import { complain, complaints, spotOf } from './problems.ts';
import { answerReader, type ReadAnswer } from './read-answer.ts';

export type CheckedDraft =
  | { readonly ok: true; readonly answer: Answer | null }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

/** Checks answers against one plan; prepared once, used for every response. No survey engine, never throws. */
export interface Checker {
  /** One key of an autosave; may be unfinished. `null` clears the answer. */
  checkDraft(name: string, value: unknown): CheckedDraft;
  /**
   * A whole response at submit: everything strict; answers to questions not asked are stripped. Rows of a matrix may
   * come as `m.r1` or nested.
   */
  checkSubmission(answers: unknown, context: AnswerContext): Checked;
  /**
   * A whole response from a file: absent is missing, what is there is as strict as at submit, an answer to a
   * question not asked is refused, rows of a matrix are nested.
   */
  checkFile(answers: unknown, context: AnswerContext): Checked;
}

interface Prepared {
  readonly placed: readonly Placed[];
  readonly matrices: readonly MatrixRows[];
  readonly readers: ReadonlyMap<string, ReadAnswer>;
}

export function createChecker(plan: Plan): Checker {
  const placed = placedQuestions(plan);
  const readers = new Map(placed.map(({ question }) => [question.name, answerReader(question, plan)]));
  const prepared = { placed, matrices: matricesOf(plan), readers };
  return {
    checkDraft: (name, value) => checkDraft(prepared, name, value),
    checkSubmission: (answers, context) =>
      checkAll(prepared, answers, { ...context, strictness: 'submission' }),
    checkFile: (answers, context) => checkAll(prepared, answers, { ...context, strictness: 'file' }),
  };
}

function checkDraft({ readers }: Prepared, name: string, value: unknown): CheckedDraft {
  const spot = spotOf(name, [], 'draft');
  const read = readers.get(name);
  if (!read) {
    complain({ ...spot, question: name.slice(0, 80) }, complaints.unknownQuestion());
    return { ok: false, problems: spot.problems };
  }
  const answer = value === null ? null : read(value, spot);
  return spot.problems.length > 0 ? { ok: false, problems: spot.problems } : { ok: true, answer };
}

interface Whole extends AnswerContext {
  readonly strictness: 'submission' | 'file';
}

/** What reading gave: answers, and problems by question, which count only if the question is asked. */
interface Reading {
  readonly answers: Answers;
  readonly troubles: ReadonlyMap<string, AnswerProblem[]>;
}

const anObject = { de: 'ein Objekt mit Antworten nach Fragen', en: 'an object of answers by question' };
const maxProblems = 100;

function checkAll(prepared: Prepared, raw: unknown, whole: Whole): Checked {
  if (!isRecord(raw)) {
    const { kind, detail } = complaints.wrongType(raw, anObject);
    return { ok: false, problems: [{ question: '', pointer: '', kind, detail }] };
  }
  const { strictness } = whole;
  const { given, problems } = flatAnswers(raw, prepared.matrices, strictness);
  const reading = readAll(prepared, given, whole);
  const asked = askedOf(prepared.placed, reading.answers, whole.tags);
  problems.push(...unknownQuestions(prepared, given));
  if (strictness === 'file') problems.push(...answersNotAsked(asked, reading));
  const answers = completed(asked, { ...reading, strictness }, problems);
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, maxProblems) }
    : { ok: true, answers };
}

function readAll({ readers }: Prepared, given: ReadonlyMap<string, unknown>, { strictness }: Whole): Reading {
  const answers: Record<string, Answer> = {};
  const troubles = new Map<string, AnswerProblem[]>();
  const problems: AnswerProblem[] = [];
  for (const [name, read] of readers) {
    const value = given.get(name);
    if (value === undefined || (value === null && strictness === 'submission')) continue;
    const answer = read(value, spotOf(name, problems, strictness));
    if (answer) answers[name] = answer;
    if (problems.length > 0) troubles.set(name, problems.splice(0));
  }
  return { answers, troubles };
}

function unknownQuestions({ readers }: Prepared, given: ReadonlyMap<string, unknown>): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const key of given.keys()) {
    if (readers.has(key) || problems.length >= maxProblems) continue;
    complain(spotOf(key.slice(0, 80), problems, 'file'), complaints.unknownQuestion());
  }
  return problems;
}

function answersNotAsked(asked: readonly Placed[], { answers, troubles }: Reading): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  const names = new Set(asked.map((entry) => entry.question.name));
  for (const name of new Set([...Object.keys(answers), ...troubles.keys()])) {
    if (!names.has(name)) complain(spotOf(name, problems, 'file'), complaints.notAsked());
  }
  return problems;
}

function completed(
  asked: readonly Placed[],
  reading: Reading & Pick<Whole, 'strictness'>,
  problems: AnswerProblem[],
): Answers {
  const lookup = lookupIn(asked, reading.answers);
  const answers: Record<string, Answer> = {};
  for (const { question } of asked) {
    const { name } = question;
    const own = reading.troubles.get(name) ?? [];
    const given = reading.answers[name] ?? null;
    const answer = completeAnswer(question, given, { lookup, spot: spotOf(name, own, reading.strictness) });
    if (answer) answers[name] = answer;
    if (own.length > 0) problems.push(...own);
  }
  return answers;
}
