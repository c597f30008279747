import type { Collection, Index } from '../catalog.ts';
import { buildIndex, removeIndex } from '../index-build.ts';
import { type IndexSpec, idSpec, parseIndexSpec, sameSpec } from '../index-spec.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, encode, plain, plainDoc } from '../values.ts';
import { cursorReply } from '../wire.ts';
import { allowFields, docs, namespaceOf, type Store } from './command.ts';

/** createIndexes: one after the other, each in many commits; a duplicate leaves nothing of it behind. */
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

async function createIndex(store: Store, ns: string, spec: IndexSpec): Promise<void> {
  if (spec.fields.length === 1 && spec.fields[0]?.path === '_id') {
    await store.disk.write(() => store.catalog.ensure(store.disk, ns));
    return;
  }
  await buildIndex(store, ns, spec, (collection) => knownIndex(collection, spec));
}

function knownIndex(collection: Collection, spec: IndexSpec): Index | null {
  const sameName = collection.indexes.find(({ name }) => name === spec.name);
  if (sameName !== undefined && sameSpec(sameName.spec, spec.spec)) return sameName;
  if (sameName !== undefined) {
    throw new StoreError(86, `An existing index has the same name as the requested index: ${spec.name}`);
  }
  const sameKey = collection.indexes.find((other) =>
    encode({ k: other.spec['key'] }).equals(encode({ k: spec.spec['key'] })),
  );
  if (sameKey === undefined) return null;
  throw new StoreError(85, `Index already exists with a different name: ${sameKey.name}`);
}

export async function dropIndexes(place: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['index']);
  const ns = namespaceOf(command);
  const collection = place.catalog.get(ns);
  if (collection === undefined) throw new StoreError(26, `ns not found ${ns}`);
  const before = collection.indexes.length + 1;
  const chosen = chooseIndexes(collection, plain(command['index']));
  for (const index of chosen) await removeIndex(place, collection, index);
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
