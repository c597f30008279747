import { listFeed } from '../cursors.ts';
import { parseSort } from '../sorting.ts';
import { compilePipeline, type Lookup, type Row, type Stage } from '../stages.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, encode, isDoc, plain } from '../values.ts';
import { cursorReply } from '../wire.ts';
import {
  allowFields,
  databaseOf,
  limitsOf,
  namespaceOf,
  optionalCount,
  optionalDoc,
  type Search,
  type Store,
  search,
} from './command.ts';
import { countFound } from './counting.ts';

/** aggregate: a leading `$match` (and a `$sort` right after it) reads along an index where one fits. */
export async function aggregate(store: Store, command: Doc): Promise<Buffer> {
  allowFields(command, ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation']);
  const ns = namespaceOf(command);
  const cursor = optionalDoc(command, 'cursor');
  if (cursor === null) throw new StoreError(9, "The 'cursor' option is required");
  const feed = listFeed(await result(store, prepare(store, command)));
  const wanted = { batchSize: optionalCount(cursor, 'batchSize'), singleBatch: false };
  return cursorReply(ns, 'firstBatch', await store.cursors.open(ns, feed, wanted));
}

async function result(store: Store, { source, pipeline, countInto }: Prepared): Promise<Buffer[]> {
  if (countInto !== null) {
    const total = await countFound(store, source);
    return total === 0 ? [] : [encode(countInto(total))];
  }
  const rows: Row[] = (await source.scan?.gather(Number.POSITIVE_INFINITY)) ?? [];
  return pipeline(rows).map(({ doc, bytes }) => bytes ?? encode(doc));
}

type Prepared = {
  source: Search;
  pipeline: Stage;
  /** The one row of a pipeline that only counts; null for any other. */
  countInto: ((total: number) => Doc) | null;
};

/** Where the pipeline reads from, and what it does with that. */
export function prepare(store: Store, command: Doc): Prepared {
  const stages = plain(command['pipeline']);
  if (!Array.isArray(stages)) throw new StoreError(14, "'pipeline' option must be specified as an array");
  const first: unknown = stages[0];
  const filter = isDoc(first) && isDoc(first['$match']) ? first['$match'] : null;
  const rest = filter === null ? stages : stages.slice(1);
  const next: unknown = rest[0];
  const sort = isDoc(next) && '$sort' in next ? parseSort(next['$sort']) : [];
  const limits = limitsOf(command);
  const source = search(store, namespaceOf(command), { filter: filter ?? {}, sort, limits });
  const isSorted = sort.length > 0 && source.sorted;
  const lookup = lookupIn(store, databaseOf(command));
  const stagesLeft = isSorted ? rest.slice(1) : rest;
  return { source, pipeline: compilePipeline(stagesLeft, lookup), countInto: onlyCount(stagesLeft) };
}

/** `[{ $group: { _id: 1, n: { $sum: 1 } } }]`, as the driver counts documents. */
function onlyCount(stages: readonly unknown[]): Prepared['countInto'] {
  const [stage, ...others] = stages;
  const group = isDoc(stage) && others.length === 0 ? stage['$group'] : null;
  if (!isDoc(group) || typeof group['_id'] !== 'number') return null;
  const [[name, sum] = [], ...more] = Object.entries(group).filter(([key]) => key !== '_id');
  if (name === undefined || more.length > 0 || !isDoc(sum)) return null;
  const isOne = Object.keys(sum).length === 1 && sum['$sum'] === 1;
  return isOne ? (total) => ({ _id: group['_id'], [name]: total }) : null;
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
