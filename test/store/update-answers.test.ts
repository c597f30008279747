import { BSON, type Document, Double, Int32, Long } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { onOtherServer } from '../harness/test-database.ts';

let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
});
afterAll(() => temp.close());
beforeEach(async () => {
  await collection().deleteMany({});
});

function collection() {
  return temp.store.connection.getClient().db(temp.store.connection.name).collection<Document>('things');
}

/** What is stored, an update, and what is stored then. */
const rows: readonly (readonly [before: Document, update: Document, after: Document])[] = [
  [{ a: 1 }, { $set: { a: 2 } }, { a: 2 }],
  [{ a: 1 }, { $set: { b: 'x' } }, { a: 1, b: 'x' }],
  [{}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
  [{}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  [{ a: { b: 1 } }, { $set: { 'a.c': 2 } }, { a: { b: 1, c: 2 } }],
  [{ a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  [{ a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  [{ a: { b: 1 } }, { $set: { a: null } }, { a: null }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{ a: { b: 1, c: 2 } }, { $unset: { 'a.b': 1 } }, { a: { c: 2 } }],
  [{ a: [1, 2, 3] }, { $unset: { 'a.1': 1 } }, { a: [1, null, 3] }],
  [{ a: 1 }, { $unset: { 'x.y': 1 } }, { a: 1 }],
  [{ a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
  [{ a: 1 }, { $inc: { a: -0.5 } }, { a: 0.5 }],
  [{}, { $inc: { 'a.b': 4 } }, { a: { b: 4 } }],
  [{ a: 2147483647 }, { $inc: { a: 1 } }, { a: 2147483648 }],
  [{ a: 5 }, { $min: { a: 3 } }, { a: 3 }],
  [{ a: 5 }, { $min: { a: 7 } }, { a: 5 }],
  [{}, { $min: { a: 7 } }, { a: 7 }],
  [{ a: 5 }, { $max: { a: 7 } }, { a: 7 }],
  [{ a: 5 }, { $max: { a: 'x' } }, { a: 'x' }],
  [{ a: null }, { $max: { a: 1 } }, { a: 1 }],
  [{ a: new Date(5) }, { $max: { a: new Date(9) } }, { a: new Date(9) }],
  [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  [{}, { $push: { a: 2 } }, { a: [2] }],
  [{ a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
  [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  [{}, { $push: { a: { $each: [1, 2, 3], $slice: -2 } } }, { a: [2, 3] }],
  [{ a: [1] }, { $push: { a: { $each: [2, 3], $slice: 2 } } }, { a: [1, 2] }],
  [{ a: [1, 4] }, { $push: { a: { $each: [2], $position: 1 } } }, { a: [1, 2, 4] }],
  [{ a: { b: [] } }, { $push: { 'a.b': { x: 1 } } }, { a: { b: [{ x: 1 }] } }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ b: 1, c: 2 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
  [{ a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
  [{ b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  [{ a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
  [{ a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
  [{}, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  [
    { a: 1, b: 2 },
    { $set: { a: 3 }, $unset: { b: 1 }, $inc: { c: 1 } },
    { a: 3, c: 1 },
  ],
];

/** The manual: new fields are added in the order of their names. The independent server takes the order of the update. */
const isWrongElsewhere = (update: object) =>
  onOtherServer && JSON.stringify(update) === JSON.stringify({ $set: { b: 1, a: 2 } });

describe('an update', () => {
  it.each(
    rows.map(([before, update, after], at) => [at, JSON.stringify(update), before, update, after] as const),
  )('row %i %s leaves what the manual says', async (_at, _text, before, update, after) => {
    await collection().insertOne({ _id: 'x', ...before } as Document);
    const result = await collection().updateOne({ _id: 'x' } as Document, update);
    expect(result.matchedCount).toBe(1);
    expect(result.modifiedCount).toBe(Number(JSON.stringify(before) !== JSON.stringify(after)));
    const stored = await collection().findOne({ _id: 'x' } as Document);
    const expected = JSON.stringify({ _id: 'x', ...after });
    if (isWrongElsewhere(update)) expect(JSON.stringify(stored)).not.toBe(expected);
    else expect(JSON.stringify(stored)).toBe(expected);
  });

  it('keeps the types of numbers it does not touch and joins those it adds', async () => {
    await collection().insertOne({ whole: new Int32(3), real: new Double(3), long: Long.fromNumber(3) });
    await collection().updateOne(
      {},
      { $inc: { whole: new Int32(1), long: new Int32(1) }, $set: { x: new Double(2) } },
    );
    const [raw] = await collection().find({}, { raw: true }).toArray();
    const typed = BSON.deserialize(Buffer.from(raw as unknown as Uint8Array), { promoteValues: false });
    expect(typed).toMatchObject({
      whole: new Int32(4),
      real: new Double(3),
      long: Long.fromNumber(4),
      x: new Double(2),
    });
  });

  it('replaces a document and keeps its _id', async () => {
    await collection().insertOne({ a: 1, b: 2 });
    await collection().replaceOne({ a: 1 }, { c: 3 });
    expect(await collection().findOne({}, { projection: { _id: 0 } })).toEqual({ c: 3 });
  });

  it('changes all matching documents and says how many', async () => {
    await collection().insertMany(Array.from({ length: 450 }, (_, n) => ({ n, even: n % 2 === 0 })));
    expect(await collection().updateMany({ even: true }, { $set: { n: 0 } })).toMatchObject({
      matchedCount: 225,
      modifiedCount: 224,
    });
    expect(await collection().deleteMany({ n: 0 })).toMatchObject({ deletedCount: 225 });
    expect(await collection().countDocuments()).toBe(225);
  });

  it('inserts on upsert what the filter fixes and the update sets', async () => {
    const filter = { name: 'x', 'deep.a': { $eq: 1 }, n: { $gt: 3 }, $and: [{ b: 2 }] };
    const result = await collection().updateOne(
      filter,
      { $set: { c: 1 }, $setOnInsert: { d: 2 } },
      { upsert: true },
    );
    expect(result.upsertedCount).toBe(1);
    const stored = await collection().findOne({ _id: result.upsertedId ?? undefined } as Document, {
      projection: { _id: 0 },
    });
    expect(stored).toEqual({ name: 'x', deep: { a: 1 }, b: 2, c: 1, d: 2 });
  });
});

const refusals: readonly (readonly [before: Document, update: Document, code: number])[] = [
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
  [{ a: [1] }, { $set: { 'a.b': 1 } }, 28],
  [{ a: 'x' }, { $inc: { a: 1 } }, 14],
  [{ a: 1 }, { $inc: { a: 'x' } }, 14],
  [{ a: 1 }, { $push: { a: 1 } }, 2],
  [{ a: 1 }, { $pull: { a: 1 } }, 2],
  [{ a: 1 }, { $addToSet: { a: 1 } }, 2],
  [{ a: 1 }, { $set: { _id: 'y' } }, 66],
  [{ a: 1 }, { $set: { a: 1, 'a.b': 2 } }, 40],
  [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 2 } }, 40],
  [{ a: 1 }, { $set: { 'a..b': 1 } }, 56],
];

/** MongoDB knows these; the embedded store's dialect does not. */
const outside: readonly (readonly [before: Document, update: Document, code: number])[] = [
  [{ a: 1 }, { $rename: { a: 'b' } }, 9],
  [{ a: 1 }, { $mul: { a: 2 } }, 9],
  [{ a: 1 }, { $currentDate: { a: true } }, 9],
  [{ a: [1] }, { $push: { a: { $each: [1], $sort: 1 } } }, 2],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$[]': 1 } }, 2],
];

describe('a refused update', () => {
  it.each(
    [...refusals, ...(onOtherServer ? [] : outside)].map(
      ([before, update, code], at) => [at, JSON.stringify(update), before, update, code] as const,
    ),
  )('row %i %s changes nothing and says the code', async (_at, _text, before, update, code) => {
    await collection().insertOne({ _id: 'x', ...before } as Document);
    await expect(collection().updateOne({ _id: 'x' } as Document, update)).rejects.toMatchObject({ code });
    expect(await collection().findOne({})).toEqual({ _id: 'x', ...before });
  });
});
