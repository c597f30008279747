import { readSync } from 'node:fs';

export const pageSize = 8192;
const magic = 0xbeefc0de;
const at = { magic: 24, pageSize: 48, freeTree: 48, mainTree: 96, lastPage: 144, transaction: 152 };

/** A tree of pages; `root` is null when it holds nothing. */
export type Tree = { readonly root: number | null; readonly depth: number };

/** What one of the two heads of an LMDB file says. */
export type Meta = {
  readonly lastPage: number;
  readonly transaction: bigint;
  readonly free: Tree;
  readonly main: Tree;
};

/** The head that holds now; null where one of the two is none. */
export function newestMeta(handle: number): Meta | null {
  const [one, other] = [readMeta(handle, 0), readMeta(handle, pageSize)];
  if (one === null || other === null) return null;
  return other.transaction > one.transaction ? other : one;
}

function readMeta(handle: number, offset: number): Meta | null {
  const meta = Buffer.alloc(160);
  const read = readSync(handle, meta, 0, meta.length, offset);
  const known = meta.readUInt32LE(at.magic) === magic && meta.readUInt32LE(at.pageSize) === pageSize;
  if (read < meta.length || !known) return null;
  return {
    lastPage: Number(meta.readBigUInt64LE(at.lastPage)),
    transaction: meta.readBigUInt64LE(at.transaction),
    free: readTree(meta.subarray(at.freeTree)),
    main: readTree(meta.subarray(at.mainTree)),
  };
}

const nothing = 2n ** 64n - 1n;

/** 48 bytes, as LMDB keeps them in its heads and for each named table. */
export function readTree(bytes: Buffer): Tree {
  const root = bytes.readBigUInt64LE(40);
  return { root: root === nothing ? null : Number(root), depth: bytes.readUInt16LE(6) };
}
