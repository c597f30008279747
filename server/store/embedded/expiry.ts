import type { Collection, Index } from './catalog.ts';
import type { Store } from './commands/command.ts';
import { deleteDocument } from './documents.ts';
import { compileFilter } from './match.ts';
import { plan } from './planner.ts';
import { Scan } from './scan.ts';

const chunkSize = 200;

/** Deletes what TTL indexes say is over. */
export async function removeExpired(store: Store, now: Date): Promise<void> {
  for (const collection of store.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.ready && index.expireAfterSeconds !== null)
        await removeFrom(store, collection, { index, now });
    }
  }
}

async function removeFrom(
  store: Store,
  collection: Collection,
  { index, now }: { index: Index; now: Date },
): Promise<void> {
  const path = index.fields[0]?.path ?? '';
  const limit = new Date(now.getTime() - (index.expireAfterSeconds ?? 0) * 1000);
  const filter = { [path]: { $lte: limit } };
  let removed = chunkSize;
  while (removed === chunkSize && store.catalog.get(collection.ns) === collection) {
    removed = await store.disk.write(() => {
      const scan = new Scan(store.disk, plan(collection, { filter, sort: [] }), compileFilter(filter));
      const expired = scan.take(chunkSize);
      for (const { key, bytes } of expired) deleteDocument({ ...store, collection }, key, bytes);
      return expired.length;
    });
  }
}
