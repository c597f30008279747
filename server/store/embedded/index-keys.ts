import { createHash } from 'node:crypto';
import type { Collection, Index } from './catalog.ts';
import { encodeKey, encodeValue } from './keys.ts';
import { spreadValues } from './paths.ts';
import { StoreError } from './store-error.ts';
import type { Doc } from './values.ts';

const maxKeyBytes = 1200;
const keptBytes = 1000;
const maxIdBytes = 1000;

export function tablePrefix(id: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(id);
  return prefix;
}

export function dataKey(collection: Collection, id: unknown): Buffer {
  const key = encodeValue(id);
  if (key.length > maxIdBytes)
    throw new StoreError(17280, `_id is too long: ${key.length} bytes, ${maxIdBytes} allowed`);
  return Buffer.concat([tablePrefix(collection.id), key]);
}

/** One entry of a document in an index: the key without the document's id, and the values it stands for. */
export type Entry = { key: Buffer; values: readonly unknown[] };

/** All entries a document has in an index; marks the index when it becomes multikey or holds a cut key. */
export function entriesOf(index: Index, doc: Doc): { entries: Entry[]; multikey: boolean; long: boolean } {
  const none = { entries: [], multikey: false, long: false };
  if (!index.covers(doc)) return none;
  const parts = index.fields.map(({ steps }) => spreadValues(doc, steps));
  if (index.sparse && index.fields.every(({ steps }) => isMissing(doc, steps))) return none;
  const arrays = parts.filter(({ array }) => array);
  if (arrays.length > 1) throw new StoreError(171, `cannot index parallel arrays in index '${index.name}'`);
  const count = Math.max(...parts.map(({ values }) => values.length));
  const keys = new Map<string, Entry>();
  let long = false;
  for (let at = 0; at < count; at += 1) {
    const values = parts.map((part) => (part.array ? part.values[at] : part.values[0]));
    const { key, cut } = indexKey(index, values);
    long ||= cut;
    keys.set(key.toString('latin1'), { key, values });
  }
  return { entries: [...keys.values()], multikey: arrays.length > 0, long };
}

function isMissing(doc: Doc, steps: readonly string[]): boolean {
  let missing = true;
  const look = (value: unknown, depth: number): void => {
    if (depth === steps.length) missing &&= value === undefined;
    else if (Array.isArray(value)) for (const element of value) look(element, depth);
    else if (typeof value === 'object' && value !== null) {
      look(Object.getOwnPropertyDescriptor(value, steps[depth] ?? '')?.value, depth + 1);
    }
  };
  look(doc, 0);
  return missing;
}

/** The bytes of some values in an index. Long keys are cut and end in a hash: equal stays equal, order is lost. */
export function indexKey(index: Index, values: readonly unknown[]): { key: Buffer; cut: boolean } {
  const directions = index.fields.map(({ direction }) => direction);
  const key = encodeKey(values, directions);
  const prefix = tablePrefix(index.id);
  if (key.length <= maxKeyBytes) return { key: Buffer.concat([prefix, key]), cut: false };
  const hash = createHash('sha256').update(key).digest();
  return { key: Buffer.concat([prefix, key.subarray(0, keptBytes), hash]), cut: true };
}

export function duplicateKey(
  ns: string,
  index: Pick<Index, 'name' | 'fields'>,
  values: readonly unknown[],
): StoreError {
  const keyPattern = Object.fromEntries(index.fields.map(({ path, direction }) => [path, direction]));
  const keyValue = Object.fromEntries(index.fields.map(({ path }, at) => [path, values[at] ?? null]));
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`);
  const message = `E11000 duplicate key error collection: ${ns} index: ${index.name} dup key: { ${shown.join(', ')} }`;
  return new StoreError(11000, message, { keyPattern, keyValue });
}
