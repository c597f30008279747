import type { Catalog, Collection, Index } from './catalog.ts';
import { clearDebris, listDebris, noteDebris } from './debris.ts';
import type { Disk } from './disk.ts';
import { indexDocument } from './documents.ts';
import { tablePrefix } from './index-keys.ts';
import type { IndexSpec } from './index-spec.ts';
import { StoreError } from './store-error.ts';

type Place = { disk: Disk; catalog: Catalog };

const documentsPerCommit = 200;
const builds = new WeakMap<Index, Promise<void>>();

/**
 * Builds an index over what is stored, some documents a commit, with others reading and writing between them: writers
 * keep the unfinished index up to date. A duplicate removes it again. One that is there, or being built by somebody else,
 * is waited for.
 *
 * @param knownIndex the index that the collection has already; called inside the write, may refuse
 * @throws StoreError 11000
 */
export function buildIndex(
  place: Place,
  ns: string,
  spec: IndexSpec,
  knownIndex: (collection: Collection) => Index | null,
): Promise<void> {
  const { disk, catalog } = place;
  const building: Promise<void> = disk
    .write(() => {
      const existing = catalog.get(ns);
      const known = existing === undefined ? null : knownIndex(existing);
      if (known !== null) return async () => builds.get(known);
      const collection = existing ?? catalog.ensure(disk, ns);
      const index = catalog.addIndex(disk, collection, spec);
      builds.set(index, building);
      return () => fill(place, collection, index);
    })
    .then((goOn) => goOn());
  return building;
}

async function fill({ disk, catalog }: Place, collection: Collection, index: Index): Promise<void> {
  const end = tablePrefix(collection.id + 1);
  let last: Buffer | null = tablePrefix(collection.id);
  try {
    while (last !== null) {
      const start: Buffer = last;
      last = await disk.write(() => {
        refuseDropped(catalog, collection, index);
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
    refuseDropped(catalog, collection, index);
    index.ready = true;
    catalog.save(disk, collection);
  });
}

function refuseDropped(catalog: Catalog, collection: Collection, index: Index): void {
  if (catalog.get(collection.ns) === collection && collection.indexes.includes(index)) return;
  throw new StoreError(276, `Index build aborted: ${index.name} was dropped`);
}

export async function removeIndex(
  { disk, catalog }: Place,
  collection: Collection,
  index: Index,
): Promise<void> {
  const debris = { table: 'index', id: index.id } as const;
  await disk.write(() => {
    if (catalog.get(collection.ns) === collection) catalog.removeIndex(disk, collection, index);
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
