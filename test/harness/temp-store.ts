import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStore, type Store } from '../../server/store/connect.ts';

export type TempStore = { store: Store; folder: string; close(): Promise<void> };

/** Whether tests run against a MongoDB of `TEST_MONGODB_URI` and not against the embedded store. */
export const onOtherServer = Boolean(process.env['TEST_MONGODB_URI']);

/** A store of its own in a temporary folder, or a database of its own on `TEST_MONGODB_URI`. */
export async function openTempStore(): Promise<TempStore> {
  const folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  const store = await connectStore({ mongodbUri: testDatabase(), dataFolder: folder });
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

function testDatabase(): string | null {
  const server = process.env['TEST_MONGODB_URI'];
  if (!server) return null;
  const uri = new URL(server);
  uri.pathname = `/pegel-${randomBytes(6).toString('hex')}`;
  return uri.href;
}
