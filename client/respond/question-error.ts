import { useAnswering } from './answering-context.ts';
import { problemAt } from './problems.ts';

/** What is wrong with the answer of a question: found at review, or said by the server when saving. */
export function useQuestionError(name: string): string | undefined {
  const { problems, saving, language, t } = useAnswering();
  const refused = saving.sheet.refused[name];
  return problemAt(problems, `/${name}`) ?? (refused ? refused[language] || t.answerNotSaved : undefined);
}
