import { compileFilter, type Predicate } from './match.ts';
import { StoreError } from './store-error.ts';
import { type Doc, encode, isDoc, plain } from './values.ts';

export type IndexField = { path: string; steps: readonly string[]; direction: 1 | -1 };

/** What createIndexes asked for, checked. `spec` is what listIndexes answers. */
export type IndexSpec = {
  name: string;
  fields: readonly IndexField[];
  unique: boolean;
  sparse: boolean;
  filter: Doc | null;
  covers: Predicate;
  expireAfterSeconds: number | null;
  spec: Doc;
};

/** What listIndexes answers for the index that every collection has. */
export const idSpec = { v: 2, key: { _id: 1 }, name: '_id_' };

const known = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'v',
]);
const ignored = new Set(['background', 'ns']);

/** Parses one entry of `createIndexes.indexes` (plain numbers); refuses unknown options and kinds by name. */
export function parseIndexSpec(entry: unknown): IndexSpec {
  if (!isDoc(entry)) throw new StoreError(14, 'each index must be an object');
  const unknown = Object.keys(entry).find((option) => !known.has(option) && !ignored.has(option));
  if (unknown !== undefined) {
    throw new StoreError(197, `The field '${unknown}' is not valid for an index specification here`);
  }
  const { name, unique, sparse, partialFilterExpression, expireAfterSeconds } = entry;
  if (typeof name !== 'string' || name === '') throw new StoreError(9, 'The index needs a name');
  const fields = parseFields(entry['key'], name);
  const filter = parseFilter(partialFilterExpression);
  return {
    name,
    fields,
    unique: Boolean(unique),
    sparse: Boolean(sparse),
    filter,
    covers: filter === null ? () => true : compileFilter(filter),
    expireAfterSeconds: parseExpiry(expireAfterSeconds, fields),
    spec: Object.fromEntries(Object.entries({ v: 2, ...entry }).filter(([option]) => !ignored.has(option))),
  };
}

function parseFields(key: unknown, name: string): IndexField[] {
  if (!isDoc(key) || Object.keys(key).length === 0) {
    throw new StoreError(67, `Index keys of '${name}' cannot be empty`);
  }
  return Object.entries(key).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw new StoreError(
        67,
        `index '${name}': only 1 and -1 are supported, not ${JSON.stringify(direction)}`,
      );
    }
    const steps = path.split('.');
    if (steps.some((step) => step === '' || step.startsWith('$') || /^\d+$/.test(step))) {
      throw new StoreError(67, `index '${name}': the path '${path}' is not supported`);
    }
    return { path, steps, direction };
  });
}

function parseFilter(filter: unknown): Doc | null {
  if (filter === undefined) return null;
  if (!isDoc(filter)) throw new StoreError(14, 'partialFilterExpression must be an object');
  compileFilter(filter);
  return filter;
}

function parseExpiry(seconds: unknown, fields: readonly IndexField[]): number | null {
  if (seconds === undefined) return null;
  if (typeof seconds !== 'number' || seconds < 0) {
    throw new StoreError(67, 'expireAfterSeconds must be a number, not negative');
  }
  if (fields.length > 1) throw new StoreError(67, 'TTL indexes are single-field indexes');
  return seconds;
}

export function sameSpec(left: Doc, right: Doc): boolean {
  return encode(sorted(left)).equals(encode(sorted(right)));
}

function sorted(spec: Doc): Doc {
  const options = Object.entries(spec).filter(([, value]) => value !== false);
  return Object.fromEntries(
    options
      .map(([option, value]) => [option, plain(value)] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
