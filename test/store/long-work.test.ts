import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { search } from '../../server/store/embedded/commands/command.ts';
import { tidyUp } from '../../server/store/embedded/index-build.ts';
import { type InProcess, inProcess } from './in-process.ts';

let folder: string;
let opened: InProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  opened = inProcess(folder);
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const many = 3_000;
const build = (unique = false) => ({
  createIndexes: 'things',
  indexes: [{ key: { k: 1 }, name: 'k_1', ...(unique && { unique }) }],
});

async function fill(): Promise<void> {
  const documents = Array.from({ length: many }, (_, n) => ({ _id: n, k: n, n }));
  await opened.run({ insert: 'things', documents });
}

async function reopen(): Promise<void> {
  await opened.close();
  opened = inProcess(folder);
  await tidyUp(opened.store);
}

const find = (filter: object) => opened.run({ find: 'things', filter, batchSize: many });
const idsOf = async (filter: object) =>
  (await find(filter))['cursor'].firstBatch.map(({ _id }: { _id: number }) => _id);
const indexNames = async () =>
  (await opened.run({ listIndexes: 'things' }))['cursor'].firstBatch.map(
    ({ name }: { name: string }) => name,
  );

describe('a cursor', () => {
  it('says so when its index or its collection is dropped, instead of ending early', async () => {
    for (const drop of [{ dropIndexes: 'things', index: 'k_1' }, { drop: 'things' }]) {
      await fill();
      await opened.run(build());
      const { cursor } = await opened.run({ find: 'things', filter: { k: { $gte: 0 } }, batchSize: 10 });
      await opened.run(drop);
      const getMore = { getMore: cursor.id, collection: 'things' };
      expect(await opened.run(getMore)).toMatchObject({ ok: 0, code: 175 });
      await opened.run({ drop: 'things' });
    }
  });
});

describe('work that fails', () => {
  it('takes nothing with it that others did in the same commit', async () => {
    const { disk, catalog } = opened.store;
    const fault = disk.write(() => {
      catalog.ensure(disk, 'test.lost');
      throw new Error('a fault');
    });
    const others = ['one', 'two'].map((name) =>
      opened.run({ insert: name, documents: [{ _id: 1 }, { _id: 2 }] }),
    );
    await expect(fault).rejects.toThrow('a fault');
    await Promise.all(others);
    const insert = { insert: 'lost', documents: [{ _id: 1 }] };
    await opened.run(insert);
    const seen = async () =>
      (await opened.run({ listCollections: 1 }))['cursor'].firstBatch.map(
        ({ name }: { name: string }) => name,
      );
    expect(await seen()).toEqual(['one', 'two', 'lost']);
    await reopen();
    expect((await seen()).sort()).toEqual(['lost', 'one', 'two']);
    for (const name of ['one', 'two']) {
      expect(await opened.run({ count: name })).toMatchObject({ n: 2 });
    }
  });
});

describe('an index built over stored documents', () => {
  it('lets writers in, and holds what they wrote meanwhile', async () => {
    await fill();
    let commits = 0;
    const building = opened.run(build());
    const writing = (async () => {
      for (let turn = 0; turn < 8; turn += 1) {
        const k = many + turn;
        await opened.run({ insert: 'things', documents: [{ _id: k, k }] });
        await opened.run({
          update: 'things',
          updates: [{ q: { _id: turn }, u: { $set: { k: -turn - 1 } } }],
        });
        await opened.run({ delete: 'things', deletes: [{ q: { _id: many - 1 - turn }, limit: 1 }] });
        commits += 1;
      }
    })();
    await building;
    expect(commits).toBeGreaterThan(1);
    await writing;
    expect(await idsOf({ k: { $lt: 0 } })).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await idsOf({ k: { $gte: many - 9 } })).toEqual([
      many - 9,
      ...Array.from({ length: 8 }, (_, turn) => many + turn),
    ]);
    const plan = await opened.run({ explain: { count: 'things', query: { k: 1 } } });
    expect(plan['queryPlanner'].winningPlan.inputStage.indexName).toBe('k_1');
  });

  it('is built once for all who ask at the same time, and all hear of a duplicate', async () => {
    await fill();
    const answers = await Promise.all([opened.run(build()), opened.run(build()), opened.run(build())]);
    expect(answers.map(({ ok }) => ok)).toEqual([1, 1, 1]);
    expect(await indexNames()).toEqual(['_id_', 'k_1']);
    await opened.run({ dropIndexes: 'things', index: 'k_1' });
    await opened.run({ update: 'things', updates: [{ q: { _id: many - 1 }, u: { $set: { k: 0 } } }] });
    const refused = await Promise.all([opened.run(build(true)), opened.run(build(true))]);
    expect(refused.map(({ code }) => code)).toEqual([11000, 11000]);
    expect(await indexNames()).toEqual(['_id_']);
  });

  it('is given up when the index or its collection is dropped meanwhile', async () => {
    for (const drop of [{ drop: 'things' }, { dropIndexes: 'things', index: 'k_1' }]) {
      await fill();
      const building = opened.run(build());
      await opened.run({ insert: 'others', documents: [{ _id: 1 }] });
      expect(await opened.run(drop)).toMatchObject({ ok: 1 });
      expect(await building).toMatchObject({ ok: 0, code: 276 });
      expect([...opened.store.disk.index.getKeys()]).toEqual([]);
    }
    await reopen();
    expect(await indexNames()).toEqual(['_id_']);
    expect(await idsOf({ k: 5 })).toEqual([5]);
  });

  it('leaves nothing behind when a duplicate turns up late', async () => {
    await fill();
    await opened.run({ update: 'things', updates: [{ q: { _id: many - 1 }, u: { $set: { k: 0 } } }] });
    expect(await opened.run(build(true))).toMatchObject({ ok: 0, code: 11000, keyValue: { k: 0 } });
    expect(await indexNames()).toEqual(['_id_']);
    expect([...opened.store.disk.index.getKeys()]).toEqual([]);
    await opened.run({ insert: 'things', documents: [{ _id: many, k: 0 }] });
    expect(await idsOf({ k: 0 })).toEqual([0, many - 1, many]);
  });

  it('is not used before it is whole, and is gone when the store is opened after an end in the middle', async () => {
    await fill();
    const { disk, catalog } = opened.store;
    const collection = catalog.get('test.things');
    const spec = { name: 'k_1', fields: [{ path: 'k', steps: ['k'], direction: 1 as const }] };
    if (collection === undefined) throw new Error('no collection');
    await disk.write(() =>
      catalog.addIndex(disk, collection, {
        ...spec,
        ...{ unique: false, sparse: false, filter: null, covers: () => true, expireAfterSeconds: null },
        spec: { v: 2, key: { k: 1 }, name: 'k_1' },
      }),
    );
    await opened.run({ insert: 'things', documents: [{ _id: -1, k: 5 }] });
    expect(await idsOf({ k: 5 })).toEqual([-1, 5]);
    await reopen();
    expect(await indexNames()).toEqual(['_id_']);
    expect([...opened.store.disk.index.getKeys()]).toEqual([]);
    expect(await idsOf({ k: 5 })).toEqual([-1, 5]);
    await opened.run(build());
    expect(await idsOf({ k: 5 })).toEqual([-1, 5]);
  });
});

