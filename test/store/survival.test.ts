import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';

type Thing = { _id: string; text?: string };

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore(folder);
  closing.push(() => store.close());
  return store;
}

async function things(store: EmbeddedStore): Promise<Collection<Thing>> {
  const client = await new MongoClient(store.uri, { serverSelectionTimeoutMS: 10_000 }).connect();
  closing.push(() => client.close());
  return client.db().collection<Thing>('written');
}

/** The process that serves the folder. */
const serverPid = (): number => JSON.parse(readFileSync(join(folder, 'store.lock'), 'utf8')).pid;

const mostFailures = 5_000;

/** Inserts until told to stop; `acknowledged` grows, what fails is counted. */
function writeOn(collection: Collection<Thing>, name: string) {
  const acknowledged: string[] = [];
  const failures: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let stopped = false;
  const running = (async () => {
    for (let n = 0; !stopped && failures.length < mostFailures; n += 1) {
      const _id = `${name}-${n}`;
      await collection.insertOne({ _id }).then(
        () => acknowledged.push(_id),
        (error: Error) => failures.push(error.name),
      );
      for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
    }
  })();
  return {
    acknowledged,
    failures,
    reach: (more: number) =>
      new Promise<void>((resolve) => {
        waiting.push({ count: acknowledged.length + more, resolve });
      }),
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

async function allThere(collection: Collection<Thing>, acknowledged: readonly string[]): Promise<void> {
  const stored = new Set((await collection.find().toArray()).map(({ _id }) => _id));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
}

describe('the process of the store', () => {
  it('that dies is started again, and clients go on where they were with all that was acknowledged', async () => {
    const collection = await things(await open());
    const writers = ['a', 'b', 'c'].map((name) => writeOn(collection, name));
    const [first] = writers;
    for (const signal of ['SIGKILL', 'SIGSEGV', 'SIGKILL'] as const) {
      await first?.reach(20);
      process.kill(serverPid(), signal);
      await first?.reach(5);
    }
    await Promise.all(writers.map((writer) => writer.stop()));
    const failures = writers.flatMap((writer) => writer.failures);
    expect(new Set(failures)).toEqual(new Set(['MongoNetworkError']));
    expect(failures.length).toBeLessThanOrEqual(9);
    await allThere(
      collection,
      writers.flatMap(({ acknowledged }) => acknowledged),
    );
  });

  it('outlives the signals that a terminal sends to all, until its program has ended', async () => {
    const collection = await things(await open());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(serverPid(), signal);
    await collection.insertOne({ _id: 'after' });
    expect(await collection.countDocuments()).toBe(1);
  });
});

describe('a program that owns the folder and is killed', () => {
  const startOwner = async (): Promise<ChildProcess> => {
    const owner = fork(join(import.meta.dirname, 'writer.ts'), [folder, '0', '1'], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    closing.push(async () => owner.kill('SIGKILL'));
    await once(owner, 'message');
    return owner;
  };

  it('leaves the folder to one of those that go on, at the same address', async () => {
    const owner = await startOwner();
    const stores = await Promise.all([open(), open(), open()]);
    expect(stores.map((store) => store.owner)).toEqual([false, false, false]);
    const collections = await Promise.all(stores.map(things));
    const writers = collections.map((collection, n) => writeOn(collection, `client${n}`));
    await Promise.all(writers.map((writer) => writer.reach(5)));
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await Promise.all(writers.map((writer) => writer.reach(30)));
    await Promise.all(writers.map((writer) => writer.stop()));
    expect(stores.filter((store) => store.owner)).toHaveLength(1);
    for (const collection of collections) {
      await allThere(
        collection,
        writers.flatMap(({ acknowledged }) => acknowledged),
      );
    }
  });
});

describe('a full disk', () => {
  const limitFile = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(serverPid()), `--fsize=${bytes}:unlimited`]);

  it('is told to who writes, costs nothing acknowledged, and is over when there is room again', async () => {
    const collection = await things(await open());
    await collection.insertOne({ _id: 'first' });
    const pid = serverPid();
    limitFile(String(statSync(join(folder, 'store.mdb')).size + 1_000_000));
    const acknowledged = ['first'];
    let refused: unknown = null;
    for (let n = 0; n < 200 && refused === null; n += 1) {
      const _id = `large${n}`;
      await collection.insertOne({ _id, text: 'x'.repeat(20_000) }).then(
        () => acknowledged.push(_id),
        (error: unknown) => {
          refused = error;
        },
      );
    }
    expect(refused).toMatchObject({ code: 14_031 });
    expect(acknowledged.length).toBeGreaterThan(10);
    limitFile('unlimited');
    await collection.insertOne({ _id: 'after' });
    expect(serverPid()).toBe(pid);
    await allThere(collection, [...acknowledged, 'after']);
    expect(await collection.countDocuments()).toBe(acknowledged.length + 1);
  });
});
