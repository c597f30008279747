import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { damaged } from './disk-fault.ts';
import { newestMeta, pageSize } from './meta-page.ts';

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
    const meta = newestMeta(handle);
    if (size < 2 * pageSize || meta === null) throw damaged(file, 'not a store');
    const expected = (meta.lastPage + 1) * pageSize;
    if (size + slackBytes < expected) throw damaged(file, `${size} of ${expected} bytes`);
  } finally {
    closeSync(handle);
  }
}
