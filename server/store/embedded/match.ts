import { BSONRegExp } from 'bson';
import { compareValues, equalValues } from './compare.ts';
import { someValue } from './paths.ts';
import { StoreError } from './store-error.ts';
import { type Doc, isDoc, rankOf } from './values.ts';

export type Predicate = (doc: Doc) => boolean;
type Test = (value: unknown) => boolean;
/** Asks whether any value of the field passes; with `expand` the elements of an array count as values too. */
type Look = (test: Test, expand: boolean) => boolean;
type Leaf = (look: Look) => boolean;

/** Compiles a filter (plain numbers) of the dialect; refuses everything else by name. */
export function compileFilter(filter: unknown): Predicate {
  if (!isDoc(filter)) throw new StoreError(14, 'Expected the filter to be an object');
  const parts = Object.entries(filter).map(([field, condition]) => compilePart(field, condition));
  return (doc) => parts.every((part) => part(doc));
}

function compilePart(field: string, condition: unknown): Predicate {
  if (!field.startsWith('$')) return compileField(field, condition);
  if (field !== '$and' && field !== '$or' && field !== '$nor') {
    throw new StoreError(2, `unknown top level operator: ${field}`);
  }
  if (!Array.isArray(condition) || condition.length === 0) {
    throw new StoreError(2, `${field} must be a nonempty array`);
  }
  const filters = condition.map(compileFilter);
  if (field === '$and') return (doc) => filters.every((filter) => filter(doc));
  if (field === '$or') return (doc) => filters.some((filter) => filter(doc));
  return (doc) => !filters.some((filter) => filter(doc));
}

function compileField(field: string, condition: unknown): Predicate {
  const path = field.split('.');
  const leaves = compileLeaves(condition);
  return (doc) => {
    const look: Look = (test, expand) => someValue(doc, path, { expand, test });
    return leaves.every((leaf) => leaf(look));
  };
}

/** True when every field of a condition is an operator; a mix is refused. */
export function isOperators(condition: unknown): condition is Doc {
  if (!isDoc(condition)) return false;
  const fields = Object.keys(condition);
  const first = fields[0];
  if (!first?.startsWith('$')) return false;
  const other = fields.find((field) => !field.startsWith('$'));
  if (other !== undefined) throw new StoreError(2, `unknown operator: ${other}`);
  return true;
}

function compileLeaves(condition: unknown): Leaf[] {
  if (isRegex(condition)) return [positive(regexTest(condition, ''))];
  if (!isOperators(condition)) return [positive(equalTo(condition))];
  return Object.entries(condition)
    .filter(([operator]) => operator !== '$options' || !('$regex' in condition))
    .map(([operator, argument]) => compileOperator(operator, argument, condition));
}

function compileOperator(operator: string, argument: unknown, siblings: Doc): Leaf {
  switch (operator) {
    case '$eq':
      return positive(equalTo(argument));
    case '$ne':
      return negative(equalTo(argument));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return positive(orderTest(operator, argument));
    case '$in':
      return positive(inTest(operator, argument));
    case '$nin':
      return negative(inTest(operator, argument));
    case '$exists':
      return (look) => look((value) => value !== undefined, false) === truthy(argument);
    case '$regex':
      return positive(regexTest(argument, siblings['$options']));
    case '$size':
      return whole(sizeTest(argument));
    case '$elemMatch':
      return whole(elementTest(argument));
    case '$not':
      return compileNot(argument);
    default:
      throw new StoreError(2, `unknown operator: ${operator}`);
  }
}

function positive(test: Test): Leaf {
  return (look) => look(test, true);
}

function negative(test: Test): Leaf {
  return (look) => !look(test, true);
}

function whole(test: Test): Leaf {
  return (look) => look(test, false);
}

export function truthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

function equalTo(wanted: unknown): Test {
  if (isRegex(wanted)) return regexTest(wanted, '');
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  const type = rankOf(wanted);
  return (value) => value !== undefined && rankOf(value) === type && equalValues(value, wanted);
}

