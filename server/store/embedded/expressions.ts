import { compareValues, equalValues } from './compare.ts';
import { truthy } from './match.ts';
import { StoreError } from './store-error.ts';
import { type Doc, isDoc } from './values.ts';

/** The value of an expression for a document; `undefined` means missing, which is not null. */
export type Expression = (doc: Doc) => unknown;
type Operator = (args: readonly unknown[], name: string) => unknown;

/** Compiles an aggregation expression (plain numbers); unknown operators are refused by name. */
export function compileExpression(source: unknown): Expression {
  if (typeof source === 'string' && source.startsWith('$')) return fieldPath(source);
  if (Array.isArray(source)) {
    const items = source.map(compileExpression);
    return (doc) => items.map((item) => item(doc) ?? null);
  }
  if (!isDoc(source)) return () => source;
  const [name] = Object.keys(source);
  if (name?.startsWith('$')) return compileOperator(source, name);
  return compileObject(source);
}

function compileObject(source: Doc): Expression {
  const fields = Object.entries(source).map(([field, value]) => [field, compileExpression(value)] as const);
  return (doc) =>
    Object.fromEntries(
      fields.map(([field, value]) => [field, value(doc)] as const).filter(([, value]) => value !== undefined),
    );
}

function fieldPath(source: string): Expression {
  if (source === '$$ROOT') return (doc) => doc;
  const path = source.startsWith('$$ROOT.') ? source.slice(7) : source.slice(1);
  if (path.startsWith('$')) throw new StoreError(17276, `Use of undefined variable: ${path.slice(1)}`);
  const steps = path.split('.');
  if (steps.includes('')) throw new StoreError(40353, `FieldPath '${path}' must not hold empty names`);
  return (doc) => follow(doc, steps);
}

/** Through arrays a path gives the array of what its elements have. */
function follow(value: unknown, steps: readonly string[]): unknown {
  const [field, ...rest] = steps;
  if (field === undefined) return value;
  if (Array.isArray(value)) {
    return value
      .filter((element) => isDoc(element))
      .map((element) => follow(element, steps))
      .filter((found) => found !== undefined);
  }
  return isDoc(value) && Object.hasOwn(value, field) ? follow(value[field], rest) : undefined;
}

function compileOperator(source: Doc, name: string): Expression {
  const argument = source[name];
  if (Object.keys(source).length > 1) {
    throw new StoreError(15983, `An object representing an expression must have exactly one field: ${name}`);
  }
  if (name === '$literal') return () => argument;
  if (name === '$cond') return compileCond(argument);
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) throw new StoreError(168, `Unrecognized expression '${name}'`);
  const args = (Array.isArray(argument) ? argument : [argument]).map(compileExpression);
  const [least, most] = arity[name] ?? [1, Number.POSITIVE_INFINITY];
  if (args.length < least || args.length > most) {
    throw new StoreError(
      16020,
      `Expression ${name} takes ${least} to ${most} arguments. ${args.length} were passed in.`,
    );
  }
  return (doc) =>
    operator(
      args.map((arg) => arg(doc)),
      name,
    );
}

function compileCond(argument: unknown): Expression {
  const parts = isDoc(argument) ? [argument['if'], argument['then'], argument['else']] : argument;
  if (!Array.isArray(parts) || parts.length !== 3 || parts.includes(undefined)) {
    throw new StoreError(16020, '$cond needs if, then and else');
  }
  const [condition, then, otherwise] = parts.map(compileExpression);
  return (doc) => (truthy(condition?.(doc)) ? then?.(doc) : otherwise?.(doc));
}

const arity: Readonly<Record<string, readonly [number, number]>> = {
  $eq: [2, 2],
  $ne: [2, 2],
  $gt: [2, 2],
  $gte: [2, 2],
  $lt: [2, 2],
  $lte: [2, 2],
  $cmp: [2, 2],
  $not: [1, 1],
  $subtract: [2, 2],
  $divide: [2, 2],
  $size: [1, 1],
  $arrayElemAt: [2, 2],
  $in: [2, 2],
  $isArray: [1, 1],
  $ifNull: [2, Number.POSITIVE_INFINITY],
};

const operators: Readonly<Record<string, Operator>> = {
  $eq: ([left, right]) => compareValues(left, right) === 0,
  $ne: ([left, right]) => compareValues(left, right) !== 0,
  $gt: ([left, right]) => compareValues(left, right) > 0,
  $gte: ([left, right]) => compareValues(left, right) >= 0,
  $lt: ([left, right]) => compareValues(left, right) < 0,
  $lte: ([left, right]) => compareValues(left, right) <= 0,
  $cmp: ([left, right]) => Math.sign(compareValues(left, right)),
  $and: (args) => args.every(truthy),
  $or: (args) => args.some(truthy),
  $not: ([value]) => !truthy(value),
  $ifNull: (args) => args.find((value) => !isMissing(value)) ?? args.at(-1),
  $add: (args, name) => calculate(args, name, (numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  $multiply: (args, name) =>
    calculate(args, name, (numbers) => numbers.reduce((all, number) => all * number, 1)),
  $subtract: ([left, right], name) => {
    if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
    return calculate([left, right], name, ([one = 0, other = 0]) => one - other);
  },
  $divide: (args, name) =>
    calculate(args, name, ([one = 0, other = 0]) => {
      if (other === 0) throw new StoreError(2, "can't $divide by zero");
      return one / other;
    }),
  $concat: concat,
  $size: ([value]) => list(value, '$size').length,
  $isArray: ([value]) => Array.isArray(value),
  $arrayElemAt: ([array, at]) =>
    isMissing(array) || typeof at !== 'number' ? null : list(array, '$arrayElemAt').at(at),
  $in: ([value, array]) => list(array, '$in').some((element) => equalValues(element, value ?? null)),
  $sum: (args) => sumOf(spreadOne(args)),
  $avg: (args) => averageOf(spreadOne(args)),
  $min: (args) => extremeOf(spreadOne(args), -1),
  $max: (args) => extremeOf(spreadOne(args), 1),
};

function isMissing(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Adds the first Date's milliseconds back as a Date; null when any part is missing. */
function calculate(
  args: readonly unknown[],
  name: string,
  work: (numbers: readonly number[]) => number,
): unknown {
  if (args.some(isMissing)) return null;
  const numbers = args.map((value) => {
    if (typeof value === 'number') return value;
    if (value instanceof Date && (name === '$add' || name === '$subtract')) return value.getTime();
    throw new StoreError(14, `${name} only supports numeric types`);
  });
  const result = work(numbers);
  return args.some((value) => value instanceof Date) ? new Date(result) : result;
}

function concat(args: readonly unknown[]): unknown {
  if (args.some(isMissing)) return null;
  if (args.some((value) => typeof value !== 'string'))
    throw new StoreError(16702, '$concat only supports strings');
  return args.join('');
}

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new StoreError(17124, `The argument to ${name} must be an array`);
}

function spreadOne(args: readonly unknown[]): readonly unknown[] {
  const [only] = args;
  return args.length === 1 && Array.isArray(only) ? only : args;
}

/** Sum of the numbers among the values; 0 when there are none. */
export function sumOf(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => (typeof value === 'number' ? sum + value : sum), 0);
}

/** Mean of the numbers among the values; null when there are none. */
export function averageOf(values: readonly unknown[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : sumOf(numbers) / numbers.length;
}

/** Least (-1) or greatest (1) value that is not missing; null when there is none. */
export function extremeOf(values: readonly unknown[], sign: 1 | -1): unknown {
  const present = values.filter((value) => !isMissing(value));
  return present.length === 0
    ? null
    : present.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best));
}
