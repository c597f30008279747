import { compareValues } from './compare.ts';
import { encodeKey } from './keys.ts';
import { spreadValues } from './paths.ts';
import { StoreError } from './store-error.ts';
import { type Doc, isDoc } from './values.ts';

export type SortField = { path: string; steps: readonly string[]; direction: 1 | -1 };

/** Parses `{field: 1 | -1}` (plain numbers). */
export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new StoreError(14, 'Expected the sort to be an object');
  return Object.entries(sort).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw new StoreError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path, steps: path.split('.'), direction };
  });
}

/** Bytes that sort as MongoDB sorts the document: of an array the least element counts, descending the greatest. */
export function sortKey(doc: Doc, fields: readonly SortField[]): Buffer {
  return encodeKey(
    fields.map(({ steps, direction }) => {
      const { values } = spreadValues(doc, steps);
      return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
    }),
    fields.map(({ direction }) => direction),
  );
}

export function sortBy<Item>(
  items: readonly Item[],
  fields: readonly SortField[],
  docOf: (item: Item) => Doc,
): Item[] {
  return items
    .map((item) => ({ item, key: sortKey(docOf(item), fields) }))
    .sort((left, right) => Buffer.compare(left.key, right.key))
    .map(({ item }) => item);
}
