import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { BSON } from 'bson';
import { open } from 'lmdb';
import { type Collection, MongoClient } from 'mongodb';
import type { EmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { type Figure, figure, median } from './report.ts';
import { runningPegel } from './running-pegel.ts';

type Thing = { _id: string; key: string; office: number; text: string };
type Things = Collection<Thing>;

const many = 100_000;
const few = 1_000;
const insertMs = 3_000;
const findsAtOnce = 1_000;
const budgets = [
  [1, 0.5],
  [16, 0.3],
  [64, 0.3],
] as const;

const thing = (n: number, of: string): Thing => ({
  ...{ _id: `${of}-${n}`, key: `${of}:${n}`, office: n % 40 },
  text: 'Der Antrag kann vollständig online gestellt und bezahlt werden. '.repeat(4),
});

/** Built, as it runs in a city: its process starts from JavaScript. */
async function openStore(folder: string): Promise<EmbeddedStore> {
  const built = new URL('../../dist/server/store/embedded/open-embedded-store.js', import.meta.url).href;
  const { openEmbeddedStore } = await import(built);
  return openEmbeddedStore(folder);
}

async function inStore<Result>(
  folder: string,
  use: (client: MongoClient) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(folder);
  const client = await new MongoClient(store.uri, { maxPoolSize: 64 }).connect();
  try {
    return await use(client);
  } finally {
    await client.close();
    await store.close();
  }
}

/** Acknowledged writes per second, each writer waiting for its own before the next. */
async function writesPerSecond(writers: number, write: (n: number) => Promise<unknown>): Promise<number> {
  let n = 0;
  const start = performance.now();
  const work = async () => {
    while (performance.now() - start < insertMs) await write(n++);
  };
  await Promise.all(Array.from({ length: writers }, work));
  return (n / (performance.now() - start)) * 1_000;
}

async function plainPuts(folder: string, writers: number): Promise<number> {
  const root = open<Buffer, Buffer>(join(folder, `plain-${writers}.mdb`), {
    ...{ keyEncoding: 'binary', encoding: 'binary', pageSize: 8192, overlappingSync: false, noSubdir: true },
  });
  const bytes = Buffer.from(BSON.serialize(thing(0, 'plain')));
  try {
    return await writesPerSecond(writers, (n) => root.put(Buffer.from(`plain-${n}`), bytes));
  } finally {
    await root.close();
  }
}

async function durableInserts(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [writers, budget] of budgets) {
    const plain = await plainPuts(folder, writers);
    const inserts = await inStore(join(folder, `inserts-${writers}`), (client) => {
      const things = client.db().collection<Thing>('things');
      return writesPerSecond(writers, (n) => things.insertOne(thing(n, 'insert')));
    });
    figures.push(
      figure({
        ...{ name: `durable inserts, ${writers} writers`, value: inserts, unit: 'inserts/s' },
        yardstick: { name: 'plain lmdb puts of the same bytes', value: plain },
        budget: `ratio ≥ ${budget}`,
      }),
    );
  }
  return figures;
}

async function fill(things: Things, count: number): Promise<void> {
  await things.createIndex({ key: 1 }, { unique: true });
  await things.createIndex({ office: 1 });
  for (let from = 0; from < count; from += 1_000) {
    await things.insertMany(Array.from({ length: 1_000 }, (_, i) => thing(from + i, 'found')));
  }
}

async function findsPerSecond(things: Things, by: '_id' | 'key', count: number): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < findsAtOnce; n++) {
    await things.findOne({ [by]: thing((n * 7_919) % count, 'found')[by] });
  }
  return (findsAtOnce / (performance.now() - start)) * 1_000;
}

/** In turns, so that both meet the same machine. */
async function finds(client: MongoClient): Promise<Figure[]> {
  const small = client.db().collection<Thing>('few');
  const large = client.db().collection<Thing>('many');
  await fill(small, few);
  await fill(large, many);
  const figures: Figure[] = [];
  for (const by of ['_id', 'key'] as const) {
    const rates: { small: number; large: number }[] = [];
    for (let round = 0; round < 9; round++) {
      const rate = {
        small: await findsPerSecond(small, by, few),
        large: await findsPerSecond(large, by, many),
      };
      rates.push(rate);
    }
    figures.push(
      figure({
        name: `findOne by ${by}, ${many} documents`,
        ...{ value: median(rates.map((rate) => rate.large)), unit: 'finds/s' },
        yardstick: { name: `the same, ${few} documents`, value: median(rates.map((rate) => rate.small)) },
        budget: 'ratio ≥ 0.85',
      }),
    );
  }
  return figures;
}

/** The longest turn of this process's event loop while the store looks at every document. */
async function stallOfScan(client: MongoClient): Promise<Figure> {
  const large = client.db().collection<Thing>('many');
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const start = performance.now();
  const found = await large.find({ text: /nicht zu finden/ }).toArray();
  const took = performance.now() - start;
  delays.disable();
  if (found.length > 0) throw new Error('the scan was to find nothing');
  return figure({
    ...{ name: `stall of the main loop in a scan of ${many} documents`, value: delays.max / 1e6, unit: 'ms' },
    yardstick: { name: 'length of the scan, ms', value: took },
    budget: 'value < 50',
  });
}

async function reopening(folder: string): Promise<Figure> {
  const rounds: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    const store = await openStore(folder);
    rounds.push(performance.now() - start);
    await store.close();
  }
  return figure({
    ...{ name: `reopening ${few + many} documents, with the store's process`, value: median(rounds) },
    unit: 'ms',
    yardstick: { name: 'budget, ms', value: 300 },
    budget: 'value ≤ 300',
  });
}

/** What a process holds for itself; pages of files, which the system takes back when it needs them, left out. */
const ownBytes = (pid: number) =>
  Number(/Anonymous:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;

async function idleMemory(folder: string): Promise<Figure> {
  const megabytes = await runningPegel(folder, ({ pid }) => {
    const store: { pid: number } = JSON.parse(readFileSync(join(folder, 'store.lock'), 'utf8'));
    return [pid, store.pid].map((one) => ownBytes(one) / 1e6);
  });
  const [program = 0, store = 0] = megabytes;
  return figure({
    ...{ name: `Pegel and its store idle over ${many} documents`, value: program + store, unit: 'MB' },
    yardstick: { name: 'of it the store, MB', value: store },
    budget: 'value ≤ 200',
  });
}

/** The embedded store against plain LMDB, against itself with fewer documents, and against its budgets. */
export async function storeSpeed(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pegel-bench-'));
  const data = join(folder, 'data');
  try {
    return [
      ...(await durableInserts(folder)),
      ...(await inStore(data, async (client) => [...(await finds(client)), await stallOfScan(client)])),
      await reopening(data),
      await idleMemory(data),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
