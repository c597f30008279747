import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { StoreUnusable } from './store-unusable.ts';

/** Node cuts longer paths silently at 107 bytes. */
const longestPath = 100;

/**
 * Where the store of a folder listens, the same for every process: in the folder itself, or, where that path is too
 * long, in a folder of its own under the temporary one, which must be ours and nobody else's.
 */
export function socketPath(home: string): string {
  const path = join(home, 'store.sock');
  if (Buffer.byteLength(path) <= longestPath) return path;
  const name = createHash('sha256').update(home).digest('hex').slice(0, 24);
  const folder = join(tmpdir(), `store-${userInfo().uid}-${name}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  refuseForeign(folder);
  return join(folder, 's.sock');
}

function refuseForeign(folder: string): void {
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o077) === 0) return;
  throw new StoreUnusable('not-writable', {
    de: `Der Ordner ${folder} gehört jemand anderem oder steht anderen offen. Löschen Sie ihn, oder wählen Sie mit PEGEL_DATA einen kürzeren Pfad.`,
    en: `The folder ${folder} belongs to somebody else or is open to others. Remove it, or choose a shorter path with PEGEL_DATA.`,
  });
}
