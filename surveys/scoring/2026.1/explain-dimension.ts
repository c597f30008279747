import type { Answer, Answers } from '../../answers/answer.ts';
import type { Plan, QuestionPlan, Text } from '../../plan/plan.ts';
import { questionsOf } from '../../plan/questions.ts';
import type { ExplainedItem } from '../score.ts';
import { round6OrNull } from './numbers.ts';
import { createItemReader } from './read-items.ts';

/**
 * Where the score of a dimension comes from: its items with what was answered, in questionnaire order. Empty for an
 * unknown dimension.
 *
 * @param tags field ids the office carries
 */
export function explainDimension(
  plan: Plan,
  answers: Answers,
  { tags, dimension }: { readonly tags: readonly string[]; readonly dimension: string },
): readonly ExplainedItem[] {
  const questions = new Map(questionsOf(plan).map((question) => [question.name, question]));
  const items = createItemReader(plan)(answers, tags).get(dimension) ?? [];
  return items.flatMap(({ id, state, score, weight }) => {
    const question = questions.get(id);
    if (!question) return [];
    const answer = state === 'notAsked' || !Object.hasOwn(answers, id) ? undefined : answers[id];
    return [
      {
        item: id,
        title: question.title,
        state,
        answer: answerText(question, answer),
        reason: reasonText(plan, answer),
        score: round6OrNull(score),
        weight,
      },
    ];
  });
}

function answerText(question: QuestionPlan, answer: Answer | undefined): Text | null {
  const value = answer?.value;
  if (value === undefined) return null;
  if (question.type === 'radiogroup')
    return question.choices.find((choice) => choice.value === value)?.text ?? null;
  if (question.type === 'boolean') return value === true ? question.labelTrue : question.labelFalse;
  return { de: String(value), en: String(value) };
}

function reasonText({ maturity }: Plan, answer: Answer | undefined): Text | null {
  if (answer?.state !== 'na') return null;
  if (answer.reasonText) return { de: answer.reasonText, en: answer.reasonText };
  return maturity.notApplicableReasons.find((reason) => reason.id === answer.reason)?.text ?? null;
}
