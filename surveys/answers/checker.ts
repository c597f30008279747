import { askedOf, lookupIn, type Placed, placedQuestions } from '../plan/asked.ts';
import type { Plan } from '../plan/plan.ts';
import type { Answer, AnswerContext, AnswerProblem, Answers, Checked } from './answer.ts';
import { completeAnswer } from './complete-answer.ts';
import { complain, complaints, type Spot, type Strictness } from './problems.ts';
import { answerReader, isRecord, type ReadAnswer } from './read-answer.ts';

export type CheckedDraft =
  | { readonly ok: true; readonly answer: Answer | null }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

/** Checks answers against one plan; prepared once, used for every response. No survey engine, never throws. */
export interface Checker {
  /** One key of an autosave; may be unfinished. `null` clears the answer. */
  checkDraft(name: string, value: unknown): CheckedDraft;
  /** A whole response at submit: everything strict; answers to questions not asked are stripped. */
  checkSubmission(answers: unknown, context: AnswerContext): Checked;
  /** A whole response from a file: as at submit, but an answer to a question not asked is refused. */
  checkFile(answers: unknown, context: AnswerContext): Checked;
}

interface Prepared {
  readonly placed: readonly Placed[];
  readonly readers: ReadonlyMap<string, ReadAnswer>;
}

export function createChecker(plan: Plan): Checker {
  const placed = placedQuestions(plan);
  const readers = new Map(placed.map(({ question }) => [question.name, answerReader(question, plan)]));
  const prepared = { placed, readers };
  return {
    checkDraft: (name, value) => checkDraft(prepared, name, value),
    checkSubmission: (answers, context) => checkAll(prepared, answers, { ...context, notAsked: 'strip' }),
    checkFile: (answers, context) => checkAll(prepared, answers, { ...context, notAsked: 'refuse' }),
  };
}

function checkDraft({ readers }: Prepared, name: string, value: unknown): CheckedDraft {
  const spot = spotOf(name, 'draft', []);
  const read = readers.get(name);
  if (!read) {
    complain({ ...spot, question: name.slice(0, 80) }, complaints.unknownQuestion());
    return { ok: false, problems: spot.problems };
  }
  const answer = value === null ? null : read(value, spot);
  return spot.problems.length > 0 ? { ok: false, problems: spot.problems } : { ok: true, answer };
}

interface Whole extends AnswerContext {
  readonly notAsked: 'strip' | 'refuse';
}

/** What reading one question gave: its answer, and its own problems, which count only if the question is asked. */
interface Found {
  readonly answer: Answer | null;
  readonly spot: Spot;
}

const anObject = { de: 'ein Objekt mit Antworten nach Fragen', en: 'an object of answers by question' };

function checkAll(prepared: Prepared, raw: unknown, whole: Whole): Checked {
  if (!isRecord(raw)) {
    const { kind, detail } = complaints.wrongType(raw, anObject);
    return { ok: false, problems: [{ question: '', pointer: '', kind, detail }] };
  }
  const found = readAll(prepared, raw, whole);
  const read: Record<string, Answer> = {};
  for (const [name, { answer }] of found) if (answer) read[name] = answer;
  const asked = askedOf(prepared.placed, read, whole.tags);
  const problems = refusedKeys(prepared, raw, { asked, found, whole });
  const answers = completed(asked, { read, found, problems });
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, 100) } : { ok: true, answers };
}

function readAll(
  { readers }: Prepared,
  raw: Readonly<Record<string, unknown>>,
  { notAsked }: Whole,
): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const [name, read] of readers) {
    if (!Object.hasOwn(raw, name)) continue;
    const value = raw[name];
    if (value === null && notAsked === 'strip') continue;
    const spot = spotOf(name, 'submission', []);
    found.set(name, { answer: read(value, spot), spot });
  }
  return found;
}

function refusedKeys(
  { readers }: Prepared,
  raw: object,
  { asked, found, whole }: { asked: readonly Placed[]; found: ReadonlyMap<string, Found>; whole: Whole },
): AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const key of Object.keys(raw)) {
    if (!readers.has(key))
      complain(spotOf(key.slice(0, 80), 'submission', problems), complaints.unknownQuestion());
  }
  if (whole.notAsked === 'strip') return problems;
  const names = new Set(asked.map((entry) => entry.question.name));
  for (const [name, { answer, spot }] of found) {
    if (names.has(name) || (answer === null && spot.problems.length === 0)) continue;
    complain(spotOf(name, 'submission', problems), complaints.notAsked());
  }
  return problems;
}

function completed(
  asked: readonly Placed[],
  { read, found, problems }: { read: Answers; found: ReadonlyMap<string, Found>; problems: AnswerProblem[] },
): Answers {
  const lookup = lookupIn(asked, read);
  const answers: Record<string, Answer> = {};
  for (const { question } of asked) {
    const { answer, spot } = found.get(question.name) ?? {
      answer: null,
      spot: spotOf(question.name, 'submission', []),
    };
    const complete = completeAnswer(question, answer, { lookup, spot });
    if (complete) answers[question.name] = complete;
    problems.push(...spot.problems);
  }
  return answers;
}

function spotOf(question: string, strictness: Strictness, problems: AnswerProblem[]): Spot {
  return { question, path: [], strictness, problems };
}
