import type { RadiogroupPlan, RowQuestionPlan, Scalar, TextPlan } from '../plan/plan.ts';
import { complain, complaints, type Spot } from './problems.ts';
import { readText } from './read-text.ts';

/** Reads a value of one question; undefined: blank, or refused (the spot's problems say which). */
export type ReadValue = (raw: unknown, spot: Spot) => Scalar | undefined;

/** A reader for one question, prepared once from the plan. */
export function valueReader(question: RowQuestionPlan): ReadValue {
  switch (question.type) {
    case 'radiogroup':
    case 'rating':
      return choiceReader(question);
    case 'boolean':
      return readBoolean;
    case 'text':
      return textReader(question);
    case 'comment':
      return (raw, spot) => readText(raw, question.maxLength, spot);
  }
}

function choiceReader({ choices }: RadiogroupPlan): ReadValue {
  const values = new Map<unknown, string | number>(choices.map(({ value }) => [value, value]));
  const allowed = [...values.values()];
  return (raw, spot) => values.get(raw) ?? complain(spot, complaints.wrongChoice(raw, allowed));
}

const trueOrFalse = { de: 'true oder false', en: 'true or false' };

function readBoolean(raw: unknown, spot: Spot): boolean | undefined {
  return typeof raw === 'boolean' ? raw : complain(spot, complaints.wrongType(raw, trueOrFalse));
}

function textReader(question: TextPlan): ReadValue {
  if (question.inputType === 'number') return (raw, spot) => readNumber(raw, question, spot);
  const fits = formats[question.inputType];
  return (raw, spot) => {
    const text = readText(raw, question.maxLength, spot);
    if (text === undefined || spot.strictness === 'draft' || !fits) return text;
    if (!fits.test(text)) return complain(spot, complaints.wrongType(text, fits.expected));
    return question.inputType === 'date' ? withinRange(text, question, spot) : text;
  };
}

interface Format {
  readonly test: (text: string) => boolean;
  readonly expected: { readonly de: string; readonly en: string };
}

const formats: Readonly<Partial<Record<TextPlan['inputType'], Format>>> = {
  date: { test: isDate, expected: { de: 'ein Datum wie 2026-05-31', en: 'a date such as 2026-05-31' } },
  email: { test: isEmail, expected: { de: 'eine E-Mail-Adresse', en: 'an email address' } },
  url: {
    test: (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
    expected: { de: 'eine Adresse, die mit https:// beginnt', en: 'an address that starts with https://' },
  },
};

function isDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isEmail(text: string): boolean {
  return /^[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/.test(
    text,
  );
}

const aNumber = { de: 'eine Zahl', en: 'a number' };

/** A draft keeps what was typed so far, even if it is not a number yet. */
function readNumber(raw: unknown, question: TextPlan, spot: Spot): Scalar | undefined {
  if (typeof raw === 'string' && spot.strictness === 'draft') return readText(raw, question.maxLength, spot);
  if (typeof raw !== 'number' || !Number.isFinite(raw))
    return complain(spot, complaints.wrongType(raw, aNumber));
  return spot.strictness === 'draft' ? raw + 0 : withinRange(raw + 0, question, spot);
}

function withinRange<V extends Scalar>(value: V, { min, max }: TextPlan, spot: Spot): V | undefined {
  const tooLow = min !== null && value < min;
  const tooHigh = max !== null && value > max;
  return tooLow || tooHigh ? complain(spot, complaints.outOfRange(value, min, max)) : value;
}
