import { type Feed, listFeed } from '../cursors.ts';
import { parseSort } from '../sorting.ts';
import { compilePipeline, type Lookup, type Row } from '../stages.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, encode, isDoc, plain } from '../values.ts';
import { cursorReply } from '../wire.ts';
import {
  allowFields,
  databaseOf,
  namespaceOf,
  optionalCount,
  optionalDoc,
  type Store,
  search,
} from './command.ts';

/** aggregate: a leading `$match` (and a `$sort` right after it) reads along an index where one fits. */
export function aggregate(store: Store, command: Doc): Buffer {
  allowFields(command, ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation']);
  const ns = namespaceOf(command);
  const cursor = optionalDoc(command, 'cursor');
  if (cursor === null) throw new StoreError(9, "The 'cursor' option is required");
  const feed = run(store, ns, lookupIn(store, databaseOf(command)), command['pipeline']);
  const wanted = { batchSize: optionalCount(cursor, 'batchSize'), singleBatch: false };
  return cursorReply(ns, 'firstBatch', store.cursors.open(ns, feed, wanted));
}

function run(store: Store, ns: string, lookup: Lookup, source: unknown): Feed {
  const stages = plain(source);
  if (!Array.isArray(stages)) throw new StoreError(14, "'pipeline' option must be specified as an array");
  const first: unknown = stages[0];
  const filter = isDoc(first) && isDoc(first['$match']) ? first['$match'] : null;
  const rest = filter === null ? stages : stages.slice(1);
  const next: unknown = rest[0];
  const sort = isDoc(next) && '$sort' in next ? parseSort(next['$sort']) : [];
  const { scan, sorted } = search(store, ns, { filter: filter ?? {}, sort });
  const pipeline = compilePipeline(sort.length > 0 && sorted ? rest.slice(1) : rest, lookup);
  const rows: Row[] = scan?.take(Number.POSITIVE_INFINITY) ?? [];
  return listFeed(pipeline(rows).map(({ doc, bytes }) => bytes ?? encode(doc)));
}

function lookupIn(store: Store, database: string): Lookup {
  return (from, field, values) => {
    const { scan } = search(store, `${database}.${from}`, {
      filter: { [field]: { $in: [...values] } },
      sort: [],
    });
    return scan?.take(Number.POSITIVE_INFINITY).map(({ doc }) => doc) ?? [];
  };
}
