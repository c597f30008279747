import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { EmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { storeFaultOf } from '../../server/store/store-fault.ts';
import { freshFolder } from './fresh-folder.ts';

type Thing = { _id: string; text?: string };

const folder = freshFolder();

async function things(store: EmbeddedStore): Promise<Collection<Thing>> {
  return (await folder.client(store.uri)).db().collection<Thing>('written');
}

const mostFailures = 5_000;
/** Of three writers and five ends: what was under way, and what is refused until the driver has noticed. */
const fewFailures = 100;

/** Inserts until told to stop; `acknowledged` grows, what fails is counted. */
function writeOn(collection: Collection<Thing>, name: string) {
  const acknowledged: string[] = [];
  const failures: Error[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let stopped = false;
  const running = (async () => {
    for (let n = 0; !stopped && failures.length < mostFailures; n += 1) {
      const _id = `${name}-${n}`;
      await collection.insertOne({ _id }).then(
        () => acknowledged.push(_id),
        (error: Error) => failures.push(error),
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

/** Reads until told to stop; the driver asks again for a read whose answer was lost. */
function readOn(collection: Collection<Thing>) {
  const failures: Error[] = [];
  let stopped = false;
  const running = (async () => {
    while (!stopped && failures.length < mostFailures) {
      await collection.findOne({ _id: 'a-0' }).catch((error: Error) => failures.push(error));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await running;
      return failures;
    },
  };
}

/** Until the driver has seen that a connection ended, it tries to write on it, and neither repeats that nor takes another. */
const isNoBrokenPipe = (error: Error) => Reflect.get(error, 'code') !== 'EPIPE';

async function allThere(collection: Collection<Thing>, acknowledged: readonly string[]): Promise<void> {
  const stored = new Set((await collection.find().toArray()).map(({ _id }) => _id));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
}

describe('the process of the store', () => {
  it('that dies is started again, and clients go on where they were with all that was acknowledged', async () => {
    const collection = await things(await folder.open());
    const writers = ['a', 'b', 'c'].map((name) => writeOn(collection, name));
    const reader = readOn(collection);
    const [first] = writers;
    for (const signal of ['SIGKILL', 'SIGSEGV', 'SIGKILL', 'SIGABRT', 'SIGKILL'] as const) {
      await first?.reach(20);
      process.kill(folder.serverPid(), signal);
      await first?.reach(5);
    }
    await Promise.all(writers.map((writer) => writer.stop()));
    expect((await reader.stop()).filter(isNoBrokenPipe)).toEqual([]);
    const failures = writers.flatMap((writer) => writer.failures);
    expect(failures.filter((error) => storeFaultOf(error) === null)).toEqual([]);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThanOrEqual(fewFailures);
    await allThere(
      collection,
      writers.flatMap(({ acknowledged }) => acknowledged),
    );
  });

  it('outlives the signals that a terminal sends to all, until its program has ended', async () => {
    const collection = await things(await folder.open());
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(folder.serverPid(), signal);
    await collection.insertOne({ _id: 'after' });
    expect(await collection.countDocuments()).toBe(1);
  });
});

describe('a program that owns the folder and is killed', () => {
  const startOwner = async (): Promise<ChildProcess> => {
    const owner = fork(join(import.meta.dirname, 'writer.ts'), [folder.path, '0', '1'], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    folder.later(async () => owner.kill('SIGKILL'));
    await once(owner, 'message');
    return owner;
  };

  it('leaves the folder to one of those that go on, at the same address', async () => {
    const owner = await startOwner();
    const stores = await Promise.all([folder.open(), folder.open(), folder.open()]);
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
    execFileSync('prlimit', ['--pid', String(folder.serverPid()), `--fsize=${bytes}:unlimited`]);

  it('is told to who writes, costs nothing acknowledged, and is over when there is room again', async () => {
    const collection = await things(await folder.open());
    await collection.insertOne({ _id: 'first' });
    const pid = folder.serverPid();
    limitFile(String(statSync(join(folder.path, 'store.mdb')).size + 1_000_000));
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
    expect(folder.serverPid()).toBe(pid);
    await allThere(collection, [...acknowledged, 'after']);
    expect(await collection.countDocuments()).toBe(acknowledged.length + 1);
  });
});
