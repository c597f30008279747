import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Collection } from '../catalog.ts';
import type { Disk } from '../disk.ts';
import { tablePrefix } from '../index-keys.ts';
import type { Doc } from '../values.ts';
import { allowFields, databaseOf, namespaceOf, optionalCount, type Store } from './command.ts';

/** Objects are counted; the size is that of the one file, which all collections share. */
export function dbStats(store: Store, command: Doc): Doc {
  allowFields(command, ['scale', 'freeStorage']);
  const scale = optionalCount(command, 'scale') || 1;
  const collections = store.catalog.list(databaseOf(command));
  const counts = collections.map((collection) => countOf(store.disk, collection));
  const size = statSync(store.disk.file).size / scale;
  const { bsize, blocks, bfree } = statfsSync(dirname(store.disk.file));
  return {
    db: databaseOf(command),
    collections: collections.length,
    views: 0,
    objects: counts.reduce((sum, count) => sum + count, 0),
    dataSize: size,
    storageSize: size,
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length + 1, 0),
    indexSize: 0,
    totalSize: size,
    scaleFactor: scale,
    fsUsedSize: ((blocks - bfree) * bsize) / scale,
    fsTotalSize: (blocks * bsize) / scale,
    ok: 1,
  };
}

export function collStats(store: Store, command: Doc): Doc {
  allowFields(command, ['scale']);
  const ns = namespaceOf(command);
  const collection = store.catalog.get(ns);
  if (collection === undefined) return { ns, count: 0, size: 0, storageSize: 0, nindexes: 0, ok: 1 };
  const count = countOf(store.disk, collection);
  const scale = optionalCount(command, 'scale') || 1;
  const size = bytesOf(store.disk, collection) / scale;
  const nindexes = collection.indexes.length + 1;
  return { ns, count, size, storageSize: size, avgObjSize: count === 0 ? 0 : size / count, nindexes, ok: 1 };
}

const rangeOf = ({ id }: Collection) => ({ start: tablePrefix(id), end: tablePrefix(id + 1) });

function countOf({ data }: Disk, collection: Collection): number {
  return data.getKeysCount(rangeOf(collection));
}

function bytesOf({ data }: Disk, collection: Collection): number {
  let bytes = 0;
  for (const { value } of data.getRange(rangeOf(collection))) bytes += value.length;
  return bytes;
}
