import { type Bounds, boundsOf, maxPoints } from './bounds.ts';
import type { Collection, Index } from './catalog.ts';
import { indexKey, tablePrefix } from './index-keys.ts';
import { encodeKey, encodeValue } from './keys.ts';
import type { SortField } from './sorting.ts';
import { StoreError } from './store-error.ts';
import { type Doc, encode, isDoc, rankOf } from './values.ts';

export type Range = { start: Buffer; end: Buffer };
/** Where to look, in order. `index: null` reads the documents themselves (in `_id` order). */
export type Plan = {
  index: Index | null;
  ranges: readonly Range[];
  reverse: boolean;
  sorted: boolean;
  /** Reads the whole collection. */
  whole: boolean;
};

type Candidate = Plan & { score: number };

const maxSeekBytes = 3000;

/** Chooses an index by the filter's equalities, then ranges, then the sort; else reads everything. */
export function plan(collection: Collection, query: { filter: Doc; sort: readonly SortField[] }): Plan {
  const bounds = boundsOf(query.filter);
  const candidates = [byId(collection, bounds, query.sort)];
  for (const index of collection.indexes) {
    if (index.ready && usable(index, query.filter)) candidates.push(byIndex(index, bounds, query.sort));
  }
  return candidates.reduce((best, other) => (other.score > best.score ? other : best));
}

/** The plan along the index that a hint names, by name or by key pattern; `$natural` reads everything. */
export function hintedPlan(
  collection: Collection,
  { filter, sort }: { filter: Doc; sort: readonly SortField[] },
  hint: unknown,
): Plan {
  if (isDoc(hint) && '$natural' in hint) return scanPlan(collection);
  const bounds = boundsOf(filter);
  if (hint === '_id_' || (isDoc(hint) && encode({ k: hint }).equals(encode({ k: { _id: 1 } })))) {
    return byId(collection, bounds, sort);
  }
  const index = collection.indexes.find(
    ({ name, ready, spec }) =>
      ready && (name === hint || (isDoc(hint) && encode({ k: spec['key'] }).equals(encode({ k: hint })))),
  );
  if (index === undefined) {
    throw new StoreError(2, 'hint provided does not correspond to an existing index');
  }
  if (!usable(index, filter))
    throw new StoreError(2, `the partial index '${index.name}' does not hold it all`);
  const along = byIndex(index, bounds, sort);
  return along.index === null ? wholeIndex(index) : along;
}

/** As MongoDB does under a hint, a sparse index answers with what it holds. */
function wholeIndex(index: Index): Plan {
  return { index, ranges: [around(tablePrefix(index.id))], reverse: false, sorted: false, whole: false };
}

/** Reads all documents of the collection. */
export function scanPlan(collection: Collection): Plan {
  return byId(collection, new Map(), []);
}

/** A partial index answers only filters that repeat its condition; a sparse one never a search for "missing". */
function usable(index: Index, filter: Doc): boolean {
  if (index.filter === null) return true;
  return Object.entries(index.filter).every(
    ([field, condition]) => field in filter && encodeValue(filter[field]).equals(encodeValue(condition)),
  );
}

function byId(collection: Collection, bounds: Map<string, Bounds>, sort: readonly SortField[]): Candidate {
  const prefix = tablePrefix(collection.id);
  const field = bounds.get('_id');
  const first = sort[0];
  const sorted = sort.length === 0 || first?.path === '_id';
  const base = {
    index: null,
    reverse: first?.path === '_id' && first.direction === -1,
    sorted,
    whole: false,
  };
  if (field?.points) {
    const keys = field.points.map((value) => Buffer.concat([prefix, encodeValue(value)]));
    return { ...base, ranges: keys.filter((key) => key.length < maxSeekBytes).map(around), score: 1000 };
  }
  const range = field === undefined ? null : fieldRange(prefix, field, { direction: 1, oneSided: false });
  if (range !== null) return { ...base, ranges: [range], score: 50 };
  return {
    ...base,
    whole: true,
    ranges: [{ start: prefix, end: after(prefix) }],
    score: sort.length > 0 && sorted ? 5 : 0,
  };
}

