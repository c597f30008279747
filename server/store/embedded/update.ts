import { equalValues } from './compare.ts';
import { StoreError } from './store-error.ts';
import { applyOperator } from './update-operators.ts';
import { type Doc, encode, isDoc, plain } from './values.ts';

export type Update =
  | { kind: 'replacement'; doc: Doc }
  | { kind: 'operators'; changes: readonly Change[]; onInsert: readonly Change[] };
type Change = { operator: string; path: string; steps: readonly string[]; argument: unknown };

const operators = new Set([
  '$set',
  '$unset',
  '$setOnInsert',
  '$inc',
  '$min',
  '$max',
  '$push',
  '$pull',
  '$addToSet',
]);

/** Parses the update of one statement (numbers still typed); refuses what the dialect does not know by name. */
export function parseUpdate(update: unknown): Update {
  if (Array.isArray(update)) throw new StoreError(238, 'updates with a pipeline are not supported');
  if (!isDoc(update)) throw new StoreError(9, 'Update argument must be an object');
  const fields = Object.keys(update);
  if (!fields[0]?.startsWith('$')) return parseReplacement(update, fields);
  const changes = fields.flatMap((operator) => parseOperator(operator, update[operator]));
  refuseConflicts(changes);
  return {
    kind: 'operators',
    changes: changes.filter((change) => change.operator !== '$setOnInsert').sort(byPath),
    onInsert: changes.filter((change) => change.operator === '$setOnInsert').sort(byPath),
  };
}

function parseReplacement(doc: Doc, fields: readonly string[]): Update {
  const operator = fields.find((field) => field.startsWith('$'));
  if (operator === undefined) return { kind: 'replacement', doc };
  throw new StoreError(52, `The dollar ($) prefixed field '${operator}' is not allowed in a replacement.`);
}

function parseOperator(operator: string, argument: unknown): Change[] {
  if (!operators.has(operator)) throw new StoreError(9, `Unknown modifier: ${operator}`);
  if (!isDoc(argument)) {
    throw new StoreError(9, `Modifiers operate on fields but we found another type for: ${operator}`);
  }
  return Object.entries(argument).map(([path, value]) => {
    const steps = path.split('.');
    refuseBadPath(path, steps);
    return { operator, path, steps, argument: value };
  });
}

function refuseBadPath(path: string, steps: readonly string[]): void {
  if (steps.includes('')) throw new StoreError(56, `The update path '${path}' contains an empty field name.`);
  const dollar = steps.find((step) => step.startsWith('$'));
  if (dollar === undefined) return;
  const positional = dollar === '$' || dollar.startsWith('$[');
  if (positional)
    throw new StoreError(2, `the positional operator '${dollar}' in '${path}' is not supported`);
  throw new StoreError(
    52,
    `The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`,
  );
}

function byPath(left: Change, right: Change): number {
  return left.path < right.path ? -1 : Number(left.path > right.path);
}

function refuseConflicts(changes: readonly Change[]): void {
  const paths = new Set<string>();
  for (const { path } of changes) {
    if (paths.has(path)) throw conflict(path, path);
    paths.add(path);
  }
  for (const { path, steps } of changes) {
    for (let length = 1; length < steps.length; length += 1) {
      const parent = steps.slice(0, length).join('.');
      if (paths.has(parent)) throw conflict(path, parent);
    }
  }
}

function conflict(path: string, parent: string): StoreError {
  return new StoreError(40, `Updating the path '${path}' would create a conflict at '${parent}'`);
}

/** The updated document's bytes. `doc` (typed numbers, freshly decoded) may be changed in place. */
export function applyUpdate(doc: Doc, update: Update): Buffer {
  if (update.kind === 'replacement') return encode(replaced(doc, update.doc));
  const id = doc['_id'];
  for (const change of update.changes) applyOperator(doc, change);
  if (!equalValues(id, doc['_id'])) throw immutableId();
  return encode(doc);
}

function replaced(doc: Doc, replacement: Doc): Doc {
  const id = doc['_id'];
  const wanted = replacement['_id'];
  if (wanted !== undefined && !equalValues(id, wanted)) throw immutableId();
  return { _id: id, ...replacement };
}

function immutableId(): StoreError {
  return new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

/** The document an upsert inserts: what the filter (typed) fixes by equality, then the update. `_id` may be missing. */
export function upsertDocument(filter: Doc, update: Update): Doc {
  const doc: Doc = {};
  if (update.kind === 'replacement') {
    const fixed: Doc = {};
    seed(fixed, filter);
    return '_id' in fixed ? { _id: fixed['_id'], ...update.doc } : update.doc;
  }
  seed(doc, filter);
  const id = doc['_id'];
  for (const change of [...update.changes, ...update.onInsert]) applyOperator(doc, change);
  if (id !== undefined && !equalValues(plain(id), plain(doc['_id']))) throw immutableId();
  return doc;
}

function seed(doc: Doc, filter: Doc): void {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition))
      for (const part of condition) if (isDoc(part)) seed(doc, part);
    if (path.startsWith('$')) continue;
    const value = equality(condition);
    if (value !== undefined) {
      applyOperator(doc, { operator: '$set', path, steps: path.split('.'), argument: value });
    }
  }
}

function equality(condition: unknown): unknown {
  if (condition instanceof RegExp) return undefined;
  if (!isDoc(condition) || !Object.keys(condition)[0]?.startsWith('$')) return condition;
  const list = condition['$in'];
  if ('$eq' in condition) return condition['$eq'];
  return Array.isArray(list) && list.length === 1 ? list[0] : undefined;
}
