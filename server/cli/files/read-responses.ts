import { z } from 'zod';
import type { Answers } from '../../../surveys/answers/answer.ts';
import { type Checker, createChecker } from '../../../surveys/answers/checker.ts';
import { placedQuestions } from '../../../surveys/plan/asked.ts';
import { matricesOf } from '../../../surveys/plan/matrices.ts';
import type { Plan } from '../../../surveys/plan/plan.ts';
import { parse } from '../../http/parse.ts';
import type { RefusalError } from '../../refusal.ts';
import type { FileOffice } from './read-offices.ts';
import {
  answerError,
  officeInTwoModes,
  otherMode,
  refusedResponses,
  respondentInOfficial,
  respondentMissing,
  respondentTwice,
  type Spot,
  secondResponse,
  unknownOffice,
} from './response-problems.ts';

const responseMode = z.enum(['official', 'several']);
const record = z.strictObject({
  office: z.string().min(1).max(100),
  mode: responseMode.default('official'),
  respondent: z.string().min(1).max(100).optional(),
  answers: z.unknown(),
});
const responses = z.array(record).max(100_000);

export type ResponseMode = z.output<typeof responseMode>;
type ResponseRecord = z.output<typeof record>;

/** The responses of a file, all of one mode. */
export interface FileResponses {
  readonly mode: ResponseMode;
  /** Checked answers by office code: one entry in mode official, one per person in mode several. */
  readonly answers: ReadonlyMap<string, readonly Answers[]>;
}

interface Reading {
  readonly mode: ResponseMode;
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly checker: Checker;
  /** Names that answers may have. */
  readonly questions: readonly string[];
  readonly answers: Map<string, Answers[]>;
  /** Respondents seen, by office code. */
  readonly respondents: Map<string, Set<string>>;
  readonly errors: RefusalError[];
}

/**
 * Responses of a file (formats.md §3), checked against questionnaire and offices.
 *
 * @throws Refusal naming office and pointer of everything that is wrong
 */
export function readResponses(
  json: unknown,
  { offices, plan }: { readonly offices: readonly FileOffice[]; readonly plan: Plan },
): FileResponses {
  const records = parse(responses, json);
  const reading: Reading = {
    mode: records[0]?.mode ?? 'official',
    tags: new Map(offices.map((office) => [office.code, office.tags])),
    checker: createChecker(plan),
    questions: answerNames(plan),
    answers: new Map(),
    respondents: new Map(),
    errors: [],
  };
  for (const [index, sent] of records.entries())
    readRecord(reading, { index, code: plain(sent.office) }, sent);
  if (reading.errors.length > 0) throw refusedResponses(reading.errors);
  return { mode: reading.mode, answers: reading.answers };
}

function readRecord(reading: Reading, spot: Spot, sent: ResponseRecord): void {
  const { mode, tags, checker, questions, answers, errors } = reading;
  const known = tags.get(spot.code);
  if (!known) {
    errors.push(unknownOffice(spot, tags.keys()));
    return;
  }
  const own = answers.get(spot.code) ?? [];
  if (sent.mode !== mode)
    errors.push(answers.has(spot.code) ? officeInTwoModes(spot, mode) : otherMode(spot, mode));
  else errors.push(...whoAnswers(reading, spot, sent));
  answers.set(spot.code, own);
  const checked = checker.checkFile(sent.answers, { tags: known });
  if (checked.ok) own.push(checked.answers);
  else errors.push(...checked.problems.map((problem) => answerError(spot, problem, questions)));
}

/** What is wrong with who answers: official, one an office; several, one a person. */
function whoAnswers(
  { mode, answers, respondents }: Reading,
  spot: Spot,
  { respondent }: ResponseRecord,
): readonly RefusalError[] {
  if (mode === 'official') {
    const surplus = respondent === undefined ? [] : [respondentInOfficial(spot)];
    return answers.has(spot.code) ? [...surplus, secondResponse(spot)] : surplus;
  }
  const name = plain(respondent ?? '');
  if (name === '') return [respondentMissing(spot)];
  const seen = respondents.get(spot.code) ?? new Set();
  if (seen.has(name)) return [respondentTwice(spot, name)];
  respondents.set(spot.code, seen.add(name));
  return [];
}

/** Keys of `answers` in a file: a matrix stands for its rows. */
function answerNames(plan: Plan): readonly string[] {
  const ofRow = new Map(
    matricesOf(plan).flatMap(({ name, rows }) => [...rows.values()].map((row) => [row, name] as const)),
  );
  const names = placedQuestions(plan).map(({ question }) => ofRow.get(question.name) ?? question.name);
  return [...new Set(names)];
}

function plain(text: string): string {
  return text.normalize('NFC').trim();
}
