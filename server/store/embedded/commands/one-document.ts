import { ObjectId } from 'bson';
import { insertDocument, replaceDocument } from '../documents.ts';
import type { Stored } from '../scan.ts';
import { sortBy } from '../sorting.ts';
import type { StoreError } from '../store-error.ts';
import { applyUpdate, type Update, upsertDocument } from '../update.ts';
import { type Doc, decodeTyped, encode } from '../values.ts';
import { type Place, type Query, type Store, search } from './command.ts';

/** The first matching document in sort order. */
export function findOne(store: Store, ns: string, query: Query): Stored | undefined {
  const { scan, sorted } = search(store, ns, query);
  if (scan === null) return undefined;
  if (sorted) return scan.next();
  return sortBy(scan.take(Number.POSITIVE_INFINITY), query.sort, ({ doc }) => doc)[0];
}

export function placeOf(store: Store, ns: string): Place {
  return { disk: store.disk, catalog: store.catalog, collection: store.catalog.ensure(store.disk, ns) };
}

/** Applies an update to a stored document. Call inside `disk.write`. */
export function rewrite(
  store: Store,
  ns: string,
  stored: Stored,
  change: Update,
): { after: Buffer; changed: boolean } {
  const after = applyUpdate(decodeTyped(stored.bytes), change);
  if (after.equals(stored.bytes)) return { after, changed: false };
  replaceDocument(placeOf(store, ns), stored.key, { before: stored.bytes, after });
  return { after, changed: true };
}

/** Inserts what an upsert makes of its filter and update. Call inside `disk.write`. */
export function insertUpsert(store: Store, ns: string, statement: { filter: Doc; update: Update }): Doc {
  const doc = upsertDocument(statement.filter, statement.update);
  const { _id = new ObjectId(), ...rest } = doc;
  const whole = { _id, ...rest };
  insertDocument(placeOf(store, ns), encode(whole));
  return whole;
}

/** One refused statement, as the driver expects it in `writeErrors`. */
export function writeError(error: StoreError, index: number): Doc {
  return { index, code: error.code, errmsg: error.message, ...error.extra };
}
