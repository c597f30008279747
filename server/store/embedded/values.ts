import { Binary, Double, deserialize, Int32, Long, ObjectId, serialize } from 'bson';
import { StoreError } from './store-error.ts';

/** A BSON document as JavaScript sees it. */
export type Doc = { [field: string]: unknown };

export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Numbers become JavaScript numbers. For matching, sorting and expressions. */
export function decode(bytes: Uint8Array): Doc {
  return readBson(bytes, true);
}

function readBson(bytes: Uint8Array, promoteValues: boolean): Doc {
  try {
    return deserialize(bytes, { promoteValues });
  } catch (error) {
    throw new StoreError(22, `Invalid BSON document: ${String(error)}`);
  }
}

/** Numbers stay Int32, Double or Long, so that 3.0 is written back as a double. */
export function decodeTyped(bytes: Uint8Array): Doc {
  return readBson(bytes, false);
}

export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: false });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function isNumeric(value: unknown): value is number | Int32 | Double | Long {
  return (
    typeof value === 'number' || value instanceof Int32 || value instanceof Double || value instanceof Long
  );
}

export function toNumber(value: number | Int32 | Double | Long): number {
  if (typeof value === 'number') return value;
  return value instanceof Long ? safeLong(value) : value.value;
}

function safeLong(value: Long): number {
  const number = value.toNumber();
  if (Number.isSafeInteger(number)) return number;
  throw new StoreError(2, `int64 ${value.toString()} is outside ±2^53, which this store does not keep`);
}

/** The same value with plain JavaScript numbers all the way down. */
export function plain(value: unknown): unknown {
  if (isNumeric(value)) return toNumber(value);
  if (Array.isArray(value)) return value.map(plain);
  return isDoc(value) ? plainDoc(value) : value;
}

export function plainDoc(doc: Doc): Doc {
  return Object.fromEntries(Object.entries(doc).map(([field, value]) => [field, plain(value)]));
}

/** MongoDB's order of types; also the first byte of an encoded key. */
export const rank = {
  undefined: 0x08,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  binary: 0x3c,
  objectId: 0x46,
  bool: 0x50,
  date: 0x5a,
} as const;

export function rankOf(value: unknown): number {
  if (value === undefined) return rank.undefined;
  if (value === null) return rank.null;
  if (typeof value === 'string') return rank.string;
  if (typeof value === 'boolean') return rank.bool;
  if (isNumeric(value)) return rank.number;
  if (value instanceof Date) return rank.date;
  if (value instanceof ObjectId) return rank.objectId;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof Binary) return rank.binary;
  if (isDoc(value)) return rank.object;
  throw new StoreError(2, `values of type ${typeName(value)} are not supported by the embedded store`);
}

function typeName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  return '_bsontype' in value ? String(value._bsontype) : value.constructor.name;
}
