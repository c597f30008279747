import { MongoClient } from 'mongodb';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';

/** A child process that owns the store and writes until it is killed; reports what was acknowledged. */
const [folder = '', round = '', writers = '16'] = process.argv.slice(2);
const store = await openEmbeddedStore(folder);
const client = await new MongoClient(store.uri).connect();
const things = client.db().collection<{ _id: string; n: number; key: string }>('things');
await things.createIndex({ n: 1, key: 1 }, { unique: true });

await Promise.all(
  Array.from({ length: Number(writers) }, async (_, writer) => {
    for (let turn = 0; ; turn += 1) {
      const _id = `${round}-${writer}-${turn}`;
      await things.insertOne({ _id, n: 0, key: _id });
      process.send?.({ id: _id, n: 0 });
      await things.updateOne({ _id }, { $inc: { n: 1 } });
      process.send?.({ id: _id, n: 1 });
    }
  }),
);
