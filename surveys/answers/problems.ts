import type { Scalar, Text } from '../plan/plan.ts';
import type { AnswerProblem } from './answer.ts';

/** What is wrong, before it is known where. */
export interface Complaint {
  readonly kind: AnswerProblem['kind'];
  readonly detail: Text;
  readonly allowed?: readonly Scalar[];
}

/**
 * How much a check insists on: a draft may be unfinished, a submission may not. A file holds right values only, but may
 * lack answers and the words that explain a reason (exports take them out).
 */
export type Strictness = 'draft' | 'submission' | 'file';

/** The place of one answer and where its problems go. Pointer segments are escaped when a problem is told. */
export interface Spot {
  readonly question: string;
  readonly path: readonly (string | number)[];
  readonly strictness: Strictness;
  readonly problems: AnswerProblem[];
}

const atQuestion: Spot['path'] = [];

/** The place of a whole answer. */
export function spotOf(question: string, problems: AnswerProblem[], strictness: Strictness): Spot {
  return { question, path: atQuestion, strictness, problems };
}

/** Writes a problem down; returns undefined, so that a reader can `return complain(…)`. */
export function complain(
  spot: Spot,
  complaint: Complaint,
  below: readonly (string | number)[] = [],
): undefined {
  const pointer = pointerOf(spot, below);
  spot.problems.push({ question: spot.question, pointer, ...complaint });
  return undefined;
}

/** Takes back what was said about places where nothing is asked. */
export function forget(spot: Spot, pointers: ReadonlySet<string>): void {
  if (spot.problems.length === 0) return;
  const kept = spot.problems.filter((problem) => !pointers.has(problem.pointer));
  spot.problems.splice(0, spot.problems.length, ...kept);
}

/** JSON pointer (RFC 6901) of a place below the answers. */
export function pointerOf(spot: Spot, below: readonly (string | number)[]): string {
  const path = [spot.question, ...spot.path, ...below];
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What was sent, as a short JSON text. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string' || typeof value !== 'object' ? (JSON.stringify(value) ?? String(value)) : '';
  if (text) return text.length > 60 ? `${text.slice(0, 57)}…` : text;
  if (value === null) return 'null';
  return Array.isArray(value) ? `[… ${value.length}]` : '{…}';
}

