import { readConfig } from '../config.ts';
import { makeDataFolder, readSecret, subkey } from '../secret.ts';
import { checkFingerprint } from '../settings/check-fingerprint.ts';
import { connectStore } from '../store/connect.ts';
import { ensureIndexes } from '../store/indexes.ts';
import { createStores, type Stores } from '../stores.ts';
import type { CommandWorld } from './command.ts';

/** Runs a use case on the same database as the server, also beside a running one. */
export async function withStores<T>({ env }: CommandWorld, work: (stores: Stores) => Promise<T>): Promise<T> {
  const config = readConfig(env);
  await makeDataFolder(config.dataFolder);
  const secret = await readSecret({ dataFolder: config.dataFolder, given: config.secret });
  const store = await connectStore(config);
  try {
    const stores = createStores(store.connection);
    await ensureIndexes(store.connection);
    await checkFingerprint(stores.settings, subkey(secret, 'fingerprint'));
    return await work(stores);
  } finally {
    await store.close();
  }
}
