import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import { nestedRows } from '../../surveys/answers/nested-rows.ts';
import { matricesOf } from '../../surveys/plan/matrices.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import { answersExporter } from './exported-answers.ts';

/** One submitted response, as `pegel score` reads it. */
export interface ResponseRecord {
  /** Code of the office. */
  readonly office: string;
  readonly mode: 'official' | 'several';
  /** Mode several only: a number inside the office that says nothing about who it was. */
  readonly respondent?: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The short form: a bare value when nothing else was said. */
function shortened(answer: Answer): unknown {
  const { value, ...others } = answer;
  return value !== undefined && Object.keys(others).length === 0 ? value : answer;
}

/** Rows of a matrix nested, every answer in its short form. */
function written(plan: Pick<Plan, 'pages'>, answers: Answers): ResponseRecord['answers'] {
  const matrices = new Set(matricesOf(plan).map(({ name }) => name));
  const entries = Object.entries(nestedRows(answers)).map(([name, answer]) => [
    name,
    matrices.has(name)
      ? Object.fromEntries(Object.entries(answer).map(([row, own]) => [row, shortened(own)]))
      : shortened(answer),
  ]);
  return Object.fromEntries(entries);
}

/**
 * Submitted answers in the form of `pegel score --responses`, offices in the given order.
 *
 * @see formats.md §3
 */
export function responsesDocument(
  plan: Pick<Plan, 'pages'>,
  submissions: readonly { readonly code: string; readonly answers: Answers }[],
): readonly ResponseRecord[] {
  return submissions.map(({ code, answers }) => ({
    office: code,
    mode: 'official',
    answers: written(plan, answers),
  }));
}

/** The people of one office, as far as they may be known. */
interface OfficeResponses {
  readonly code: string;
  /** Field ids the office was asked for. */
  readonly tags: readonly string[];
  readonly responses: readonly Answers[];
}

/**
 * Answers of many people by office as a sorted multiset: scored questions and what their conditions rest on, without
 * texts, in an order that follows from the answers alone, numbered anew.
 *
 * @param offices those whose values are published, in the given order
 * @see answersExporter for what is kept; scoring.md §10; formats.md §3
 */
export function severalDocument(plan: Plan, offices: readonly OfficeResponses[]): readonly ResponseRecord[] {
  const exported = answersExporter(plan);
  return offices.flatMap(({ code, tags, responses }) =>
    responses
      .map((answers) => written(plan, exported(answers, tags)))
      .map((answers) => ({ answers, order: JSON.stringify(answers) }))
      .toSorted((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
      .map(({ answers }, place): ResponseRecord => {
        return { office: code, mode: 'several', respondent: String(place + 1), answers };
      }),
  );
}
