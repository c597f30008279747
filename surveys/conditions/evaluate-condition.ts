import type { Condition, Scalar } from '../plan/plan.ts';

/** The value of a question as conditions see it; undefined: blank, not asked, "don't know" or "does not apply". */
export type Lookup = (question: string) => unknown;

/**
 * Whether a condition holds. Never throws; a blank answer equals nothing and is neither greater nor less.
 *
 * @see survey-core's `equal`, `less`, `greater` and `empty`, whose outcome this matches for the values a checked
 *   answer can have
 */
export function holds(condition: Condition, lookup: Lookup): boolean {
  switch (condition.op) {
    case 'and':
      return condition.terms.every((term) => holds(term, lookup));
    case 'or':
      return condition.terms.some((term) => holds(term, lookup));
    case 'empty':
      return isBlank(lookup(condition.question));
    case 'notempty':
      return !isBlank(lookup(condition.question));
    case 'contains':
      return contains(lookup(condition.question), condition.value);
    case '=':
      return equal(lookup(condition.question), condition.value);
    case '<>':
      return !equal(lookup(condition.question), condition.value);
    case '<':
      return compare(lookup(condition.question), condition.value) < 0;
    case '>':
      return compare(lookup(condition.question), condition.value) > 0;
  }
}

/** Blank: nothing, an empty text or an empty list. `0` and `false` are answers. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function contains(answer: unknown, value: Scalar): boolean {
  return Array.isArray(answer) && answer.includes(value);
}

function equal(answer: unknown, value: Scalar): boolean {
  if (answer === value) return true;
  if (typeof answer !== 'string' || typeof value !== 'string') return false;
  return comparable(unquoted(answer)) === comparable(value);
}

/** survey-core compares texts without case and outer blanks, and takes a quoted answer for what is inside. */
function comparable(text: string): string {
  return text.trim().toLowerCase();
}

function unquoted(text: string): string {
  return /^['"].*['"]$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

/** Below 0, 0 or above 0; NaN when the two cannot be compared. */
function compare(answer: unknown, value: Scalar): number {
  if (typeof answer === 'number' && typeof value === 'number') return answer - value;
  if (typeof answer !== 'string' || typeof value !== 'string' || answer === '') return Number.NaN;
  if (answer === value) return 0;
  return answer < value ? -1 : 1;
}

/** Names of the questions a condition looks at. */
export function questionsIn(condition: Condition): readonly string[] {
  if ('terms' in condition) return condition.terms.flatMap(questionsIn);
  return [condition.question];
}
