import type { Catalog, Collection } from '../catalog.ts';
import type { Cursors } from '../cursors.ts';
import type { Disk } from '../disk.ts';
import { compileFilter } from '../match.ts';
import { hintedPlan, type Plan, plan, scanPlan } from '../planner.ts';
import { Scan } from '../scan.ts';
import type { SortField } from '../sorting.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, isDoc, isNumeric, plain, plainDoc, toNumber } from '../values.ts';

export type Store = { disk: Disk; catalog: Catalog; cursors: Cursors; address: string; plans: boolean };
/** Answers one command; the reply is a document, or bytes that already are one. */
export type Handler = (store: Store, command: Doc) => Promise<Doc | Buffer> | Doc | Buffer;
export type Place = { disk: Disk; catalog: Catalog; collection: Collection };

const generic = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);
const refused: Readonly<Record<string, string>> = {
  collation: 'collation',
  let: 'variables (let)',
  tailable: 'tailable cursors',
  arrayFilters: 'arrayFilters',
};

/** Refuses every field of the command that is not in `allowed`; the first field is the command's name. */
export function allowFields(command: Doc, allowed: readonly string[]): void {
  const [name = '', ...fields] = Object.keys(command);
  for (const field of fields) {
    if (generic.has(field) || allowed.includes(field)) continue;
    if (['txnNumber', 'startTransaction', 'autocommit'].includes(field)) {
      throw new StoreError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
    }
    const feature = refused[field];
    if (feature !== undefined) throw new StoreError(238, `${feature} in '${name}' is not supported`);
    throw new StoreError(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
}

export function allowStatementFields(statement: Doc, kind: string, allowed: readonly string[]): void {
  allowFields({ [kind]: 1, ...statement }, allowed);
}

export function databaseOf(command: Doc): string {
  const database = command['$db'];
  if (typeof database === 'string' && database !== '') return database;
  throw new StoreError(40414, "BSON field '$db' is missing but a required field");
}

/** `<database>.<collection>` of a command whose first field names the collection. */
export function namespaceOf(command: Doc): string {
  const [name = ''] = Object.keys(command);
  const collection = command[name];
  if (typeof collection === 'string' && collection !== '') return `${databaseOf(command)}.${collection}`;
  throw new StoreError(73, `collection name has invalid type in '${name}'`);
}

export function docs(command: Doc, field: string): Doc[] {
  const list = command[field];
  if (Array.isArray(list) && list.length > 0 && list.every(isDoc)) return list;
  throw new StoreError(9, `'${field}' must be a nonempty array of documents`);
}

export function optionalDoc(command: Doc, field: string): Doc | null {
  const value = command[field];
  if (value === undefined || value === null) return null;
  if (isDoc(value)) return value;
  throw new StoreError(14, `BSON field '${field}' must be an object`);
}

/** A count such as limit, skip or batchSize: a whole number from 0, or null when absent. */
export function optionalCount(command: Doc, field: string): number | null {
  const value = command[field];
  if (value === undefined || value === null) return null;
  if (isNumeric(value) && Number.isInteger(toNumber(value)) && toNumber(value) >= 0) return toNumber(value);
  throw new StoreError(51024, `BSON field '${field}' value must be a whole number >= 0`);
}

export function flag(command: Doc, field: string): boolean {
  const value = command[field];
  return value === true || (isNumeric(value) && toNumber(value) !== 0);
}

export type Query = { filter: Doc; sort: readonly SortField[]; limits?: SearchLimits };
/** What a command says about how it is to be searched for. */
export type SearchLimits = { hint: unknown; endsAt: number | null };

/** `hint` and `maxTimeMS` of a command or statement. */
export function limitsOf(command: Doc): SearchLimits {
  const ms = optionalCount(command, 'maxTimeMS') ?? 0;
  return { hint: plain(command['hint']), endsAt: ms === 0 ? null : performance.now() + ms };
}

export type Search = { scan: Scan | null; sorted: boolean; plan: Plan | null; filter: Doc };

/** The documents that match a filter (numbers typed or plain), along an index where one fits. */
export function search(store: Store, ns: string, { sort, limits, ...query }: Query): Search {
  const filter = plainDoc(query.filter);
  const matches = Object.keys(filter).length === 0 ? null : compileFilter(filter);
  const collection = store.catalog.get(ns);
  if (collection === undefined) return { scan: null, sorted: true, plan: null, filter };
  const chosen = choosePlan(store, collection, { filter, sort, hint: limits?.hint });
  const sorted = sort.length === 0 || (chosen.sorted && store.plans);
  const { index } = chosen;
  const scan = new Scan(store.disk, chosen, matches, {
    endsAt: limits?.endsAt ?? null,
    isDropped: () =>
      store.catalog.get(ns) !== collection || (index !== null && !collection.indexes.includes(index)),
  });
  return { scan, sorted, plan: chosen, filter };
}

function choosePlan(
  store: Store,
  collection: Collection,
  { filter, sort, hint }: { filter: Doc; sort: readonly SortField[]; hint: unknown },
): Plan {
  if (hint !== undefined && hint !== null) return hintedPlan(collection, { filter, sort }, hint);
  return store.plans ? plan(collection, { filter, sort }) : scanPlan(collection);
}
