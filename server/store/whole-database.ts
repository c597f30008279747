import { EJSON } from 'bson';
import type { ClientSession, Document } from 'mongodb';
import type { Connection } from 'mongoose';

/** What belongs to one running installation and not to the city's data. */
const passing: ReadonlySet<string> = new Set([
  'sessions',
  'rate_limits',
  'leases',
  'setup_links',
  'backups',
  'mail_pause',
  'restores',
]);
const insertedAtOnce = 500;

/** One stored document as a line of text, with the exact type of every value. */
export interface StoredLine {
  readonly collection: string;
  /** Canonical Extended JSON. */
  readonly document: string;
}

/** All documents that belong to the city's data, by collection name and `_id`, one at a time. */
export async function* readDatabase(
  connection: Connection,
  session: ClientSession | null,
): AsyncGenerator<StoredLine> {
  for (const collection of await dataCollections(connection)) {
    const found = connection.collection(collection).find(
      {},
      {
        promoteValues: false,
        sort: { _id: 1 },
        ...(session !== null && { session }),
      },
    );
    for await (const document of found) {
      yield { collection, document: EJSON.stringify(document, { relaxed: false }) };
    }
  }
}

async function dataCollections(connection: Connection): Promise<string[]> {
  const all = await connection.listCollections();
  const names = all
    .map(({ name }) => name)
    .filter((name) => !passing.has(name) && !name.startsWith('system.'));
  return names.sort();
}

/** How many documents lie in each collection; empty ones are left out. */
export async function countDocuments(connection: Connection): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await dataCollections(connection)) {
    const count = await connection.collection(name).countDocuments();
    if (count > 0) counts[name] = count;
  }
  return counts;
}

/** Removes everything, also what belongs to the running installation. */
export async function emptyDatabase(connection: Connection): Promise<void> {
  for (const { name } of await connection.listCollections()) {
    if (name !== 'restores' && !name.startsWith('system.')) await connection.collection(name).drop();
  }
}

/** Takes in documents as they come; resolves when all are stored. */
export async function writeDatabase(connection: Connection, lines: AsyncIterable<StoredLine>): Promise<void> {
  let waiting: Document[] = [];
  let collection = '';
  const flush = async () => {
    if (waiting.length > 0) await connection.collection(collection).insertMany(waiting);
    waiting = [];
  };
  for await (const line of lines) {
    if (line.collection !== collection || waiting.length === insertedAtOnce) await flush();
    collection = line.collection;
    waiting.push(EJSON.parse(line.document, { relaxed: false }));
  }
  await flush();
}
