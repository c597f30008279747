import type { Catalog, Collection, Index } from './catalog.ts';
import { clearDebris, listDebris, noteDebris } from './debris.ts';
import type { Disk } from './disk.ts';
import { indexDocument } from './documents.ts';
import { tablePrefix } from './index-keys.ts';
import type { IndexSpec } from './index-spec.ts';

type Place = { disk: Disk; catalog: Catalog };

const documentsPerCommit = 200;
const builds = new WeakMap<Index, Promise<void>>();

/**
 * Builds an index over what is stored, some documents a commit, with others reading and writing between them: writers
 * keep the unfinished index up to date. A duplicate removes it again.
 *
 * @throws StoreError 11000
 */
export async function buildIndex(place: Place, collection: Collection, spec: IndexSpec): Promise<void> {
  const index = await place.disk.write(() => place.catalog.addIndex(place.disk, collection, spec));
  const built = fill(place, collection, index);
  builds.set(index, built);
  await built;
}

/** Resolves once an index is there, whoever builds it. */
export async function indexIsReady(index: Index): Promise<void> {
  await builds.get(index);
}

async function fill({ disk, catalog }: Place, collection: Collection, index: Index): Promise<void> {
  const end = tablePrefix(collection.id + 1);
  let last: Buffer | null = tablePrefix(collection.id);
  try {
    while (last !== null) {
      const start: Buffer = last;
      last = await disk.write(() => {
        const rows = disk.data.getRange({ start, end, exclusiveStart: true, limit: documentsPerCommit });
        let at: Buffer | null = null;
        for (const { key, value } of [...rows]) {
          indexDocument({ disk, catalog, collection }, index, { key, bytes: value });
          at = key;
        }
        return at;
      });
    }
  } catch (error) {
    await removeIndex({ disk, catalog }, collection, index);
    throw error;
  }
  await disk.write(() => {
    index.ready = true;
    catalog.save(disk, collection);
  });
}

export async function removeIndex(
  { disk, catalog }: Place,
  collection: Collection,
  index: Index,
): Promise<void> {
  const debris = { table: 'index', id: index.id } as const;
  await disk.write(() => {
    catalog.removeIndex(disk, collection, index);
    noteDebris(disk, debris);
  });
  await clearDebris(disk, debris);
}

/** After a start: removes the indexes that a process did not finish building, and what it did not finish clearing. */
export async function tidyUp(place: Place): Promise<void> {
  for (const collection of place.catalog.all()) {
    for (const index of collection.indexes.filter(({ ready }) => !ready)) {
      await removeIndex(place, collection, index);
    }
  }
  for (const debris of listDebris(place.disk)) await clearDebris(place.disk, debris);
}
