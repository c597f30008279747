import type { Connection } from 'mongoose';
import { Refusal } from '../refusal.ts';
import { hasCode, ignoreDuplicates } from './duplicate-key.ts';

/** Lie on disk by `_id`, so that their natural order tells nothing about who came when. The embedded store does so with all. */
const clusteredNames: readonly string[] = ['anonymousAnswers'];

const clusteredIndex = { key: { _id: 1 }, unique: true };
const alreadyThere = 48;
/** Of a MongoDB before 5.3. */
const unknownField = 40_415;

/** @throws Refusal `conflict` when the server cannot keep a collection by `_id` */
export async function createClustered(connection: Connection): Promise<void> {
  for (const name of clusteredNames) {
    await create(connection, name).catch((error: unknown) => {
      if (!hasCode(error, alreadyThere)) throw error;
    });
  }
}

/** Copies collections of before into clustered ones; a copy that was interrupted is finished. */
export async function makeClustered(connection: Connection): Promise<void> {
  for (const name of clusteredNames) {
    const before = `${name}_unclustered`;
    const stored = await storedCollections(connection);
    const found = stored.get(name);
    if (found !== undefined && !('clusteredIndex' in found)) {
      await connection.getClient().db(connection.name).renameCollection(name, before);
    } else if (!stored.has(before)) continue;
    await createClustered(connection);
    for await (const document of connection.collection(before).find().sort({ _id: 1 })) {
      await connection.collection(name).insertOne(document).catch(ignoreDuplicates);
    }
    await connection.dropCollection(before);
  }
}

/** The options of each collection by its name. */
async function storedCollections(connection: Connection): Promise<Map<string, object>> {
  const found: readonly { name: string; options?: object }[] = await connection.listCollections();
  return new Map(found.map(({ name, options }) => [name, options ?? {}]));
}

async function create(connection: Connection, name: string): Promise<void> {
  await connection.createCollection(name, { clusteredIndex }).catch((error: unknown) => {
    throw hasCode(error, unknownField) ? tooOld() : error;
  });
}

const tooOld = () =>
  new Refusal('conflict', {
    de: 'Dieser MongoDB-Server kann Antworten nicht nach ihrem Schlüssel ablegen (clustered collections). Ihre Reihenfolge würde verraten, wer wann geantwortet hat. Nehmen Sie MongoDB 6.0 oder neuer.',
    en: 'This MongoDB server cannot keep answers by their key (clustered collections). Their order would tell who answered when. Use MongoDB 6.0 or newer.',
  });
