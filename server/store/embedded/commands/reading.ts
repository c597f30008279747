import { Long } from 'bson';
import type { Feed } from '../cursors.ts';
import { listFeed } from '../cursors.ts';
import { compileProjection, type Shape } from '../projection.ts';
import type { Scan, Stored } from '../scan.ts';
import { parseSort, sortBy } from '../sorting.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, decodeTyped, encode, isNumeric, plain, plainDoc, toNumber } from '../values.ts';
import { cursorReply } from '../wire.ts';
import {
  allowFields,
  flag,
  limitsOf,
  namespaceOf,
  optionalCount,
  optionalDoc,
  type Store,
  search,
} from './command.ts';

const findFields = [
  'filter',
  'sort',
  'projection',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'hint',
  'noCursorTimeout',
  'allowDiskUse',
];

export async function find(store: Store, command: Doc): Promise<Buffer> {
  allowFields(command, findFields);
  const ns = namespaceOf(command);
  const sort = parseSort(plain(command['sort']));
  const filter = optionalDoc(command, 'filter') ?? {};
  const { scan, sorted } = search(store, ns, { filter, sort, limits: limitsOf(command) });
  const shape = compileProjection(plainDoc(optionalDoc(command, 'projection') ?? {}));
  const skip = optionalCount(command, 'skip') ?? 0;
  const limit = optionalCount(command, 'limit') || Number.POSITIVE_INFINITY;
  const feed = scan === null ? listFeed([]) : await feedOf({ scan, sorted, skip, limit, sort, shape });
  const wanted = {
    batchSize: optionalCount(command, 'batchSize'),
    singleBatch: flag(command, 'singleBatch'),
    lasting: flag(command, 'noCursorTimeout'),
  };
  return cursorReply(ns, 'firstBatch', await store.cursors.open(ns, feed, wanted));
}

type Reading = {
  scan: Scan;
  sorted: boolean;
  skip: number;
  limit: number;
  sort: ReturnType<typeof parseSort>;
  shape: Shape | null;
};

async function feedOf({ scan, sorted, skip, limit, sort, shape }: Reading): Promise<Feed> {
  if (!sorted) {
    const all = sortBy(await scan.gather(Number.POSITIVE_INFINITY), sort, ({ doc }) => doc);
    return listFeed(all.slice(skip, skip + limit).map((stored) => shaped(stored, shape)));
  }
  let left = limit;
  let skipped = skip;
  let ended = false;
  return {
    async take(count) {
      if (skipped > 0) await scan.gather(skipped);
      skipped = 0;
      const wanted = Math.min(count, left);
      const some = wanted > 0 ? await scan.gather(wanted) : [];
      left -= some.length;
      ended = some.length < wanted || left === 0;
      return some.map((stored) => shaped(stored, shape));
    },
    done: () => ended,
  };
}

function shaped({ bytes }: Stored, shape: Shape | null): Buffer {
  return shape === null ? bytes : encode(shape(decodeTyped(bytes)));
}

export async function getMore(store: Store, command: Doc): Promise<Buffer> {
  allowFields(command, ['collection', 'batchSize']);
  const ns = namespaceOf({ collection: command['collection'], $db: command['$db'] });
  const id = cursorId(command['getMore']);
  return cursorReply(ns, 'nextBatch', await store.cursors.more(id, ns, optionalCount(command, 'batchSize')));
}

export function killCursors(store: Store, command: Doc): Doc {
  allowFields(command, ['cursors']);
  const ids = Array.isArray(command['cursors']) ? command['cursors'] : [];
  const cursorsKilled = ids.filter((id) => store.cursors.kill(cursorId(id)));
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

function cursorId(value: unknown): bigint {
  if (value instanceof Long) return value.toBigInt();
  if (isNumeric(value)) return BigInt(toNumber(value));
  throw new StoreError(14, 'a cursor id must be an int64');
}
