import { basename } from 'node:path';
import { connectStore, type Store } from '../../server/store/connect.ts';

/** Whether tests run against the MongoDB of `TEST_MONGODB_URI` and not against the embedded store. */
export const onOtherServer = Boolean(process.env['TEST_MONGODB_URI']);

const secret = 'a secret of thirty-two bytes for tests alone';
/** The secret that goes with the other server; null: the one in the data folder. */
export const givenSecret = onOtherServer ? Buffer.from(secret) : null;

/** A database of its own for whatever a data folder stands for; null: the embedded store in that folder. */
export function testDatabase(folder: string): string | null {
  const server = process.env['TEST_MONGODB_URI'];
  if (!server) return null;
  const uri = new URL(server);
  uri.pathname = `/${`test-${basename(folder)}`.replaceAll(/[^\w-]/g, '_').slice(0, 60)}`;
  return uri.href;
}

/** What the environment must say so that Pegel uses that database. */
export function databaseSettings(folder: string): Readonly<Record<string, string>> {
  const uri = testDatabase(folder);
  return uri === null ? {} : { MONGODB_URI: uri, PEGEL_SECRET: secret };
}

/** The database of a data folder, beside whatever runs on it. */
export function openDatabase(folder: string): Promise<Store> {
  return connectStore({ mongodbUri: testDatabase(folder), dataFolder: folder });
}

/** Removes the database of a data folder from another server. */
export async function dropDatabase(folder: string): Promise<void> {
  if (!onOtherServer) return;
  const store = await openDatabase(folder);
  await store.connection.dropDatabase();
  await store.close();
}
