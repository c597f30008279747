import { Long } from 'bson';
import type { Feed } from '../cursors.ts';
import { listFeed } from '../cursors.ts';
import { encodeValue } from '../keys.ts';
import { spreadValues } from '../paths.ts';
import { compileProjection, type Shape } from '../projection.ts';
import type { Scan, Stored } from '../scan.ts';
import { parseSort, sortBy } from '../sorting.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, decodeTyped, encode, isNumeric, plain, plainDoc, toNumber } from '../values.ts';
import { cursorReply } from '../wire.ts';
import { allowFields, flag, namespaceOf, optionalCount, optionalDoc, type Store, search } from './command.ts';

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

export function find(store: Store, command: Doc): Buffer {
  allowFields(command, findFields);
  const ns = namespaceOf(command);
  const sort = parseSort(plain(command['sort']));
  const { scan, sorted } = search(store, ns, { filter: optionalDoc(command, 'filter') ?? {}, sort });
  const shape = compileProjection(plainDoc(optionalDoc(command, 'projection') ?? {}));
  const skip = optionalCount(command, 'skip') ?? 0;
  const limit = optionalCount(command, 'limit') || Number.POSITIVE_INFINITY;
  const feed = scan === null ? listFeed([]) : feedOf({ scan, sorted, skip, limit, sort, shape });
  const batchSize = optionalCount(command, 'batchSize');
  return cursorReply(
    ns,
    'firstBatch',
    store.cursors.open(ns, feed, { batchSize, singleBatch: flag(command, 'singleBatch') }),
  );
}

type Reading = {
  scan: Scan;
  sorted: boolean;
  skip: number;
  limit: number;
  sort: ReturnType<typeof parseSort>;
  shape: Shape | null;
};

function feedOf({ scan, sorted, skip, limit, sort, shape }: Reading): Feed {
  if (!sorted) {
    const all = sortBy(scan.take(Number.POSITIVE_INFINITY), sort, ({ doc }) => doc);
    return listFeed(all.slice(skip, skip + limit).map((stored) => shaped(stored, shape)));
  }
  let left = limit;
  let skipped = skip;
  let ended = false;
  return {
    take(count) {
      if (skipped > 0) scan.take(skipped);
      skipped = 0;
      const wanted = Math.min(count, left);
      const some = wanted > 0 ? scan.take(wanted) : [];
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

export function getMore(store: Store, command: Doc): Buffer {
  allowFields(command, ['collection', 'batchSize']);
  const ns = namespaceOf({ collection: command['collection'], $db: command['$db'] });
  const id = cursorId(command['getMore']);
  return cursorReply(ns, 'nextBatch', store.cursors.more(id, ns, optionalCount(command, 'batchSize')));
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

export function count(store: Store, command: Doc): Doc {
  allowFields(command, ['query', 'limit', 'skip', 'hint']);
  const { scan } = search(store, namespaceOf(command), {
    filter: optionalDoc(command, 'query') ?? {},
    sort: [],
  });
  const skip = optionalCount(command, 'skip') ?? 0;
  const limit = optionalCount(command, 'limit') || Number.POSITIVE_INFINITY;
  const total = scan === null ? 0 : countUpTo(scan, skip + limit);
  return { n: Math.max(total - skip, 0), ok: 1 };
}

function countUpTo(scan: Scan, most: number): number {
  let total = 0;
  while (total < most) {
    const some = scan.take(Math.min(most - total, 1000)).length;
    if (some === 0) break;
    total += some;
  }
  return total;
}

export function distinct(store: Store, command: Doc): Doc {
  allowFields(command, ['key', 'query', 'hint']);
  const key = command['key'];
  if (typeof key !== 'string' || key === '') throw new StoreError(14, "distinct needs a 'key'");
  const { scan } = search(store, namespaceOf(command), {
    filter: optionalDoc(command, 'query') ?? {},
    sort: [],
  });
  const values = new Map<string, unknown>();
  const steps = key.split('.');
  for (const { doc } of scan?.take(Number.POSITIVE_INFINITY) ?? []) {
    for (const value of presentValues(doc, steps)) values.set(encodeValue(value).toString('latin1'), value);
  }
  const inOrder = [...values].sort(([left], [right]) => (left < right ? -1 : 1));
  return { values: inOrder.map(([, value]) => value), ok: 1 };
}

function presentValues(doc: Doc, steps: readonly string[]): unknown[] {
  const isNull = (value: unknown) => value === null || value === undefined;
  const { values } = spreadValues(doc, steps);
  const [head = '', ...rest] = steps;
  const plainNull = rest.length === 0 && Object.hasOwn(doc, head) && doc[head] === null;
  return values.filter((value) => !isNull(value) || plainNull);
}
