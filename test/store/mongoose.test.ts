import { Schema, trusted } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureIndexes } from '../../server/store/indexes.ts';
import { schemaOptions } from '../../server/store/schema-options.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';

let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
});
afterAll(() => temp.close());

function peopleOf({ store }: TempStore) {
  const schema = new Schema(
    { _id: String, email: String, age: Number, tags: [String], seen: Date },
    { ...schemaOptions, collection: 'people' },
  );
  schema.index({ email: 1 }, { unique: true });
  return store.connection.model('Person', schema);
}

describe('mongoose on the store', () => {
  it('inserts, finds, updates and deletes documents', async () => {
    const people = peopleOf(temp);
    await ensureIndexes(temp.store.connection);
    await people.create({ _id: 'a', email: 'a@stadt.de', age: 3, tags: ['x'] });
    await people.insertMany([
      { _id: 'b', email: 'b@stadt.de', age: 5 },
      { _id: 'c', email: 'c@stadt.de', age: 7 },
    ]);
    expect(await people.findOne({ email: 'b@stadt.de' }).lean()).toMatchObject({ _id: 'b', age: 5 });
    expect(
      (
        await people
          .find({ age: trusted({ $gte: 5 }) })
          .sort({ age: -1 })
          .lean()
      ).map((doc) => doc._id),
    ).toEqual(['c', 'b']);
    const result = await people.updateOne({ _id: 'a', age: 3 }, { $inc: { age: 1 }, $push: { tags: 'y' } });
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await people.findById('a').lean()).toMatchObject({ age: 4, tags: ['x', 'y'] });
    expect(await people.deleteMany({ age: trusted({ $gt: 4 }) })).toMatchObject({ deletedCount: 2 });
    expect(await people.countDocuments()).toBe(1);
  });

  it('names the index, the pattern and the value of a duplicate', async () => {
    const people = peopleOf2(temp);
    const error = await people.create({ _id: 'z', email: 'a@stadt.de' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 11000, keyPattern: { email: 1 }, keyValue: { email: 'a@stadt.de' } });
  });
});

function peopleOf2({ store }: TempStore) {
  return store.connection.model('Person');
}