function orderTest(operator: '$gt' | '$gte' | '$lt' | '$lte', bound: unknown): Test {
  if (isRegex(bound))
    throw new StoreError(2, `Can't have RegEx as arg to predicate over field with ${operator}`);
  const inclusive = operator.endsWith('e');
  if (bound === null) return (value) => inclusive && (value === null || value === undefined);
  if (Number.isNaN(bound)) return (value) => inclusive && Number.isNaN(value);
  const type = rankOf(bound);
  const sign = operator.startsWith('$g') ? 1 : -1;
  return (value) => {
    if (value === undefined || rankOf(value) !== type || Number.isNaN(value)) return false;
    const order = compareValues(value, bound) * sign;
    return order > 0 || (inclusive && order === 0);
  };
}

function inTest(operator: string, list: unknown): Test {
  if (!Array.isArray(list)) throw new StoreError(2, `${operator} needs an array`);
  if (list.some(isOperators)) throw new StoreError(2, `cannot nest $ under ${operator}`);
  const texts = new Set(list.filter((item) => typeof item === 'string'));
  const others = list.filter((item) => typeof item !== 'string').map(equalTo);
  return (value) =>
    typeof value === 'string' && texts.has(value) ? true : others.some((test) => test(value));
}

type Regex = RegExp | BSONRegExp;

function isRegex(value: unknown): value is Regex {
  return value instanceof RegExp || value instanceof BSONRegExp;
}

function regexTest(pattern: unknown, options: unknown): Test {
  const source = regexSource(pattern);
  const flags = typeof options === 'string' && options !== '' ? options : regexFlags(pattern);
  const unknown = [...flags].find((flag) => !'imsu'.includes(flag));
  if (unknown !== undefined) throw new StoreError(51108, `invalid flag in regex options: ${unknown}`);
  const regex = buildRegex(source, [...new Set(`${flags}u`)].join(''));
  return (value) => typeof value === 'string' && regex.test(value);
}

function regexSource(pattern: unknown): string {
  if (typeof pattern === 'string') return pattern;
  if (pattern instanceof RegExp) return pattern.source;
  if (pattern instanceof BSONRegExp) return pattern.pattern;
  throw new StoreError(2, '$regex has to be a string');
}

function regexFlags(pattern: unknown): string {
  if (pattern instanceof RegExp) return pattern.flags;
  return pattern instanceof BSONRegExp ? pattern.options : '';
}

function buildRegex(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    return buildLenientRegex(source, flags.replace('u', ''));
  }
}

function buildLenientRegex(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new StoreError(51091, `Regular expression is invalid: ${String(error)}`);
  }
}

function sizeTest(size: unknown): Test {
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0) {
    throw new StoreError(2, '$size must be a whole number, not negative');
  }
  return (value) => Array.isArray(value) && value.length === size;
}

function elementTest(condition: unknown): Test {
  if (!isDoc(condition)) throw new StoreError(2, '$elemMatch needs an Object');
  if (isOperators(condition) && !('$and' in condition || '$or' in condition || '$nor' in condition)) {
    const leaves = compileLeaves(condition);
    return (value) => Array.isArray(value) && value.some((element) => passesAll(leaves, element));
  }
  const filter = compileFilter(condition);
  return (value) => Array.isArray(value) && value.some((element) => matchesElement(filter, element));
}

function matchesElement(filter: Predicate, element: unknown): boolean {
  if (Array.isArray(element))
    return filter(Object.fromEntries(element.map((item, at) => [String(at), item])));
  return isDoc(element) && filter(element);
}

function compileNot(condition: unknown): Leaf {
  if (!isRegex(condition) && !isOperators(condition))
    throw new StoreError(2, '$not needs a regex or a document');
  const leaves = compileLeaves(condition);
  return (look) => !leaves.every((leaf) => leaf(look));
}

function passesAll(leaves: readonly Leaf[], element: unknown): boolean {
  return leaves.every((leaf) => leaf((test) => test(element)));
}

/** Whether one array element meets a `$pull` condition. */
export function compilePull(condition: unknown): Test {
  if (isRegex(condition)) return regexTest(condition, '');
  if (isOperators(condition)) {
    const leaves = compileLeaves(condition);
    return (value) => passesAll(leaves, value);
  }
  if (!isDoc(condition)) return equalTo(condition);
  const filter = compileFilter(condition);
  return (value) => matchesElement(filter, value);
}