function byIndex(index: Index, bounds: Map<string, Bounds>, sort: readonly SortField[]): Candidate {
  let values: unknown[][] = [[]];
  let fixed = 0;
  for (const { path } of index.fields) {
    const points = bounds.get(path)?.points;
    if (!points || values.length * points.length > maxPoints) break;
    values = values.flatMap((tuple) => points.map((point) => [...tuple, point]));
    fixed += 1;
  }
  if (index.sparse && !fieldExcludesMissing(index, bounds)) return nothing;
  const order = index.multikey || index.long || values.length > 1 ? 0 : sortDirection(index, sort, fixed);
  const ordered = { index, reverse: order === -1, sorted: sort.length === 0 || order !== 0, whole: false };
  const ranges = rangesOf(index, bounds, { values, fixed });
  if (ranges === null) return nothing;
  const ranged = ranges.bounded ? 50 : 0;
  const score = fixed * 100 + ranged + (sort.length > 0 && ordered.sorted ? 10 : 0) + (index.unique ? 1 : 0);
  return { ...ordered, ranges: ranges.list, score: fixed === 0 && ranged === 0 && order === 0 ? -1 : score };
}

const nothing: Candidate = {
  index: null,
  ranges: [],
  reverse: false,
  sorted: false,
  whole: false,
  score: -1,
};

function fieldExcludesMissing(index: Index, bounds: Map<string, Bounds>): boolean {
  const field = bounds.get(index.fields[0]?.path ?? '');
  if (field === undefined) return false;
  if (field.points !== null) return !field.points.some((point) => point === null || point === undefined);
  return field.low !== undefined || field.high !== undefined;
}

function rangesOf(
  index: Index,
  bounds: Map<string, Bounds>,
  { values, fixed }: { values: unknown[][]; fixed: number },
): { list: Range[]; bounded: boolean } | null {
  if (index.long && fixed < index.fields.length) return null;
  if (fixed === index.fields.length) {
    return { list: inOrder(values.map((tuple) => around(indexKey(index, tuple).key))), bounded: false };
  }
  const next = index.fields[fixed];
  const field = bounds.get(next?.path ?? '');
  const directions = index.fields.map(({ direction }) => direction);
  let bounded = false;
  const prefixes = values.map((tuple) =>
    Buffer.concat([tablePrefix(index.id), encodeKey(tuple, directions)]),
  );
  if (prefixes.some((prefix) => prefix.length >= maxSeekBytes)) return null;
  const list = prefixes.map((prefix) => {
    const shape = { direction: next?.direction ?? 1, oneSided: index.multikey };
    const range = field === undefined ? null : fieldRange(prefix, field, shape);
    bounded ||= range !== null;
    return range ?? around(prefix);
  });
  return { list: inOrder(list), bounded };
}

function inOrder(ranges: Range[]): Range[] {
  return ranges.sort((left, right) => Buffer.compare(left.start, right.start));
}

function around(key: Buffer): Range {
  return { start: key, end: after(key) };
}

function after(key: Buffer): Buffer {
  return Buffer.concat([key, Buffer.of(0xff)]);
}

/** One range of a field within its type. Bounds are taken as inclusive: the filter is asked again anyway. */
function fieldRange(
  prefix: Buffer,
  { low, high }: Bounds,
  { direction, oneSided }: { direction: 1 | -1; oneSided: boolean },
): Range | null {
  const sample = low ?? high;
  if (sample === undefined) return null;
  const both = low !== undefined && high !== undefined && !oneSided && rankOf(low) === rankOf(high);
  const type = rankOf(sample);
  const edge = (value: unknown) => {
    const key = Buffer.concat([prefix, encodeKey([value], [direction])]);
    return key.length < maxSeekBytes ? key : null;
  };
  const lowEdge = low === undefined ? null : edge(low);
  const highEdge = high !== undefined && (both || low === undefined) ? edge(high) : null;
  const [first, last] = direction === 1 ? [lowEdge, highEdge] : [highEdge, lowEdge];
  const typeByte = direction === 1 ? type : 0xff ^ type;
  return {
    start: first ?? Buffer.concat([prefix, Buffer.of(typeByte)]),
    end: last === null ? Buffer.concat([prefix, Buffer.of(typeByte + 1)]) : after(last),
  };
}

/** 1 or -1 when reading the index (backwards) after its fixed fields gives the sort; 0 when it does not. */
function sortDirection(index: Index, sort: readonly SortField[], fixed: number): 1 | -1 | 0 {
  const constant = new Set(index.fields.slice(0, fixed).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !constant.has(path));
  const rest = index.fields.slice(fixed);
  if (index.sparse || wanted.length === 0) return sort.length > 0 && wanted.length === 0 ? 1 : 0;
  const turns = wanted.map(({ path, direction }, at) =>
    rest[at]?.path === path ? direction * rest[at].direction : 0,
  );
  const turn = turns[0];
  return (turn === 1 || turn === -1) && turns.every((other) => other === turn) ? turn : 0;
}
