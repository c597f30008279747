import type { AnswerContext, Answers } from '../../surveys/answers/answer.ts';
import type { Checker } from '../../surveys/answers/checker.ts';
import type { Language, QuestionPlan } from '../../surveys/plan/plan.ts';
import type { ProblemError } from '../http.ts';
import { texts } from './texts.ts';

/** What is wrong with one answer, and where: a JSON pointer below the answers such as `/projects/0/title`. */
export interface QuestionProblem {
  readonly question: string;
  readonly pointer: string;
  readonly detail: string;
}

/** What the server would say at submit, found by the same rules. */
export function problemsOf(
  checker: Checker,
  answers: Answers,
  { tags, language }: AnswerContext & { readonly language: Language },
): readonly QuestionProblem[] {
  const checked = checker.checkSubmission(answers, { tags });
  if (checked.ok) return [];
  return checked.problems.map(({ question, pointer, detail }) => ({
    question,
    pointer,
    detail: detail[language],
  }));
}

/** The server's refusal of a submission, by question. */
export function problemsIn(error: ProblemError): readonly QuestionProblem[] {
  return error.errors.map(({ pointer, detail }) => {
    const below = pointer.replace(/^#/, '').replace(/^\/answers(?=\/)/, '');
    const [, name = ''] = below.split('/');
    return { question: name.replaceAll('~1', '/').replaceAll('~0', '~'), pointer: below, detail };
  });
}

/** The first problem of a place and everything below it. */
export function problemAt(problems: readonly QuestionProblem[], pointer: string): string | undefined {
  return problems.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))?.detail;
}

interface Named {
  readonly question: QuestionPlan;
  /** As it stands alone. */
  readonly title: string;
}

/** A problem's place in words: the question, and in a list the entry and its field. */
export function placeName({ question, title }: Named, pointer: string, language: Language): string {
  const [, , index, name] = pointer.replace('/value/', '/').split('/');
  if (question.type !== 'paneldynamic' || index === undefined) return title;
  const leaf = question.questions.find((one) => one.name === name);
  const entry = texts[language].entry(Number(index) + 1);
  return [title, entry, ...(leaf ? [leaf.title[language]] : [])].join(', ');
}

/** One problem per place, so that a summary does not repeat itself. */
export function distinct(problems: readonly QuestionProblem[]): readonly QuestionProblem[] {
  return [...new Map(problems.map((one) => [one.pointer, one])).values()];
}
