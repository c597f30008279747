import { ObjectId } from 'bson';
import type { Catalog, Collection, Index } from './catalog.ts';
import { checkDocument } from './check-document.ts';
import type { Disk } from './disk.ts';
import { dataKey, duplicateKey, type Entry, entriesOf } from './index-keys.ts';
import { StoreError } from './store-error.ts';
import { type Doc, decode, decodeTyped, encode, isDoc } from './values.ts';

type Place = { disk: Disk; catalog: Catalog; collection: Collection };
type Planned = { index: Index; add: Entry[]; remove: Entry[] };

const idIndex = { name: '_id_', fields: [{ path: '_id', steps: ['_id'], direction: 1 as const }] };

/** Inserts one document as its bytes are. Call inside `disk.write`; refuses before it writes. */
export function insertDocument(place: Place, given: Buffer): void {
  checkDocument(given);
  const bytes = withId(given);
  const doc = decode(bytes);
  const key = dataKey(place.collection, checkedId(doc));
  if (place.disk.data.get(key) !== undefined) {
    throw duplicateKey(place.collection.ns, idIndex, [doc['_id']]);
  }
  const planned = planEntries(place, { key, before: null, after: doc });
  place.disk.data.put(key, bytes);
  writeEntries(place, key, planned);
}

/** Replaces the document under `key`. Call inside `disk.write`; refuses before it writes. */
export function replaceDocument(place: Place, key: Buffer, change: { before: Buffer; after: Buffer }): void {
  checkDocument(change.after);
  const planned = planEntries(place, { key, before: decode(change.before), after: decode(change.after) });
  place.disk.data.put(key, change.after);
  writeEntries(place, key, planned);
}

export function deleteDocument(place: Place, key: Buffer, before: Buffer): void {
  const planned = planEntries(place, { key, before: decode(before), after: null });
  place.disk.data.remove(key);
  writeEntries(place, key, planned);
}

/** Adds the entries of one stored document to a new index; refuses a duplicate. */
export function indexDocument(place: Place, index: Index, stored: { key: Buffer; bytes: Buffer }): void {
  const { key, bytes } = stored;
  const planned = planIndex(place, index, { key, before: null, after: decode(bytes) });
  writeEntries(place, key, [planned]);
}

/** Drivers send `_id` first; a document without one gets one. */
function withId(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 5, 9) === '_id\0' || '_id' in decode(bytes)) return bytes;
  return encode({ _id: new ObjectId(), ...decodeTyped(bytes) });
}

function checkedId(doc: Doc): unknown {
  const id = doc['_id'];
  if (Array.isArray(id)) throw new StoreError(53, "The '_id' value cannot be of type array");
  if (isDoc(id) && Object.keys(id).some((field) => field.startsWith('$'))) {
    throw new StoreError(52, "_id fields may not contain '$'-prefixed fields");
  }
  return id;
}

type Change = { key: Buffer; before: Doc | null; after: Doc | null };

function planEntries(place: Place, change: Change): Planned[] {
  return place.collection.indexes.map((index) => planIndex(place, index, change));
}

function planIndex(place: Place, index: Index, { key, before, after }: Change): Planned {
  const old = before === null ? [] : entriesOf(index, before).entries;
  const next = after === null ? { entries: [], multikey: false, long: false } : entriesOf(index, after);
  const add = without(next.entries, old);
  if (index.unique) for (const entry of add) refuseDuplicate(place, index, { entry, key });
  if ((next.multikey && !index.multikey) || (next.long && !index.long)) {
    index.multikey ||= next.multikey;
    index.long ||= next.long;
    place.catalog.save(place.disk, place.collection);
  }
  return { index, add, remove: without(old, next.entries) };
}

function without(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  return entries.filter(({ key }) => !others.some((other) => other.key.equals(key)));
}

function refuseDuplicate(place: Place, index: Index, { entry, key }: { entry: Entry; key: Buffer }): void {
  const end = Buffer.concat([entry.key, Buffer.of(0xff)]);
  for (const { value } of place.disk.index.getRange({ start: entry.key, end, limit: 2 })) {
    if (!value.equals(key)) throw duplicateKey(place.collection.ns, index, entry.values);
  }
}

/** An index entry's key ends in the document's encoded id; its value is the document's key in `data`. */
function writeEntries(place: Place, key: Buffer, planned: readonly Planned[]): void {
  const suffix = key.subarray(4);
  for (const { add, remove } of planned) {
    for (const entry of remove) place.disk.index.remove(Buffer.concat([entry.key, suffix]));
    for (const entry of add) place.disk.index.put(Buffer.concat([entry.key, suffix]), key);
  }
}
