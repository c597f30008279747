import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPages, type Depth } from '../../server/store/embedded/check-pages.ts';
import { StoreUnusable } from '../../server/store/embedded/store-unusable.ts';
import { inProcess } from './in-process.ts';

const pageSize = 8192;
const flags = { branch: 1, leaf: 2, large: 4 } as const;

let folder: string;
let file: string;
let whole: Buffer;

/** Small and large documents, an index, and pages that were given up. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  file = join(folder, 'store.mdb');
  const { run, close } = inProcess(folder);
  await run({ createIndexes: 'things', indexes: [{ key: { k: 1 }, name: 'k' }] });
  const documents = Array.from({ length: 900 }, (_, n) => ({ _id: n, k: `key${n}`, text: 'x'.repeat(900) }));
  await run({ insert: 'things', documents });
  await run({ insert: 'large', documents: [{ _id: 1, text: 'y'.repeat(100_000) }] });
  await run({ delete: 'things', deletes: [{ q: { _id: { $lt: 200 } }, limit: 0 }] });
  await close();
  whole = readFileSync(file);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The sentence that a damage ends in; null when nothing is found. */
function found(change: (bytes: Buffer) => void, depth: Depth): string | null {
  const bytes = Buffer.from(whole);
  change(bytes);
  writeFileSync(file, bytes);
  try {
    checkPages(file, depth);
    return null;
  } catch (error) {
    if (error instanceof StoreUnusable) return error.message;
    throw error;
  }
}

/** Where the pages of a kind begin that the store uses: the others may hold anything. */
function used(kind: keyof typeof flags): number[] {
  const all = Array.from({ length: whole.length / pageSize - 2 }, (_, n) => (n + 2) * pageSize);
  return all.filter((at) => {
    const isKind = whole.readUInt16LE(at + 18) === flags[kind] && Number(whole.readBigUInt64LE(at)) > 1;
    return isKind && found((bytes) => bytes.writeUInt16LE(8, at + 18), 'all') !== null;
  });
}

describe('the pages of a file', () => {
  it('are all as they should be after work in order', () => {
    expect(found(() => {}, 'all')).toBeNull();
    expect(used('branch').length).toBeGreaterThan(1);
    expect(used('leaf').length).toBeGreaterThan(100);
    expect(used('large')).toHaveLength(1);
  });

  it.each<[string, keyof typeof flags, (bytes: Buffer, at: number) => void]>([
    ['that lie elsewhere', 'leaf', (bytes, at) => bytes.writeBigUInt64LE(77_777n, at)],
    ['full beyond their end', 'leaf', (bytes, at) => bytes.writeUInt16LE(60_000, at + 22)],
    ['with rows outside', 'leaf', (bytes, at) => bytes.writeUInt16LE(8_190, at + 24)],
    ['with keys that are too long', 'leaf', (bytes, at) => bytes.writeUInt16LE(9_000, rowOf(bytes, at) + 6)],
    ['with values that are too long', 'leaf', (bytes, at) => bytes.writeUInt16LE(40_000, rowOf(bytes, at))],
    ['with rows of no kind', 'leaf', (bytes, at) => bytes.writeUInt16LE(64, rowOf(bytes, at) + 4)],
    ['with a large value cut short', 'large', (bytes, at) => bytes.writeUInt32LE(1, at + 20)],
  ])('%s are found when the last end was none', (_what, kind, damage) => {
    const [first = 0] = used(kind);
    expect(found((bytes) => damage(bytes, first), 'all')).toContain('is damaged');
  });

  it.each<[string, (bytes: Buffer, at: number) => number]>([
    ['the end of the file', () => 900_000],
    ['a page that has its place', (bytes, at) => bytes.readUInt32LE(rowOf(bytes, at, 1))],
    ['the head of the file', () => 0],
  ])('that lead to %s are found at every start', (_where, target) => {
    for (const at of used('branch')) {
      const lead = (bytes: Buffer) => bytes.writeUInt32LE(target(bytes, at), rowOf(bytes, at));
      expect(found(lead, 'branches')).not.toBeNull();
    }
  });
});

/** The first row of a page, or a later one. */
function rowOf(bytes: Buffer, at: number, row = 0): number {
  return at + 24 + bytes.readUInt16LE(at + 24 + row * 2);
}
