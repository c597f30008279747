import { Code, Decimal128, type Document, Long, MinKey, Timestamp } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { onOtherServer } from '../harness/test-database.ts';

const ownStore = describe.skipIf(onOtherServer);

let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
  await database().collection('things').insertOne({ a: 1 });
});
afterAll(() => temp.close());

function database() {
  return temp.store.connection.getClient().db(temp.store.connection.name);
}

const find = (filter: Document) => ({ find: 'things', filter });
const pipeline = (...stages: Document[]) => ({ aggregate: 'things', pipeline: stages, cursor: {} });
const index = (options: Document) => ({
  createIndexes: 'things',
  indexes: [{ key: { a: 1 }, name: 'n', ...options }],
});

/** What is not in the dialect: the command, MongoDB's code, and the word the answer names. */
const rows: readonly (readonly [command: Document, code: number, word: string])[] = [
  [{ mapReduce: 'things' }, 59, 'mapReduce'],
  [{ collMod: 'things' }, 59, 'collMod'],
  [{ validate: 'things' }, 59, 'validate'],
  [{ renameCollection: 'a.b', to: 'a.c' }, 59, 'renameCollection'],
  [find({ $where: '1' }), 2, '$where'],
  [find({ $expr: { $eq: ['$a', 1] } }), 2, '$expr'],
  [find({ $text: { $search: 'x' } }), 2, '$text'],
  [find({ $jsonSchema: {} }), 2, '$jsonSchema'],
  [find({ a: { $type: 'string' } }), 2, '$type'],
  [find({ a: { $mod: [2, 0] } }), 2, '$mod'],
  [find({ a: { $all: [1] } }), 2, '$all'],
  [find({ a: { $bitsAllSet: 1 } }), 2, '$bitsAllSet'],
  [find({ a: { $near: [0, 0] } }), 2, '$near'],
  [find({ a: { $gt: 1, b: 1 } }), 2, 'b'],
  [find({ $and: [] }), 2, '$and'],
  [find({ a: { $in: 1 } }), 2, '$in'],
  [find({ a: { $size: -1 } }), 2, '$size'],
  [find({ a: { $not: 1 } }), 2, '$not'],
  [find({ a: { $regex: '(' } }), 51091, 'regular'],
  [find({ a: { $regex: 'a', $options: 'x' } }), 51108, 'x'],
  [{ ...find({}), collation: { locale: 'de' } }, 238, 'collation'],
  [{ ...find({}), let: { a: 1 } }, 238, 'let'],
  [{ ...find({}), tailable: true }, 238, 'tailable'],
  [{ ...find({}), nonsense: true }, 40415, 'nonsense'],
  [{ ...find({}), sort: { a: 'x' } }, 15975, '$sort'],
  [{ ...find({}), projection: { a: 1, b: 0 } }, 31254, 'exclusion'],
  [{ ...find({}), projection: { a: 0, b: 1 } }, 31253, 'inclusion'],
  [{ ...find({}), projection: { a: { $slice: 1 } } }, 2, '$slice'],
  [{ ...find({}), limit: -1 }, 51024, 'limit'],
  [pipeline({ $out: 'x' }), 40324, '$out'],
  [pipeline({ $merge: { into: 'x' } }), 40324, '$merge'],
  [pipeline({ $graphLookup: {} }), 40324, '$graphLookup'],
  [pipeline({ $set: { a: 1 } }), 40324, '$set'],
  [pipeline({ $lookup: { from: 'x', as: 'y', pipeline: [] } }), 9, 'pipeline'],
  [pipeline({ $group: { _id: null, n: { $stdDevPop: '$a' } } }), 15952, '$stdDevPop'],
  [pipeline({ $group: { n: { $sum: 1 } } }), 15955, '_id'],
  [pipeline({ $project: { a: { $function: {} } } }), 168, '$function'],
  [pipeline({ $project: { a: '$$NOW' } }), 17276, 'NOW'],
  [
    { update: 'things', updates: [{ q: {}, u: { $set: { a: 1 } }, arrayFilters: [{ x: 1 }] }] },
    238,
    'arrayFilters',
  ],
  [{ update: 'things', updates: [{ q: {}, u: [{ $set: { a: 1 } }] }] }, 238, 'pipeline'],
  [{ findAndModify: 'things', query: {}, update: { $mul: { a: 2 } } }, 9, '$mul'],
  [{ findAndModify: 'things', query: {} }, 9, 'update'],
  [index({ key: { a: 'text' } }), 67, 'text'],
  [index({ key: { a: '2dsphere' } }), 67, '2dsphere'],
  [index({ key: { '$**': 1 } }), 67, '$**'],
  [index({ collation: { locale: 'de' } }), 197, 'collation'],
  [index({ hidden: true }), 197, 'hidden'],
  [{ create: 'x', capped: true, size: 1000 }, 40415, 'capped'],
  [{ create: 'x', timeseries: { timeField: 't' } }, 40415, 'timeseries'],
  [{ create: 'system.x' }, 73, 'system.x'],
  [{ dropIndexes: 'things', index: 'none' }, 27, 'none'],
  [{ getMore: Long.fromNumber(99), collection: 'things' }, 43, '99'],
];

ownStore('outside its dialect the embedded store', () => {
  it.each(
    rows.map(([command, code, word], at) => [at, Object.keys(command)[0], word, command, code] as const),
  )('row %i refuses %s by naming %s', async (_at, _name, word, command, code) => {
    const error: Document = await database()
      .command(command)
      .then(writeErrorOf, (reason: Document) => reason);
    expect(error).toMatchObject({ code });
    expect(String(error['message'] ?? error['errmsg']).toLowerCase()).toContain(word.toLowerCase());
  });

  it.each([
    ['decimal', Decimal128.fromString('1.5')],
    ['regex', /x/],
    ['timestamp', new Timestamp(1n)],
    ['javascript', new Code('x')],
    ['minKey', new MinKey()],
    ['int64', Long.fromString('9007199254740993')],
  ])('refuses to store a value of type %s', async (word, value) => {
    const error: Document = await database()
      .collection('things')
      .insertOne({ deep: [{ value }] })
      .catch((reason) => reason);
    expect(error).toMatchObject({ code: 2 });
    expect(error['message']).toContain(word);
    expect(await database().collection('things').countDocuments()).toBe(1);
  });

  it('refuses transactions, documents over 16 MB, nesting over 100 levels and field names with $', async () => {
    const things = database().collection('things');
    await expect(database().command({ ...find({}), txnNumber: Long.fromNumber(1) })).rejects.toMatchObject({
      code: 20,
    });
    await expect(
      database()
        .command({ insert: 'things', documents: [{ $a: 1 }] })
        .then(writeErrorOf),
    ).resolves.toMatchObject({ code: 52 });
    let deep: Document = {};
    for (let level = 0; level < 120; level += 1) deep = { deep };
    await expect(things.insertOne(deep)).rejects.toMatchObject({ code: 15 });
    await things.insertOne({ _id: 'big' as never, text: 'x'.repeat(9_000_000) });
    await expect(
      things.updateOne({ _id: 'big' as never }, { $set: { more: 'x'.repeat(9_000_000) } }),
    ).rejects.toMatchObject({ code: 10334 });
    await things.deleteOne({ _id: 'big' as never });
  });
});

function writeErrorOf(reply: Document): Document {
  return reply['writeErrors']?.[0] ?? reply;
}