export const complaints = {
  unknownQuestion: (): Complaint => ({
    kind: 'unknownQuestion',
    detail: {
      de: 'Diese Frage gibt es im Fragebogen nicht.',
      en: 'There is no such question in the questionnaire.',
    },
  }),
  notAsked: (): Complaint => ({
    kind: 'notAsked',
    detail: {
      de: 'Diese Frage wird dem Amt nicht gestellt.',
      en: 'This question is not asked of the office.',
    },
  }),
  wrongType: (sent: unknown, expected: Text): Complaint => ({
    kind: 'wrongType',
    detail: {
      de: `Erwartet wird ${expected.de}. Gefunden: ${shown(sent)}.`,
      en: `Expected is ${expected.en}. Found: ${shown(sent)}.`,
    },
  }),
  wrongChoice: (sent: unknown, allowed: readonly Scalar[]): Complaint => ({
    kind: 'wrongChoice',
    detail: {
      de: `${shown(sent)} steht nicht zur Wahl. Erlaubt: ${list(allowed)}.`,
      en: `${shown(sent)} is not one of the choices. Allowed: ${list(allowed)}.`,
    },
    allowed,
  }),
  tooLong: (length: number, maximum: number): Complaint => ({
    kind: 'tooLong',
    detail: {
      de: `Der Text hat ${length} Zeichen, erlaubt sind ${maximum}.`,
      en: `The text has ${length} characters, ${maximum} are allowed.`,
    },
  }),
  outOfRange: (sent: Scalar, min: Scalar | null, max: Scalar | null): Complaint => ({
    kind: 'outOfRange',
    detail: {
      de: `${shown(sent)} liegt außerhalb des Erlaubten${range('von', 'bis', min, max)}.`,
      en: `${shown(sent)} is outside what is allowed${range('from', 'to', min, max)}.`,
    },
  }),
  required: (): Complaint => ({
    kind: 'required',
    detail: { de: 'Bitte beantworten Sie diese Frage.', en: 'Please answer this question.' },
  }),
  reasonMissing: (allowed: readonly string[]): Complaint => ({
    kind: 'reasonMissing',
    detail: {
      de: 'Bitte nennen Sie den Grund, warum die Frage nicht zutrifft.',
      en: 'Please say why the question does not apply.',
    },
    allowed,
  }),
  reasonUnknown: (sent: unknown, allowed: readonly string[]): Complaint => ({
    kind: 'reasonUnknown',
    detail: {
      de: `Den Grund ${shown(sent)} gibt es nicht. Erlaubt: ${list(allowed)}.`,
      en: `There is no reason ${shown(sent)}. Allowed: ${list(allowed)}.`,
    },
    allowed,
  }),
  reasonTextMissing: (): Complaint => ({
    kind: 'reasonTextMissing',
    detail: {
      de: 'Bitte beschreiben Sie den Grund mit einem Satz.',
      en: 'Please describe the reason in a sentence.',
    },
  }),
  stateNotAllowed: (sent: unknown, allowed: readonly string[]): Complaint => ({
    kind: 'stateNotAllowed',
    detail: {
      de: `Die Angabe ${shown(sent)} ist hier nicht erlaubt. Erlaubt: ${list(allowed)}.`,
      en: `The state ${shown(sent)} is not allowed here. Allowed: ${list(allowed)}.`,
    },
    allowed,
  }),
  valueAndState: (): Complaint => ({
    kind: 'stateNotAllowed',
    detail: {
      de: 'Eine Antwort hat entweder einen Wert oder „weiß nicht“ oder „trifft nicht zu“.',
      en: 'An answer has either a value or "don\'t know" or "does not apply".',
    },
  }),
  tooManyRows: (count: number, maximum: number): Complaint => ({
    kind: 'tooManyRows',
    detail: {
      de: `Höchstens ${maximum} Einträge, gefunden: ${count}.`,
      en: `At most ${maximum} entries, found: ${count}.`,
    },
  }),
  tooFewRows: (count: number, minimum: number): Complaint => ({
    kind: 'tooFewRows',
    detail: {
      de: `Mindestens ${minimum} Einträge, gefunden: ${count}.`,
      en: `At least ${minimum} entries, found: ${count}.`,
    },
  }),
  duplicateRow: (id: string): Complaint => ({
    kind: 'duplicateRow',
    detail: { de: `Die Kennung ${shown(id)} ist doppelt.`, en: `The id ${shown(id)} is used twice.` },
  }),
  duplicateChoice: (value: Scalar): Complaint => ({
    kind: 'duplicateChoice',
    detail: {
      de: `Die Antwort ${shown(value)} ist doppelt angekreuzt.`,
      en: `The choice ${shown(value)} is ticked twice.`,
    },
  }),
  noneWithOthers: (none: string, allowed: readonly Scalar[]): Complaint => ({
    kind: 'noneWithOthers',
    detail: {
      de: `Die Antwort ${shown(none)} steht allein. Erlaubt: ${list(allowed)}.`,
      en: `The choice ${shown(none)} stands alone. Allowed: ${list(allowed)}.`,
    },
    allowed,
  }),
  nestedRow: (matrix: string, row: string): Complaint => ({
    kind: 'unknownQuestion',
    detail: {
      de: `Diese Frage gibt es in der Datei nicht. Zeilen einer Matrix stehen geschachtelt: {"${matrix}": {"${row}": …}}.`,
      en: `There is no such question in the file. Rows of a matrix are nested: {"${matrix}": {"${row}": …}}.`,
    },
  }),
  unknownRow: (allowed: readonly string[]): Complaint => ({
    kind: 'unknownKey',
    detail: {
      de: `Diese Zeile gibt es in der Matrix nicht. Erlaubt: ${list(allowed)}.`,
      en: `There is no such row in the matrix. Allowed: ${list(allowed)}.`,
    },
    allowed,
  }),
  unknownKey: (allowed: readonly string[]): Complaint => ({
    kind: 'unknownKey',
    detail: {
      de: `Diese Angabe gibt es hier nicht. Erlaubt: ${list(allowed)}.`,
      en: `There is no such entry here. Allowed: ${list(allowed)}.`,
    },
    allowed,
  }),
} as const;

function list(values: readonly Scalar[]): string {
  const some = values.slice(0, 12).map((value) => String(value));
  return values.length > some.length ? `${some.join(', ')}, …` : some.join(', ');
}

function range(from: string, to: string, min: Scalar | null, max: Scalar | null): string {
  return `${min === null ? '' : ` ${from} ${min}`}${max === null ? '' : ` ${to} ${max}`}`;
}
