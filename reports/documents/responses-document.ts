import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import { nestedRows } from '../../surveys/answers/nested-rows.ts';
import { matricesOf } from '../../surveys/plan/matrices.ts';
import type { Plan } from '../../surveys/plan/plan.ts';

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

/** Value, state, reason and target of the scored questions, in questionnaire order: nothing anybody wrote. */
function scoredOnly({ maturity }: Pick<Plan, 'maturity'>, answers: Answers): Answers {
  const items = maturity.dimensions.flatMap((dimension) => dimension.items);
  const kept = items.flatMap((item) => {
    const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
    if (answer === undefined) return [];
    const { comment: _, evidence: __, reasonText: ___, ...others } = answer;
    return Object.keys(others).length === 0 ? [] : [[item, others] as const];
  });
  return Object.fromEntries(kept);
}

/**
 * Answers of many people by office as a sorted multiset: scored questions without texts, in an order that follows from
 * the answers alone, numbered anew.
 *
 * @param offices those whose values are published, in the given order
 * @see scoring.md §10; formats.md §3
 */
export function severalDocument(
  plan: Pick<Plan, 'pages' | 'maturity'>,
  offices: readonly { readonly code: string; readonly responses: readonly Answers[] }[],
): readonly ResponseRecord[] {
  return offices.flatMap(({ code, responses }) =>
    responses
      .map((answers) => written(plan, scoredOnly(plan, answers)))
      .map((answers) => ({ answers, order: JSON.stringify(answers) }))
      .toSorted((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
      .map(({ answers }, place): ResponseRecord => {
        return { office: code, mode: 'several', respondent: String(place + 1), answers };
      }),
  );
}
