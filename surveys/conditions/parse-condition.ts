import { BinaryOperand, ConditionsParser, Const, type Operand, UnaryOperand, Variable } from 'survey-core';
import type { Condition, Scalar, Text } from '../plan/plan.ts';

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly detail: Text };

const maxNesting = 8;
const comparisons: Readonly<Record<string, '=' | '<>' | '<' | '>' | 'contains'>> = {
  equal: '=',
  notequal: '<>',
  less: '<',
  greater: '>',
  contains: 'contains',
};

class Unsupported extends Error {
  readonly detail: Text;
  constructor(de: string, en: string) {
    super(en);
    this.detail = { de, en };
  }
}

/**
 * A `visibleIf` or `requiredIf`, read by survey-core's own parser and rebuilt as plain data.
 *
 * Only `= <> < > contains and or empty notempty` between a question on the left and a fixed value on the right; everything
 * else is refused by name. Whether question and value exist is checked where the questionnaire is known.
 */
export function parseCondition(expression: string): ParsedCondition {
  if (nestingOf(expression) > maxNesting) {
    return refuse(`Höchstens ${maxNesting} Klammern ineinander.`, `At most ${maxNesting} nested brackets.`);
  }
  const operand: Operand | undefined = new ConditionsParser().parseExpression(expression);
  if (!operand) return refuse('Die Bedingung ist nicht lesbar.', 'The condition cannot be read.');
  try {
    return { ok: true, condition: conditionOf(operand) };
  } catch (error) {
    if (error instanceof Unsupported) return { ok: false, detail: error.detail };
    throw error;
  }
}

function refuse(de: string, en: string): ParsedCondition {
  return { ok: false, detail: { de, en } };
}

function nestingOf(expression: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of expression) {
    if (sign === '(' || sign === '[') deepest = Math.max(deepest, ++depth);
    if (sign === ')' || sign === ']') depth -= 1;
  }
  return deepest;
}

function conditionOf(operand: Operand): Condition {
  if (operand instanceof UnaryOperand) return emptiness(operand);
  if (!(operand instanceof BinaryOperand)) throw unsupported(operand.toString());
  if (operand.operator === 'and' || operand.operator === 'or') return conjunction(operand, operand.operator);
  const op = comparisons[operand.operator];
  if (!op) throw unsupported(operand.operator);
  return { op, question: questionOf(operand.leftOperand), value: constantOf(operand.rightOperand) };
}

function emptiness(operand: UnaryOperand): Condition {
  const { operator } = operand;
  if (operator !== 'empty' && operator !== 'notempty') throw unsupported(operator);
  return { op: operator, question: questionOf(operand.expression) };
}

function conjunction(operand: BinaryOperand, op: 'and' | 'or'): Condition {
  const terms = [operand.leftOperand, operand.rightOperand].flatMap((side: Operand) => {
    const term = conditionOf(side);
    return term.op === op ? term.terms : [term];
  });
  return { op, terms };
}

function questionOf(operand: unknown): string {
  if (!(operand instanceof Variable)) {
    throw new Unsupported(
      'Links eines Vergleichs steht immer eine Frage, zum Beispiel {d1_1} = 3.',
      'The left side of a comparison is always a question, such as {d1_1} = 3.',
    );
  }
  if (operand.toString().startsWith('{#')) throw unsupported('{#…}');
  return operand.variable;
}

function constantOf(operand: unknown): Scalar {
  if (operand instanceof Const && !(operand instanceof Variable)) {
    const value: unknown = operand.correctValue;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC');
  }
  throw new Unsupported(
    'Rechts eines Vergleichs steht immer ein fester Wert: eine Zahl, true, false oder ein Text in Anführungszeichen.',
    'The right side of a comparison is always a fixed value: a number, true, false or a quoted text.',
  );
}

function unsupported(what: string): Unsupported {
  const short = what.length > 40 ? `${what.slice(0, 37)}…` : what;
  return new Unsupported(
    `„${short}“ wird in Bedingungen nicht unterstützt. Erlaubt: = <> < > contains and or empty notempty.`,
    `"${short}" is not supported in conditions. Allowed: = <> < > contains and or empty notempty.`,
  );
}
