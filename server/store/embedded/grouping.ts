import { averageOf, compileExpression, type Expression, extremeOf, sumOf } from './expressions.ts';
import { encodeValue } from './keys.ts';
import { StoreError } from './store-error.ts';
import { type Doc, isDoc } from './values.ts';

type Accumulator = (values: readonly unknown[]) => unknown;

const accumulators: Readonly<Record<string, Accumulator>> = {
  $sum: sumOf,
  $avg: averageOf,
  $min: (values) => extremeOf(values, -1),
  $max: (values) => extremeOf(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => distinctValues(values.filter((value) => value !== undefined)),
  $count: (values) => values.length,
};

function distinctValues(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [encodeValue(value).toString('latin1'), value])).values()];
}

/** Compiles `$group`. */
export function compileGroup(source: unknown): (docs: readonly Doc[]) => Doc[] {
  if (!isDoc(source)) throw new StoreError(15947, "a group's fields must be specified in an object");
  if (!('_id' in source)) throw new StoreError(15955, 'a group specification must include an _id');
  const { _id, ...rest } = source;
  const idOf = compileExpression(_id);
  const fields = Object.entries(rest).map(([field, spec]) => compileField(field, spec));
  return (docs) => [...byKey(docs, idOf).values()].map((group) => summarize(group, fields));
}

type Group = { id: unknown; docs: Doc[] };
type Field = { field: string; value: Expression; accumulate: Accumulator };

function compileField(field: string, spec: unknown): Field {
  const [name = '', ...others] = isDoc(spec) ? Object.keys(spec) : [];
  if (!isDoc(spec) || !name.startsWith('$')) {
    throw new StoreError(40234, `The field '${field}' must be an accumulator object`);
  }
  if (others.length > 0) throw new StoreError(40238, `The field '${field}' must specify one accumulator`);
  const accumulate = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined;
  if (accumulate === undefined) throw new StoreError(15952, `unknown group operator '${name}'`);
  return { field, accumulate, value: compileExpression(spec[name]) };
}

function byKey(docs: readonly Doc[], idOf: Expression): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const doc of docs) {
    const id = idOf(doc) ?? null;
    const key = encodeValue(id).toString('latin1');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { id, docs: [doc] });
    else group.docs.push(doc);
  }
  return groups;
}

function summarize({ id, docs }: Group, fields: readonly Field[]): Doc {
  const summary = fields.map(({ field, value, accumulate }) => [field, accumulate(docs.map(value))] as const);
  return { _id: id, ...Object.fromEntries(summary) };
}
