import type { AnsweringResponse } from '../../server/responses/responses.wire.ts';
import type { Answer } from '../../surveys/answers/answer.ts';
import type { Language } from '../../surveys/plan/plan.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { answerText } from './answer-text.ts';
import { fullTitle } from './full-title.ts';
import type { SaveQueue } from './save-queue.ts';

/** Answers as plain text, question by question; null when there is none. */
export function copyOfAnswers(
  { plan }: AnsweringResponse,
  answers: Readonly<Record<string, Answer>>,
  language: Language,
): string | null {
  const lines = questionsOf(plan).flatMap((question) => {
    const answer = answers[question.name];
    if (!answer) return [];
    return [
      `${fullTitle(question, plan.pages, language)}\n${answerText(question, answer, { plan, language })}`,
    ];
  });
  return lines.length === 0 ? null : lines.join('\n\n');
}

/** Answers that never reached the server. */
export function unsentAnswers(queue: SaveQueue): Readonly<Record<string, Answer>> {
  const changes = [...(queue.sending?.changes ?? []), ...Object.values(queue.pending)];
  return Object.fromEntries(changes.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])));
}
