import type { Connection } from 'mongoose';

/** Of the session library, which has no schema here. */
export const sessionsCollection = 'sessions';

/** Builds every index that the schemas of the registered models declare. Known ones stay as they are. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const name of connection.modelNames()) {
    await connection.model(name).createIndexes();
  }
  await connection.collection(sessionsCollection).createIndex({ expires: 1 }, { expireAfterSeconds: 0 });
}
