import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../server/store/connect.ts';
import { openDatabase } from './test-database.ts';

export type TempStore = { store: Store; folder: string; close(): Promise<void> };

/** A store of its own in a temporary folder, or a database of its own on `TEST_MONGODB_URI`. */
export async function openTempStore(): Promise<TempStore> {
  const folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  const store = await openDatabase(folder);
  return {
    store,
    folder,
    close: async () => {
      if (store.kind === 'mongodb') await store.connection.dropDatabase();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