describe('a large collection', () => {
  it('is dropped with all its rows, also when the process ended before it was cleared', async () => {
    await fill();
    await opened.run(build());
    await opened.run({ drop: 'things' });
    expect([...opened.store.disk.data.getKeys()]).toEqual([]);
    expect([...opened.store.disk.index.getKeys()]).toEqual([]);
  });

  it('is counted by its keys, and in part by what matches', async () => {
    await fill();
    expect(await opened.run({ count: 'things' })).toMatchObject({ n: many });
    expect(await opened.run({ count: 'things', skip: 10, limit: 20 })).toMatchObject({ n: 20 });
    expect(await opened.run({ count: 'things', query: { n: { $lt: 5 } } })).toMatchObject({ n: 5 });
    expect(await opened.run({ dbStats: 1 })).toMatchObject({ collections: 1, objects: many, indexes: 1 });
    expect(await opened.run({ collStats: 'things' })).toMatchObject({ count: many, nindexes: 1 });
  });

  it('does not keep others waiting while it is scanned', async () => {
    for (let part = 0; part < 6; part += 1) {
      const documents = Array.from({ length: many }, (_, n) => ({
        text: 'x'.repeat(200),
        n: part * many + n,
      }));
      await opened.run({ insert: 'things', documents });
    }
    let turns = 0;
    let scanned = false;
    const count = (): void => {
      turns += 1;
      if (!scanned) setImmediate(count);
    };
    setImmediate(count);
    await opened.run({ count: 'things', query: { n: -1 } });
    scanned = true;
    expect(turns).toBeGreaterThan(2);
  });

  it('is given up when the time of the command is over', async () => {
    await fill();
    const whole = { find: 'things', filter: { n: -1 } };
    expect(await opened.run({ ...whole, maxTimeMS: 60_000 })).toMatchObject({ ok: 1 });
    const query = { filter: { n: -1 }, sort: [], limits: { hint: undefined, endsAt: performance.now() } };
    await expect(search(opened.store, 'test.things', query).scan?.gather(1)).rejects.toMatchObject({
      code: 50,
    });
  });
});

describe('a cursor', () => {
  const open = (more: object = {}) => opened.run({ find: 'things', filter: {}, batchSize: 10, ...more });
  const next = (id: unknown) => opened.run({ getMore: id, collection: 'things', batchSize: 10 });

  it('that nobody asks for ten minutes is forgotten, unless it shall last', async () => {
    await fill();
    const idle = (await open())['cursor'].id;
    const lasting = (await open({ noCursorTimeout: true }))['cursor'].id;
    opened.store.cursors.dropIdle(Date.now() + 9 * 60_000);
    expect(await next(idle)).toMatchObject({ ok: 1 });
    opened.store.cursors.dropIdle(Date.now() + 11 * 60_000);
    expect(await next(idle)).toMatchObject({ ok: 0, code: 43 });
    expect(await next(lasting)).toMatchObject({ ok: 1 });
  });
});
