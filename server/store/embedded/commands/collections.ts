import type { Collection } from '../catalog.ts';
import { clearDebris, type Debris, noteDebris } from '../debris.ts';
import { idSpec } from '../index-spec.ts';
import { compileFilter } from '../match.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, encode, isDoc, plainDoc } from '../values.ts';
import { cursorReply } from '../wire.ts';
import { allowFields, databaseOf, namespaceOf, optionalDoc, type Store } from './command.ts';

export async function create(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['clusteredIndex']);
  const clustered = optionalDoc(command, 'clusteredIndex');
  if (clustered !== null && !isById(plainDoc(clustered))) {
    throw new StoreError(197, 'A collection can be clustered by { _id: 1 } alone');
  }
  const ns = namespaceOf(command);
  await store.disk.write(() => {
    if (store.catalog.get(ns) !== undefined) throw new StoreError(48, `Collection ${ns} already exists.`);
    store.catalog.ensure(store.disk, ns);
  });
  return { ok: 1 };
}

/** All collections lie by `_id`, whoever asked for it or not. */
const clusteredIndex: Doc = { ...idSpec, unique: true };

const isById = ({ key, unique }: Doc) =>
  isDoc(key) && Object.keys(key).join() === '_id' && key['_id'] === 1 && unique === true;

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

async function dropCollection({ disk, catalog }: Store, collection: Collection): Promise<void> {
  const left: Debris[] = [
    { table: 'data', id: collection.id },
    ...collection.indexes.map(({ id }): Debris => ({ table: 'index', id })),
  ];
  await disk.write(() => {
    catalog.remove(disk, collection);
    for (const debris of left) noteDebris(disk, debris);
  });
  for (const debris of left) await clearDebris(disk, debris);
}

export function listCollections({ catalog }: Store, command: Doc): Buffer {
  allowFields(command, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const database = databaseOf(command);
  const matches = compileFilter(plainDoc(optionalDoc(command, 'filter') ?? {}));
  const found = catalog
    .list(database)
    .map(({ ns }): Doc => {
      const name = ns.slice(database.length + 1);
      return {
        name,
        type: 'collection',
        options: { clusteredIndex },
        info: { readOnly: false },
        idIndex: idSpec,
      };
    })
    .filter(matches)
    .map(encode);
  const ns = `${database}.$cmd.listCollections`;
  return cursorReply(ns, 'firstBatch', { id: 0n, docs: found });
}
