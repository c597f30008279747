import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(home = folder): Promise<EmbeddedStore> {
  const store = await openEmbeddedStore(home);
  closing.push(() => store.close());
  return store;
}

async function clientOf(uri: string): Promise<MongoClient> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 }).connect();
  closing.push(() => client.close());
  return client;
}

function socketOf(store: EmbeddedStore): string {
  return decodeURIComponent(new URL(store.uri).host);
}

describe('opening the embedded store', () => {
  it('keeps the folder to its owner and its data over a restart', async () => {
    const first = await openEmbeddedStore(folder);
    const client = await new MongoClient(first.uri).connect();
    await client.db().collection('things').createIndex({ k: 1 }, { unique: true });
    await client.db().collection('things').insertOne({ k: 1 });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(socketOf(first)).mode & 0o777).toBe(0o600);
    await client.close();
    await first.close();
    expect(readdirSync(folder).sort()).toEqual(['store.mdb', 'store.mdb-lock']);
    const again = await clientOf((await open()).uri);
    await expect(again.db().collection('things').insertOne({ k: 1 })).rejects.toMatchObject({ code: 11000 });
    expect(await again.db().collection('things').countDocuments()).toBe(1);
  });

  it('makes the second opener a client of the first', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect([first.owner, second.owner].sort()).toEqual([false, true]);
    await (await clientOf(first.uri)).db().collection('things').insertOne({ k: 1 });
    expect(await (await clientOf(second.uri)).db().collection('things').countDocuments()).toBe(1);
  });

  it('takes over from an owner that is gone, its socket and lock left behind', async () => {
    const stale = { pid: process.pid, boot: 'x', started: '1' };
    writeFileSync(join(folder, 'store.lock'), JSON.stringify(stale));
    writeFileSync(join(folder, 'store.sock'), '');
    expect((await open()).owner).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'store.lock'), 'utf8'))).not.toMatchObject(stale);
  });

  it('is not fooled by a later process with the same id', async () => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stale = { pid: process.pid, boot, started: '1' };
    writeFileSync(join(folder, 'store.lock'), JSON.stringify(stale));
    expect((await open()).owner).toBe(true);
  });

  it('works in a folder whose path is longer than a socket may be', async () => {
    const long = join(folder, 'x'.repeat(60), 'y'.repeat(60));
    mkdirSync(long, { recursive: true });
    const store = await open(long);
    expect(Buffer.byteLength(socketOf(store))).toBeLessThan(100);
    const second = await open(long);
    expect(second).toMatchObject({ owner: false, uri: store.uri });
    await (await clientOf(second.uri)).db().collection('things').insertOne({ k: 1 });
  });
});

describe('kill -9 under sixteen writers', () => {
  it('loses no acknowledged write, and indexes equal the data', async () => {
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < 3; round += 1) {
      await killWhileWriting(round, acknowledged);
      const store = await openEmbeddedStore(folder);
      const client = await new MongoClient(store.uri).connect();
      const things = client.db().collection<Document & { _id: string }>('things');
      const stored = await things.find().toArray();
      const byId = new Map(stored.map((doc) => [doc._id, doc['n']]));
      for (const [id, n] of acknowledged) expect(byId.get(id), id).toBeGreaterThanOrEqual(n);
      expect(await things.countDocuments({ n: { $gte: 0 } })).toBe(stored.length);
      for (const doc of stored.slice(0, 50))
        expect(await things.countDocuments({ n: doc['n'], key: doc['key'] })).toBe(1);
      await client.close();
      await store.close();
    }
    expect(acknowledged.size).toBeGreaterThan(50);
  });
});

/** A child owns the store and writes; it reports each acknowledged write and is killed in the middle. */
async function killWhileWriting(round: number, acknowledged: Map<string, number>): Promise<void> {
  const child = startWriter(round);
  const enough = 60 + round * 35;
  let seen = 0;
  child.on('message', (report) => {
    const { id, n } = report as { id: string; n: number };
    acknowledged.set(id, Math.max(n, acknowledged.get(id) ?? 0));
    seen += 1;
    if (seen === enough) child.kill('SIGKILL');
  });
  await once(child, 'exit');
}

function startWriter(round: number): ChildProcess {
  return fork(join(import.meta.dirname, 'writer.ts'), [folder, String(round)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
