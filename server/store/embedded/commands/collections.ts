import type { Catalog, Collection, Index } from '../catalog.ts';
import { listFeed } from '../cursors.ts';
import type { Disk } from '../disk.ts';
import { indexDocument } from '../documents.ts';
import { tablePrefix } from '../index-keys.ts';
import { type IndexSpec, parseIndexSpec, sameSpec } from '../index-spec.ts';
import { compileFilter } from '../match.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, encode, plain, plainDoc } from '../values.ts';
import { cursorReply } from '../wire.ts';
import { allowFields, databaseOf, docs, namespaceOf, optionalDoc, type Store } from './command.ts';

const idSpec = { v: 2, key: { _id: 1 }, name: '_id_' };

export async function create(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, []);
  const ns = namespaceOf(command);
  await store.disk.write(() => {
    if (store.catalog.get(ns) !== undefined) throw new StoreError(48, `Collection ${ns} already exists.`);
    store.catalog.ensure(store.disk, ns);
  });
  return { ok: 1 };
}

export async function drop(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, []);
  const ns = namespaceOf(command);
  const collection = store.catalog.get(ns);
  if (collection === undefined) return { ok: 1 };
  await dropCollection(store, collection);
  return { ns, nIndexesWas: collection.indexes.length + 1, ok: 1 };
}

export async function dropDatabase(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, []);
  const database = databaseOf(command);
  for (const collection of store.catalog.list(database)) await dropCollection(store, collection);
  return { dropped: database, ok: 1 };
}

function dropCollection({ disk, catalog }: Store, collection: Collection): Promise<void> {
  return disk.write(() => {
    catalog.remove(disk, collection);
    clear(disk.data, collection.id);
    for (const index of collection.indexes) clear(disk.index, index.id);
  });
}

function clear(table: Disk['data'], id: number): void {
  const start = tablePrefix(id);
  const end = tablePrefix(id + 1);
  const keys = [...table.getKeys({ start, end })];
  for (const key of keys) table.remove(key);
}

/** createIndexes: builds each index in one transaction; a duplicate refuses it before anything is written. */
export async function createIndexes(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['indexes', 'commitQuorum']);
  const ns = namespaceOf(command);
  const specs = docs(command, 'indexes').map((entry) => parseIndexSpec(plainDoc(entry)));
  const before = (store.catalog.get(ns)?.indexes.length ?? 0) + 1;
  for (const spec of specs) await createIndex(store, ns, spec);
  return {
    numIndexesBefore: before,
    numIndexesAfter: (store.catalog.get(ns)?.indexes.length ?? 0) + 1,
    ok: 1,
  };
}

async function createIndex({ disk, catalog }: Store, ns: string, spec: IndexSpec): Promise<void> {
  const index = await disk.write(() => {
    const collection = catalog.ensure(disk, ns);
    if (isKnown(collection, spec)) return null;
    return buildIndex({ disk, catalog, collection }, spec);
  });
  if (index !== null) index.ready = true;
}

function isKnown(collection: Collection, spec: IndexSpec): boolean {
  if (spec.fields.length === 1 && spec.fields[0]?.path === '_id') return true;
  const sameName = collection.indexes.find(({ name }) => name === spec.name);
  if (sameName !== undefined && sameSpec(sameName.spec, spec.spec)) return true;
  if (sameName !== undefined) {
    throw new StoreError(86, `An existing index has the same name as the requested index: ${spec.name}`);
  }
  const sameKey = collection.indexes.find((other) =>
    encode({ k: other.spec['key'] }).equals(encode({ k: spec.spec['key'] })),
  );
  if (sameKey === undefined) return false;
  throw new StoreError(85, `Index already exists with a different name: ${sameKey.name}`);
}

function buildIndex(
  { disk, catalog, collection }: { disk: Disk; catalog: Catalog; collection: Collection },
  spec: IndexSpec,
): Index {
  const index = catalog.addIndex(disk, collection, spec);
  const [start, end] = [tablePrefix(collection.id), tablePrefix(collection.id + 1)];
  try {
    for (const { key, value } of disk.data.getRange({ start, end })) {
      indexDocument({ disk, catalog, collection }, index, { key, bytes: value });
    }
  } catch (error) {
    clear(disk.index, index.id);
    catalog.removeIndex(disk, collection, index);
    throw error;
  }
  return index;
}

export async function dropIndexes({ disk, catalog }: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['index']);
  const ns = namespaceOf(command);
  const collection = catalog.get(ns);
  if (collection === undefined) throw new StoreError(26, `ns not found ${ns}`);
  const before = collection.indexes.length + 1;
  const chosen = chooseIndexes(collection, plain(command['index']));
  await disk.write(() => {
    for (const index of chosen) {
      clear(disk.index, index.id);
      catalog.removeIndex(disk, collection, index);
    }
  });
  return { nIndexesWas: before, ok: 1 };
}

function chooseIndexes(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return [...collection.indexes];
  if (wanted === '_id_') throw new StoreError(72, 'cannot drop _id index');
  const names: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return names.map((name) => {
    const index = collection.indexes.find(
      (other) =>
        other.name === name ||
        (typeof name === 'object' && encode({ k: other.spec['key'] }).equals(encode({ k: name }))),
    );
    if (index === undefined) throw new StoreError(27, `index not found with name [${String(name)}]`);
    return index;
  });
}

export function listIndexes({ catalog }: Store, command: Doc): Buffer {
  allowFields(command, ['cursor']);
  const ns = namespaceOf(command);
  const collection = catalog.get(ns);
  if (collection === undefined) throw new StoreError(26, `ns does not exist: ${ns}`);
  const found = [idSpec, ...collection.indexes.map(({ spec }) => spec)].map(encode);
  return cursorReply(ns, 'firstBatch', { id: 0n, docs: found });
}

export function listCollections({ catalog, cursors }: Store, command: Doc): Buffer {
  allowFields(command, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const database = databaseOf(command);
  const matches = compileFilter(plainDoc(optionalDoc(command, 'filter') ?? {}));
  const found = catalog
    .list(database)
    .map(({ ns }): Doc => {
      const name = ns.slice(database.length + 1);
      return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex: idSpec };
    })
    .filter(matches)
    .map(encode);
  const ns = `${database}.$cmd.listCollections`;
  const batch = cursors.open(ns, listFeed(found), { batchSize: found.length + 1, singleBatch: true });
  return cursorReply(ns, 'firstBatch', batch);
}
