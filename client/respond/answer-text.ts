import { longDate } from '../../reports/dates/written-date.ts';
import type { Answer, PanelRow } from '../../surveys/answers/answer.ts';
import { rowsOf } from '../../surveys/answers/rows-of.ts';
import type {
  Language,
  LeafPlan,
  Plan,
  QuestionPlan,
  RadiogroupPlan,
  Scalar,
} from '../../surveys/plan/plan.ts';
import { scalarOf, tickedOf } from './answer-value.ts';
import { wordsBeside } from './choice-words.ts';
import { numberText } from './dates.ts';
import { texts } from './texts.ts';

/** An answer as a person would say it, for the choice between two answers and for copying. */
export function answerText(
  question: QuestionPlan,
  answer: Answer | null,
  { plan, language }: { readonly plan: Plan; readonly language: Language },
): string {
  const t = texts[language];
  if (answer === null) return t.blank;
  const reason = plan.maturity.notApplicableReasons.find((one) => one.id === answer.reason);
  const parts = [
    valueText(question, answer, language),
    ...(answer.state === 'dk' ? [t.dontKnow] : []),
    ...(answer.state === 'na' ? [t.notApplicable] : []),
    ...(reason ? [reason.text[language]] : []),
    ...(answer.reasonText ? [answer.reasonText] : []),
    ...(answer.comment ? [`${t.comment}: ${answer.comment}`] : []),
    ...(answer.evidence ? [`${t.evidence}: ${answer.evidence}`] : []),
    ...(answer.target === undefined ? [] : [`${t.target}: ${answer.target}`]),
  ];
  return parts.filter((part) => part !== '').join(' · ') || t.blank;
}

function valueText(question: QuestionPlan, { value }: Answer, language: Language): string {
  if (question.type === 'paneldynamic') {
    return rowsOf(value)
      .map((row) => rowText(question.questions, row, language))
      .join('; ');
  }
  if (question.type === 'checkbox') {
    const ticked = tickedOf(value);
    return [...question.choices, ...(question.none ? [question.none] : [])]
      .filter((choice) => ticked.includes(choice.value))
      .map((choice) => choice.text[language])
      .join(', ');
  }
  const one = scalarOf(value);
  return one === undefined ? '' : leafText(question, one, language);
}

function rowText(questions: readonly LeafPlan[], row: PanelRow, language: Language): string {
  return questions
    .flatMap((question) => {
      const value = row[question.name];
      return value === undefined
        ? []
        : [`${question.title[language]}: ${leafText(question, value, language)}`];
    })
    .join(', ');
}

function leafText(question: LeafPlan, value: Scalar, language: Language): string {
  if (question.type === 'boolean') return (value ? question.labelTrue : question.labelFalse)[language];
  if (question.type === 'radiogroup' || question.type === 'rating')
    return choiceText(question.choices, value, language);
  if (typeof value === 'number') return numberText(value, language);
  if (question.type === 'text' && question.inputType === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value))) {
    return longDate(String(value), language);
  }
  return String(value);
}

function choiceText(choices: RadiogroupPlan['choices'], value: Scalar, language: Language): string {
  const text = choices.find((choice) => choice.value === value)?.text[language] ?? String(value);
  if (typeof value !== 'number') return text;
  const words = wordsBeside(value, text);
  return words === '' ? text : `${value} – ${words}`;
}
