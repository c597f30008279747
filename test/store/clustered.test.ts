import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClustered, makeClustered } from '../../server/store/clustered.ts';
import { openTempStore, type TempStore } from '../harness/temp-store.ts';
import { onOtherServer } from '../harness/test-database.ts';

type Thing = { _id: string };

let temp: TempStore;
beforeEach(async () => {
  temp = await openTempStore();
});
afterEach(() => temp.close());

const answers = () => temp.store.connection.collection<Thing>('anonymousAnswers');

async function all(): Promise<string[]> {
  const found = await answers().find().sort({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id);
}

async function collections() {
  const found = await temp.store.connection.listCollections();
  return found.filter(({ name }) => name.startsWith('anonymousAnswers'));
}

const clustered = { name: 'anonymousAnswers', options: { clusteredIndex: { key: { _id: 1 } } } };

describe('the collection of anonymous answers', () => {
  it('is made to lie by key, once, however often it is asked for', async () => {
    for (let n = 0; n < 2; n += 1) await createClustered(temp.store.connection);
    expect(await collections()).toMatchObject([clustered]);
  });

  it('that was made in another way is copied, with all that is in it', async () => {
    await answers().insertMany(['c', 'a', 'b'].map((_id) => ({ _id })));
    await makeClustered(temp.store.connection);
    await makeClustered(temp.store.connection);
    expect(await collections()).toMatchObject([clustered]);
    expect(await all()).toEqual(['a', 'b', 'c']);
  });

  it('is made whole when the copy was interrupted', async () => {
    const before = temp.store.connection.collection<Thing>('anonymousAnswers_unclustered');
    await before.insertMany(['c', 'a', 'b'].map((_id) => ({ _id })));
    await createClustered(temp.store.connection);
    await answers().insertOne({ _id: 'a' });
    await makeClustered(temp.store.connection);
    expect(await collections()).toMatchObject([clustered]);
    expect(await all()).toEqual(['a', 'b', 'c']);
  });

  it.skipIf(onOtherServer)('is read by key when nobody asks for an order', async () => {
    await createClustered(temp.store.connection);
    for (const _id of ['c', 'a', 'b']) await answers().insertOne({ _id });
    expect((await answers().find().toArray()).map(({ _id }) => _id)).toEqual(['a', 'b', 'c']);
  });
});
