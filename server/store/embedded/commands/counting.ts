import { encodeValue } from '../keys.ts';
import { spreadValues } from '../paths.ts';
import type { Plan } from '../planner.ts';
import type { Scan } from '../scan.ts';
import { StoreError } from '../store-error.ts';
import type { Doc } from '../values.ts';
import {
  allowFields,
  limitsOf,
  namespaceOf,
  optionalCount,
  optionalDoc,
  type Search,
  type Store,
  search,
} from './command.ts';

export async function count(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['query', 'limit', 'skip', 'hint']);
  const filter = optionalDoc(command, 'query') ?? {};
  const found = search(store, namespaceOf(command), { filter, sort: [], limits: limitsOf(command) });
  const skip = optionalCount(command, 'skip') ?? 0;
  const limit = optionalCount(command, 'limit') || Number.POSITIVE_INFINITY;
  const total = await countFound(store, found, skip + limit);
  return { n: Math.max(Math.min(total, skip + limit) - skip, 0), ok: 1 };
}

/** How many documents a search finds, without keeping them. */
export async function countFound(
  store: Store,
  { scan, plan, filter }: Search,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const isWhole = Object.keys(filter).length === 0 && plan?.index === null;
  return isWhole ? countAll(store, plan) : countUpTo(scan, most);
}

/** The keys alone tell how many there are. */
function countAll({ disk }: Store, plan: Plan): number {
  return plan.ranges.reduce((total, { start, end }) => total + disk.data.getKeysCount({ start, end }), 0);
}

async function countUpTo(scan: Scan | null, most: number): Promise<number> {
  let total = 0;
  while (scan !== null && total < most) {
    const some = (await scan.gather(Math.min(most - total, 1000))).length;
    if (some === 0) break;
    total += some;
  }
  return total;
}

export async function distinct(store: Store, command: Doc): Promise<Doc> {
  allowFields(command, ['key', 'query', 'hint']);
  const key = command['key'];
  if (typeof key !== 'string' || key === '') throw new StoreError(14, "distinct needs a 'key'");
  const filter = optionalDoc(command, 'query') ?? {};
  const { scan } = search(store, namespaceOf(command), { filter, sort: [], limits: limitsOf(command) });
  const values = new Map<string, unknown>();
  const steps = key.split('.');
  for (const { doc } of (await scan?.gather(Number.POSITIVE_INFINITY)) ?? []) {
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
