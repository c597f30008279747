import type { Answer, Answers } from '../../surveys/answers/answer.ts';

/** One office's submitted answers, as `pegel score` reads them. */
export interface ResponseRecord {
  /** Code of the office. */
  readonly office: string;
  readonly mode: 'official';
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The short form: a bare value when nothing else was said. */
function shortened(answer: Answer): unknown {
  const { value, ...others } = answer;
  return value !== undefined && Object.keys(others).length === 0 ? value : answer;
}

/**
 * Submitted answers in the form of `pegel score --responses`, offices in the given order.
 *
 * @see formats.md §3
 */
export function responsesDocument(
  submissions: readonly { readonly code: string; readonly answers: Answers }[],
): readonly ResponseRecord[] {
  return submissions.map(({ code, answers }) => ({
    office: code,
    mode: 'official',
    answers: Object.fromEntries(
      Object.entries(answers).map(([question, answer]) => [question, shortened(answer)]),
    ),
  }));
}
