import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { onOtherServer } from '../harness/test-database.ts';

let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
  await things().createIndex({ office: 1, at: -1 });
  await things().createIndex({ tags: 1 });
  await things().insertMany(
    Array.from({ length: 60 }, (_, i) => ({ office: i % 6, at: i, tags: ['a', `t${i % 3}`], n: i })),
  );
});
afterAll(() => temp.close());

function things() {
  return temp.store.connection.getClient().db(temp.store.connection.name).collection('things');
}

/** The stages of a winning plan, outermost first, with the index where there is one. */
function stagesOf(plan: { stage: string; indexName?: string; inputStage?: never }): string[] {
  const own = plan.indexName === undefined ? plan.stage : `${plan.stage} ${plan.indexName}`;
  return plan.inputStage === undefined ? [own] : [own, ...stagesOf(plan.inputStage)];
}

/** Servers shape these answers each in their own way. */
const describeOwn = describe.skipIf(onOtherServer);

describeOwn('explain', () => {
  const rows = [
    ['an equality', { office: 1 }, {}, ['FETCH', 'IXSCAN office_1_at_-1']],
    ['a list', { office: { $in: [1, 2] } }, {}, ['FETCH', 'IXSCAN office_1_at_-1']],
    ['an equality and a range', { office: 1, at: { $gte: 6 } }, {}, ['FETCH', 'IXSCAN office_1_at_-1']],
    ['an equality and its order', { office: 1 }, { at: -1 }, ['FETCH', 'IXSCAN office_1_at_-1']],
    ['an order alone', {}, { office: 1, at: -1 }, ['FETCH', 'IXSCAN office_1_at_-1']],
    ['the same order backwards', {}, { office: -1, at: 1 }, ['FETCH', 'IXSCAN office_1_at_-1']],
    ['another order', { office: 1 }, { n: 1 }, ['SORT', 'FETCH', 'IXSCAN office_1_at_-1']],
    ['the second field alone', { at: 1 }, {}, ['COLLSCAN']],
    ['an element', { tags: 't1' }, {}, ['FETCH', 'IXSCAN tags_1']],
  ] as const;

  it.each(rows)('names the index or the scan of %s', async (_name, filter, sort, stages) => {
    const { queryPlanner } = await things().find(filter).sort(sort).explain('queryPlanner');
    expect(stagesOf(queryPlanner.winningPlan)).toEqual(stages);
  });

  it('counts what was looked at', async () => {
    const along = await things().find({ office: 1 }).explain('executionStats');
    expect(along['executionStats']).toMatchObject({
      ...{ executionSuccess: true, nReturned: 10, totalKeysExamined: 10, totalDocsExamined: 10 },
    });
    const over = await things()
      .find({ n: { $lt: 3 } })
      .explain('executionStats');
    expect(over['executionStats']).toMatchObject({ nReturned: 3, totalDocsExamined: 60 });
  });

  it('speaks of aggregations, updates, deletions and what finds and changes', async () => {
    const { connection } = temp.store;
    const explain = async (command: object) => {
      const reply = await connection.db?.command({ explain: command, verbosity: 'queryPlanner' });
      return stagesOf(reply?.['queryPlanner'].winningPlan);
    };
    const found = ['FETCH', 'IXSCAN office_1_at_-1'];
    const q = { office: 1 };
    expect(await explain({ aggregate: 'things', pipeline: [{ $match: q }], cursor: {} })).toEqual(found);
    expect(await explain({ update: 'things', updates: [{ q, u: { $set: { n: 1 } } }] })).toEqual(found);
    expect(await explain({ delete: 'things', deletes: [{ q, limit: 1 }] })).toEqual(found);
    expect(await explain({ findAndModify: 'things', query: q, remove: true })).toEqual(found);
    expect(await explain({ count: 'things', query: q })).toEqual(found);
    expect(await explain({ distinct: 'things', key: 'n', query: q })).toEqual(found);
    await expect(explain({ ping: 1 })).rejects.toThrow('ping');
  });
});

describeOwn('a hint', () => {
  it('is followed, by name and by key, and refused when there is no such index', async () => {
    const plan = async (hint: string | Record<string, 1 | -1>) => {
      const { queryPlanner } = await things().find({ office: 1 }).hint(hint).explain('queryPlanner');
      return stagesOf(queryPlanner.winningPlan);
    };
    expect(await plan('tags_1')).toEqual(['FETCH', 'IXSCAN tags_1']);
    expect(await plan({ tags: 1 })).toEqual(['FETCH', 'IXSCAN tags_1']);
    expect(await plan({ $natural: 1 })).toEqual(['COLLSCAN']);
    expect(await things().countDocuments({ office: 1 }, { hint: 'tags_1' })).toBe(10);
    await expect(things().find({}).hint('nothing').toArray()).rejects.toMatchObject({ code: 2 });
    await expect(
      things().updateOne({ office: 1 }, { $set: { z: 1 } }, { hint: 'nothing' }),
    ).rejects.toMatchObject({ code: 2 });
  });
});
