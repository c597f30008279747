import type { Condition, Scalar } from '../plan/plan.ts';
import { looseKey } from './loose-key.ts';
import { noneValue } from './none-value.ts';
import type { CheckboxSource, QuestionSource } from './question-shape.ts';
import { ratingChoices } from './rating-choices.ts';

type Operator = Extract<Condition, { value: Scalar }>['op'];

/** Values a question can have, of those that list them. */
export function valuesOf(source: QuestionSource): readonly (string | number)[] | undefined {
  switch (source.type) {
    case 'radiogroup':
      return source.choices.map(({ value }) => value);
    case 'rating':
      return ratingChoices(source).map(({ value }) => value);
    case 'checkbox':
      return tickable(source);
    default:
      return undefined;
  }
}

function tickable({ choices, showNoneItem }: CheckboxSource): readonly (string | number)[] {
  return [...choices.map(({ value }) => value), ...(showNoneItem ? [noneValue] : [])];
}

/** The value exactly as an answer holds it; null when no answer could ever meet it with this operator. */
export function valueFor(source: QuestionSource, value: Scalar, op: Operator): Scalar | null {
  if ((source.type === 'checkbox') !== (op === 'contains')) return null;
  const ordered = op === '<' || op === '>';
  switch (source.type) {
    case 'radiogroup':
    case 'rating':
    case 'checkbox':
      return choiceFor(valuesOf(source) ?? [], value, ordered);
    case 'boolean':
      return typeof value === 'boolean' && !ordered ? value : null;
    case 'text':
      if (source.inputType === 'number') return typeof value === 'number' ? value : null;
      if (source.inputType === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? value : null;
      return freeText(value, ordered);
    case 'comment':
      return freeText(value, ordered);
    case 'paneldynamic':
      return null;
  }
}

function choiceFor(values: readonly (string | number)[], value: Scalar, ordered: boolean): Scalar | null {
  if (!ordered) return values.find((one) => looseKey(one) === looseKey(value)) ?? null;
  return typeof value === 'number' && values.every((one) => typeof one === 'number') ? value : null;
}

function freeText(value: Scalar, ordered: boolean): Scalar | null {
  if (typeof value !== 'string' || ordered) return null;
  const looksLikeAnotherType =
    Number.isFinite(Number(value)) || /^(true|false|undefined)$/i.test(value.trim());
  return looksLikeAnotherType ? null : value;
}
