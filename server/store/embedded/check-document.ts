import { StoreError } from './store-error.ts';

const maxDocumentBytes = 16 * 1024 * 1024;
const maxDepth = 100;
const maxSafe = 2n ** 53n;

const fixedSizes: Readonly<Record<number, number>> = { 1: 8, 7: 12, 8: 1, 9: 8, 10: 0, 16: 4, 18: 8 };
const refusedTypes: Readonly<Record<number, string>> = {
  6: 'undefined',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  17: 'timestamp',
  19: 'decimal',
  127: 'maxKey',
  255: 'minKey',
};

/** Refuses bytes that are no BSON document or hold a type, size or depth this store does not keep. */
export function checkDocument(bytes: Buffer): void {
  if (bytes.length > maxDocumentBytes) {
    throw new StoreError(10334, `BSONObj size: ${bytes.length} is invalid. Size must be at most 16777216`);
  }
  if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length) throw broken();
  if (checkFields({ bytes, start: 0, end: bytes.length, depth: 1 }) !== bytes.length) throw broken();
}

type Region = { bytes: Buffer; start: number; end: number; depth: number };

function checkFields({ bytes, start, end, depth }: Region): number {
  if (depth > maxDepth)
    throw new StoreError(15, `cannot store a document nested deeper than ${maxDepth} levels`);
  const stop = start + bytes.readInt32LE(start) - 1;
  if (stop < start + 4 || stop >= end || bytes[stop] !== 0) throw broken();
  let at = start + 4;
  while (at < stop) {
    const type = bytes[at] ?? 0;
    const nameEnd = bytes.indexOf(0, at + 1);
    if (nameEnd < 0 || nameEnd >= stop) throw broken();
    if (depth === 1) checkFieldName(bytes, at + 1, nameEnd);
    at = valueEnd(type, nameEnd + 1, { bytes, start, end: stop, depth });
  }
  if (at !== stop) throw broken();
  return stop + 1;
}

function checkFieldName(bytes: Buffer, start: number, end: number): void {
  if (bytes[start] !== 0x24) return;
  const name = bytes.toString('utf8', start, end);
  throw new StoreError(52, `The dollar ($) prefixed field '${name}' is not valid for storage.`);
}

function valueEnd(type: number, at: number, region: Region): number {
  const { bytes, end, depth } = region;
  const fixed = fixedSizes[type];
  if (fixed !== undefined) {
    if (at + fixed > end) throw broken();
    if (type === 18) checkLong(bytes.readBigInt64LE(at));
    return at + fixed;
  }
  if (type < 2 || type > 5) {
    throw new StoreError(
      2,
      `values of type ${refusedTypes[type] ?? type} are not supported by the embedded store`,
    );
  }
  if (at + 4 > end) throw broken();
  if (type === 3 || type === 4) return checkFields({ bytes, start: at, end, depth: depth + 1 });
  return sized(at + (type === 2 ? 4 : 5), bytes.readInt32LE(at), end);
}

function sized(at: number, length: number, end: number): number {
  if (length < 0 || at + length > end) throw broken();
  return at + length;
}

function checkLong(value: bigint): void {
  if (value < maxSafe && value > -maxSafe) return;
  throw new StoreError(2, `int64 ${value} is outside ±2^53, which this store does not keep`);
}

function broken(): StoreError {
  return new StoreError(22, 'Invalid BSON document');
}
