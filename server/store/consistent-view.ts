import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientSession } from 'mongodb';
import type { Connection } from 'mongoose';
import { connectStore, type Store } from './connect.ts';

export interface View {
  readonly connection: Connection;
  /** Goes with every read; null where none is needed. */
  readonly session: ClientSession | null;
  /** False on a single mongod: what is written meanwhile may be seen in part. */
  readonly consistent: boolean;
}

/**
 * Lets `work` read the database as it is at one instant while others go on writing.
 *
 * @param beside an existing folder that may hold a copy of the embedded store for a while
 */
export async function withConsistentView<T>(
  store: Store,
  beside: string,
  work: (view: View) => Promise<T>,
): Promise<T> {
  return store.kind === 'embedded' ? onCopy(store, beside, work) : onSnapshot(store, work);
}

async function onCopy<T>(store: Store, beside: string, work: (view: View) => Promise<T>): Promise<T> {
  const folder = join(beside, `.copy-${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  try {
    await store.connection.db?.command({ copyStore: 1, to: join(folder, 'store.mdb') });
    const copy = await connectStore({ mongodbUri: null, dataFolder: folder });
    try {
      return await work({ connection: copy.connection, session: null, consistent: true });
    } finally {
      await copy.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onSnapshot<T>({ connection }: Store, work: (view: View) => Promise<T>): Promise<T> {
  const hello = await connection.db?.admin().command({ hello: 1 });
  if (typeof hello?.['setName'] !== 'string') return work({ connection, session: null, consistent: false });
  const session = await connection.startSession({ snapshot: true });
  try {
    return await work({ connection, session, consistent: true });
  } finally {
    await session.endSession();
  }
}
