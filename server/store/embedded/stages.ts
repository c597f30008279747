import { compileExpression, type Expression } from './expressions.ts';
import { compileGroup } from './grouping.ts';
import { compileFilter } from './match.ts';
import { valueAt } from './paths.ts';
import { flattenProjection, only, treeOf, without } from './projection.ts';
import { parseSort, sortBy } from './sorting.ts';
import { StoreError } from './store-error.ts';
import { type Doc, isDoc } from './values.ts';

/** A document in a pipeline; `bytes` while it is still as stored. */
export type Row = { doc: Doc; bytes: Buffer | null };
export type Stage = (rows: readonly Row[]) => Row[];
/** Finds the documents of another collection whose field has one of the values. */
export type Lookup = (from: string, field: string, values: readonly unknown[]) => Doc[];

/** Compiles a pipeline (plain numbers); unknown stages are refused by name. */
export function compilePipeline(stages: readonly unknown[], lookup: Lookup): Stage {
  const compiled = stages.map((stage) => compileStage(stage, lookup));
  return (rows) => compiled.reduce<Row[]>((current, stage) => stage(current), [...rows]);
}

function compileStage(stage: unknown, lookup: Lookup): Stage {
  const [name = '', ...others] = isDoc(stage) ? Object.keys(stage) : [];
  if (!isDoc(stage) || name === '' || others.length > 0) {
    throw new StoreError(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  const compile = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (compile === undefined) throw new StoreError(40324, `Unrecognized pipeline stage name: '${name}'`);
  return compile(stage[name], lookup);
}

const kinds: Readonly<Record<string, (source: unknown, lookup: Lookup) => Stage>> = {
  $match: (source) => {
    const matches = compileFilter(source);
    return (rows) => rows.filter(({ doc }) => matches(doc));
  },
  $sort: (source) => {
    const fields = parseSort(source);
    if (fields.length === 0) throw new StoreError(15976, '$sort stage must have at least one sort key');
    return (rows) => sortBy(rows, fields, ({ doc }) => doc);
  },
  $skip: (source) => {
    const count = wholeNumber(source, '$skip', 0);
    return (rows) => rows.slice(count);
  },
  $limit: (source) => {
    const count = wholeNumber(source, '$limit', 1);
    return (rows) => rows.slice(0, count);
  },
  $group: (source) => {
    const group = compileGroup(source);
    return (rows) => made(group(rows.map(({ doc }) => doc)));
  },
  $count: (source) => {
    if (typeof source !== 'string' || source === '' || source.startsWith('$') || source.includes('.')) {
      throw new StoreError(40156, 'the count field must be a non-empty string without $ and .');
    }
    return (rows) => (rows.length === 0 ? [] : made([{ [source]: rows.length }]));
  },
  $project: (source) => eachDoc(compileProject(source)),
  $addFields: (source) => eachDoc(compileAddFields(source)),
  $unwind: compileUnwind,
  $facet: compileFacet,
  $lookup: compileLookup,
};

function made(docs: readonly Doc[]): Row[] {
  return docs.map((doc) => ({ doc, bytes: null }));
}

function eachDoc(change: (doc: Doc) => Doc): Stage {
  return (rows) => made(rows.map(({ doc }) => change(doc)));
}

function wholeNumber(value: unknown, name: string, least: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw new StoreError(15958, `the argument of ${name} must be a whole number from ${least}`);
}

function object(source: unknown, name: string): Doc {
  if (isDoc(source) && Object.keys(source).length > 0) return source;
  throw new StoreError(40272, `${name} specification must be an object that is not empty`);
}

type Computed = { path: string; steps: readonly string[]; value: Expression };

function computedOf(entries: readonly (readonly [string, unknown])[]): Computed[] {
  return entries.map(([path, source]) => ({
    path,
    steps: path.split('.'),
    value: compileExpression(source),
  }));
}

function compileProject(source: unknown): (doc: Doc) => Doc {
  const entries = Object.entries(flattenProjection(object(source, '$project')));
  const { _id: id = true } = Object.fromEntries(entries);
  const isSwitch = (value: unknown) => typeof value === 'boolean' || typeof value === 'number';
  const computed = computedOf(entries.filter(([, value]) => !isSwitch(value)));
  const switches = entries.filter(([path, value]) => path !== '_id' && isSwitch(value));
  const excluded = switches.filter(([, value]) => !value);
  const withId = Boolean(id);
  if (excluded.length > 0 || (switches.length === 0 && computed.length === 0 && !withId)) {
    if (excluded.length < switches.length || computed.length > 0)
      throw new StoreError(31254, 'Cannot do exclusion in inclusion projection');
    const tree = treeOf([...excluded.map(([path]) => path), ...(withId ? [] : ['_id'])]);
    return (doc) => without(doc, tree);
  }
  const keepsId = withId && isSwitch(id);
  const tree = treeOf([...(keepsId ? ['_id'] : []), ...switches.map(([path]) => path)]);
  return (doc) => withComputed(only(doc, tree), doc, computed);
}

function compileAddFields(source: unknown): (doc: Doc) => Doc {
  const computed = computedOf(Object.entries(flattenProjection(object(source, '$addFields'))));
  return (doc) => withComputed(doc, doc, computed);
}

function withComputed(target: Doc, doc: Doc, computed: readonly Computed[]): Doc {
  return computed.reduce<Doc>((result, { steps, value }) => {
    const changed = withValue(result, steps, value(doc));
    return isDoc(changed) ? changed : result;
  }, target);
}

/** A copy with the value at the path; in arrays on the way, in each element. `undefined` takes the field away. */
function withValue(holder: unknown, steps: readonly string[], value: unknown): unknown {
  const [field, ...rest] = steps;
  if (field === undefined) return value;
  if (Array.isArray(holder)) return holder.map((element) => withValue(element, steps, value));
  const doc = isDoc(holder) ? holder : {};
  const next = withValue(Object.hasOwn(doc, field) ? doc[field] : undefined, rest, value);
  return Object.fromEntries(
    Object.entries({ ...doc, [field]: next }).filter(([, kept]) => kept !== undefined),
  );
}

function compileUnwind(source: unknown): Stage {
  const options = isDoc(source) ? source : { path: source };
  const { path, preserveNullAndEmptyArrays, includeArrayIndex } = options;
  const unknown = Object.keys(options).find(
    (name) => !['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'].includes(name),
  );
  if (unknown !== undefined) throw new StoreError(28811, `unrecognized option to $unwind stage: ${unknown}`);
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw new StoreError(28818, "path option to $unwind stage should be prefixed with a '$'");
  }
  const steps = path.slice(1).split('.');
  const position = typeof includeArrayIndex === 'string' ? includeArrayIndex.split('.') : null;
  const place = (doc: Doc, at: number | null): Doc => {
    const placed = position === null ? doc : withValue(doc, position, at);
    return isDoc(placed) ? placed : doc;
  };
  return (rows) =>
    made(
      rows.flatMap(({ doc }) => {
        const value = valueAt(doc, steps);
        if (Array.isArray(value) && value.length > 0) return spread(doc, steps, value).map(place);
        const empty = value === undefined || value === null || Array.isArray(value);
        if (empty && preserveNullAndEmptyArrays !== true) return [];
        const kept = Array.isArray(value) ? withValue(doc, steps, undefined) : doc;
        return isDoc(kept) ? [place(kept, null)] : [];
      }),
    );
}

function spread(doc: Doc, steps: readonly string[], values: readonly unknown[]): Doc[] {
  return values.map((value) => withValue(doc, steps, value)).filter(isDoc);
}

function compileFacet(source: unknown, lookup: Lookup): Stage {
  const facets = Object.entries(object(source, '$facet')).map(([field, stages]) => {
    if (!Array.isArray(stages))
      throw new StoreError(40170, `arguments to $facet must be arrays, ${field} is not`);
    return [field, compilePipeline(stages, lookup)] as const;
  });
  return (rows) =>
    made([Object.fromEntries(facets.map(([field, run]) => [field, run(rows).map(({ doc }) => doc)]))]);
}

function compileLookup(source: unknown, lookup: Lookup): Stage {
  const { from, localField, foreignField, as, ...others } = object(source, '$lookup');
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new StoreError(9, `'${unknown}' in $lookup is not supported`);
  if (![from, localField, foreignField, as].every((name) => typeof name === 'string' && name !== '')) {
    throw new StoreError(9, '$lookup needs from, localField, foreignField and as');
  }
  const local = compileExpression(`$${String(localField)}`);
  const steps = String(as).split('.');
  return (rows) =>
    rows.flatMap(({ doc }) => {
      const value = local(doc) ?? null;
      const found = lookup(String(from), String(foreignField), Array.isArray(value) ? value : [value]);
      const joined = withValue(doc, steps, found);
      return isDoc(joined) ? [{ doc: joined, bytes: null }] : [];
    });
}
