import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeExpired } from '../../server/store/embedded/expiry.ts';
import { createLeaseStore } from '../../server/store/lease-store.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { inProcess } from './in-process.ts';

let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
});
afterAll(() => temp.close());

function collection(name: string) {
  return temp.store.connection.getClient().db(temp.store.connection.name).collection<Document>(name);
}

describe('a unique index', () => {
  it('refuses a second document with the same values and names pattern and value', async () => {
    const rooms = collection('rooms');
    await rooms.createIndex({ wave: 1, office: 1 }, { unique: true });
    await rooms.insertMany([
      { wave: 1, office: 'a' },
      { wave: 1, office: 'b' },
      { wave: 2, office: 'a' },
    ]);
    const expected = { code: 11000, keyPattern: { wave: 1, office: 1 }, keyValue: { wave: 1, office: 'a' } };
    await expect(rooms.insertOne({ wave: 1, office: 'a' })).rejects.toMatchObject(expected);
    await expect(rooms.updateOne({ office: 'b' }, { $set: { office: 'a' } })).rejects.toMatchObject(expected);
    await expect(rooms.findOneAndUpdate({ wave: 2 }, { $set: { wave: 1 } })).rejects.toMatchObject(expected);
    await expect(rooms.insertOne({ _id: 'x', wave: 1, office: 'c' } as Document)).resolves.toBeDefined();
    await expect(rooms.insertOne({ _id: 'x', wave: 9 } as Document)).rejects.toMatchObject({
      code: 11000,
      keyPattern: { _id: 1 },
    });
    expect(await rooms.countDocuments()).toBe(4);
  });

  it('stops an ordered insert at the duplicate and passes over it in an unordered one', async () => {
    const keys = collection('ordered');
    await keys.createIndex({ k: 1 }, { unique: true });
    const documents = [{ k: 1 }, { k: 1 }, { k: 2 }];
    await expect(keys.insertMany(documents.map((doc) => ({ ...doc })))).rejects.toMatchObject({
      code: 11000,
      insertedCount: 1,
    });
    await expect(keys.insertMany([{ k: 1 }, { k: 3 }, { k: 4 }], { ordered: false })).rejects.toMatchObject({
      insertedCount: 2,
    });
    expect(await keys.distinct('k')).toEqual([1, 3, 4]);
  });

  it('admits one missing value; a sparse or partial one admits many', async () => {
    await collection('plain').createIndex({ k: 1 }, { unique: true });
    await collection('plain').insertOne({});
    await expect(collection('plain').insertOne({})).rejects.toMatchObject({ keyValue: { k: null } });
    await collection('sparse').createIndex({ k: 1 }, { unique: true, sparse: true });
    await collection('sparse').insertMany([{}, {}, { k: 1 }]);
    await expect(collection('sparse').insertOne({ k: 1 })).rejects.toMatchObject({ code: 11000 });
    expect(await collection('sparse').countDocuments({ k: null })).toBe(2);
    const partialFilterExpression = { open: true };
    await collection('partial').createIndex({ k: 1 }, { unique: true, partialFilterExpression });
    await collection('partial').insertMany([{ k: 1 }, { k: 1 }, { k: 1, open: true }]);
    await expect(collection('partial').insertOne({ k: 1, open: true })).rejects.toMatchObject({
      code: 11000,
    });
    expect(await collection('partial').countDocuments({ k: 1 })).toBe(3);
    expect(await collection('partial').countDocuments({ k: 1, open: true })).toBe(1);
  });

  it('is not built over duplicates and leaves no trace', async () => {
    await collection('twins').insertMany([{ k: 1 }, { k: 1 }]);
    await expect(collection('twins').createIndex({ k: 1 }, { unique: true })).rejects.toMatchObject({
      code: 11000,
    });
    expect((await collection('twins').indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('tells values apart that are longer than a key', async () => {
    const long = 'x'.repeat(5000);
    await collection('long').createIndex({ k: 1 }, { unique: true });
    await collection('long').insertMany([{ k: `${long}1` }, { k: `${long}2` }, { k: 'y' }]);
    await expect(collection('long').insertOne({ k: `${long}2` })).rejects.toMatchObject({ code: 11000 });
    expect(await collection('long').countDocuments({ k: `${long}2` })).toBe(1);
    expect(await collection('long').countDocuments({ k: { $gt: `${long}1` } })).toBe(2);
    expect(
      (await collection('long').find().sort({ k: -1 }).toArray()).map(({ k }) => String(k).at(-1)),
    ).toEqual(['y', '2', '1']);
  });
});

describe('the list of indexes', () => {
  it('knows what was built, takes the same again, refuses another under the same name', async () => {
    const things = collection('listed');
    await things.createIndex({ a: 1 }, { unique: true });
    await things.createIndex({ a: 1 }, { unique: true });
    await things.createIndex({ b: -1, c: 1 }, { name: 'both' });
    await expect(things.createIndex({ z: 1 }, { name: 'both' })).rejects.toMatchObject({ code: 86 });
    await expect(things.createIndex({ a: 1 }, { name: 'other', unique: true })).rejects.toMatchObject({
      code: 85,
    });
    expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1', 'both']);
    await things.dropIndex('both');
    expect(await things.indexExists('both')).toBe(false);
    await things.drop();
    expect(
      await temp.store.connection
        .getClient()
        .db(temp.store.connection.name)
        .listCollections({ name: 'listed' })
        .toArray(),
    ).toEqual([]);
  });
});

describe('a TTL index', () => {
  it('removes what is over and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pegel-'));
    const { store, run, close } = inProcess(folder);
    await run({ createIndexes: 's', indexes: [{ key: { expires: 1 }, name: 'e', expireAfterSeconds: 60 }] });
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
    await run({
      insert: 's',
      documents: [
        { _id: 1, expires: at(0) },
        { _id: 2, expires: at(30) },
        { _id: 3 },
        { _id: 4, expires: 'x' },
      ],
    });
    await removeExpired(store, at(60));
    const left = await run({ find: 's', filter: {} });
    expect(left['cursor'].firstBatch.map(({ _id }: Document) => _id)).toEqual([2, 3, 4]);
    await close();
    rmSync(folder, { recursive: true });
  });
});

describe('twenty writers at once', () => {
  const crowd = Array.from({ length: 20 }, (_, at) => at);

  it('lose no increment', async () => {
    await collection('counter').insertOne({ _id: 'n', n: 0 } as Document);
    const values = await Promise.all(
      crowd
        .flatMap(() => crowd.slice(0, 5))
        .map(() =>
          collection('counter').findOneAndUpdate({}, { $inc: { n: 1 } }, { returnDocument: 'after' }),
        ),
    );
    expect(values.map((doc) => doc?.['n']).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
  });

  it('upsert one document between them', async () => {
    await collection('once').createIndex({ key: 1 }, { unique: true });
    await Promise.all(
      crowd.map((at) =>
        collection('once').updateOne(
          { key: 'k' },
          { $inc: { n: 1 }, $setOnInsert: { first: at } },
          { upsert: true },
        ),
      ),
    );
    expect(await collection('once').find().toArray()).toMatchObject([{ key: 'k', n: 20 }]);
  });

  it('take each due row once, the oldest first', async () => {
    await collection('queue').insertMany(Array.from({ length: 60 }, (_, due) => ({ due, state: 'owed' })));
    const taken: number[] = [];
    await Promise.all(
      crowd.map(async (worker) => {
        for (;;) {
          const row = await collection('queue').findOneAndUpdate(
            { state: 'owed' },
            { $set: { state: 'leased', worker } },
            { sort: { due: 1 } },
          );
          if (row === null) return;
          taken.push(row['due']);
        }
      }),
    );
    expect(new Set(taken).size).toBe(60);
    expect(taken).toHaveLength(60);
  });

  it('get one lease between them, until it is over or let go', async () => {
    const leases = createLeaseStore(temp.store.connection);
    const now = new Date('2026-01-01T00:00:00Z');
    const won = await Promise.all(crowd.map((at) => leases.acquire('ticker', `p${at}`, now, 1000)));
    expect(won.filter(Boolean)).toHaveLength(1);
    const owner = `p${won.indexOf(true)}`;
    expect(await leases.acquire('ticker', owner, now, 1000)).toBe(true);
    expect(await leases.acquire('ticker', 'other', new Date(now.getTime() + 999), 1000)).toBe(false);
    expect(await leases.acquire('ticker', 'other', new Date(now.getTime() + 1000), 1000)).toBe(true);
    await leases.release('ticker', owner);
    expect(await leases.acquire('ticker', 'third', now, 1000)).toBe(false);
    await leases.release('ticker', 'other');
    expect(await leases.acquire('ticker', 'third', now, 1000)).toBe(true);
  });
});

describe('many writes in one command', () => {
  it('go on after a refusal when unordered and stop at it when ordered', async () => {
    const keys = collection('bulk');
    await keys.createIndex({ k: 1 }, { unique: true });
    const writes = [3, 3, 4, 5].map((k, at) => ({
      updateOne: { filter: { at }, update: { $set: { k } }, upsert: true },
    }));
    await expect(keys.bulkWrite(writes, { ordered: false })).rejects.toMatchObject({
      code: 11000,
      upsertedCount: 3,
    });
    expect(await keys.distinct('at')).toEqual([0, 2, 3]);
    await keys.deleteMany({});
    await expect(keys.bulkWrite(writes)).rejects.toMatchObject({ code: 11000, upsertedCount: 1 });
    expect(await keys.distinct('at')).toEqual([0]);
  });
});
