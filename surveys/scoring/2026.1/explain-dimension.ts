import type { Answer, Answers } from '../../answers/answer.ts';
import type { Plan, QuestionPlan, Text } from '../../plan/plan.ts';
import { questionsOf } from '../../plan/questions.ts';
import type { ExplainedItem, OfficeFigures } from '../score.ts';
import { round6OrNull } from './numbers.ts';
import { itemReader, prepareItems } from './read-items.ts';

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
  const items = itemReader(prepareItems(plan))(answers, tags).get(dimension) ?? [];
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

/**
 * The items behind the figures of an office without single answers, in questionnaire order: what many people said
 * (mode several), state and mean alone.
 *
 * @param dimension only the items of this one; absent: of all
 */
export function explainOfficeItems(
  { pages, maturity }: Pick<Plan, 'pages' | 'maturity'>,
  { score, states }: Pick<OfficeFigures, 'score' | 'states'>,
  dimension?: string,
): readonly ExplainedItem[] {
  const questions = new Map(questionsOf({ pages }).map((question) => [question.name, question]));
  const wanted = maturity.dimensions.filter(({ id }) => dimension === undefined || id === dimension);
  return wanted.flatMap(({ id, items }) =>
    items.flatMap((item) => {
      const question = questions.get(item);
      if (!question) return [];
      const { title, weight } = question;
      const points = round6OrNull(score.dimensions[id]?.items[item] ?? null);
      return [
        { item, title, state: states[item] ?? 'missing', answer: null, reason: null, score: points, weight },
      ];
    }),
  );
}

function answerText(question: QuestionPlan, answer: Answer | undefined): Text | null {
  const value = answer?.value;
  if (value === undefined) return null;
  switch (question.type) {
    case 'radiogroup':
    case 'rating':
      return question.choices.find((choice) => choice.value === value)?.text ?? null;
    case 'checkbox':
      return tickedText(question, value);
    case 'boolean':
      return value === true ? question.labelTrue : question.labelFalse;
    default:
      return { de: String(value), en: String(value) };
  }
}

/** Texts of the ticked choices in questionnaire order. */
function tickedText(
  { choices, none }: QuestionPlan & { type: 'checkbox' },
  value: NonNullable<Answer['value']>,
): Text | null {
  if (!Array.isArray(value)) return null;
  const offered = none === null ? choices : [...choices, none];
  const texts = offered.filter((choice) => value.includes(choice.value)).map(({ text }) => text);
  if (texts.length === 0) return null;
  return { de: texts.map(({ de }) => de).join(', '), en: texts.map(({ en }) => en).join(', ') };
}

function reasonText({ maturity }: Plan, answer: Answer | undefined): Text | null {
  if (answer?.state !== 'na') return null;
  if (answer.reasonText) return { de: answer.reasonText, en: answer.reasonText };
  return maturity.notApplicableReasons.find((reason) => reason.id === answer.reason)?.text ?? null;
}
