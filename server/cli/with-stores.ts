import { type Config, readConfig } from '../config.ts';
import { makeDataFolder, readSecret, subkey } from '../secret.ts';
import { checkFingerprint } from '../settings/check-fingerprint.ts';
import { connectStore, type Store } from '../store/connect.ts';
import { prepareDatabase } from '../store/prepare-database.ts';
import { createStores, type Stores } from '../stores.ts';
import type { CommandWorld } from './command.ts';

export interface Opened {
  readonly store: Store;
  readonly config: Config;
}

/** Runs a use case on the same database as the server, also beside a running one. */
export async function withStores<T>(
  { env }: CommandWorld,
  work: (stores: Stores, around: Opened) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  await makeDataFolder(config.dataFolder);
  const secret = await readSecret({ dataFolder: config.dataFolder, given: config.secret });
  const store = await connectStore(config);
  try {
    const stores = createStores(store.connection);
    await prepareDatabase(store.connection, { leases: stores.leases, now: () => new Date() });
    await checkFingerprint(stores.settings, subkey(secret, 'fingerprint'));
    return await work(stores, { store, config });
  } finally {
    await store.close();
  }
}
