import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { damaged } from './disk-fault.ts';

const pageSize = 8192;
const magic = 0xbeefc0de;
const at = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152 };
const slackBytes = 1024 * 1024;

/**
 * Refuses a file that LMDB would not survive mapping: foreign bytes, or one that was cut short. LMDB itself
 * trusts what it maps and would end the process.
 */
export function checkFile(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size === 0) return;
    const metas = [readMeta(handle, 0), readMeta(handle, pageSize)];
    if (size < 2 * pageSize || metas.some((meta) => meta === null)) throw damaged(file, 'not a store');
    const newest = metas.reduce((best, meta) =>
      (meta?.transaction ?? 0n) > (best?.transaction ?? 0n) ? meta : best,
    );
    const expected = Number((newest?.lastPage ?? 0n) + 1n) * pageSize;
    if (size + slackBytes < expected) throw damaged(file, `${size} of ${expected} bytes`);
  } finally {
    closeSync(handle);
  }
}

function readMeta(handle: number, offset: number): { lastPage: bigint; transaction: bigint } | null {
  const meta = Buffer.alloc(160);
  const read = readSync(handle, meta, 0, meta.length, offset);
  const known = meta.readUInt32LE(at.magic) === magic && meta.readUInt32LE(at.pageSize) === pageSize;
  if (read < meta.length || !known) return null;
  return { lastPage: meta.readBigUInt64LE(at.lastPage), transaction: meta.readBigUInt64LE(at.transaction) };
}
