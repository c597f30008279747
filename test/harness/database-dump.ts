import { openDatabase } from './test-database.ts';

const passing = new Set(['sessions', 'rate_limits', 'leases']);

/** Every stored document by collection, beside a running Pegel; sessions and counters left out. */
export async function databaseDump(folder: string): Promise<Record<string, unknown[]>> {
  const store = await openDatabase(folder);
  try {
    const collections = await store.connection.listCollections();
    const names = collections.map(({ name }) => name).filter((name) => !passing.has(name));
    const contents = names.sort().map(async (name) => {
      const documents = await store.connection.collection(name).find({}).sort({ _id: 1 }).toArray();
      return [name, documents] as const;
    });
    return Object.fromEntries(await Promise.all(contents));
  } finally {
    await store.close();
  }
}
