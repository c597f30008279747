import type { Connection } from 'mongoose';

/** Builds every index that the schemas of the registered models declare. Known ones stay as they are. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const name of connection.modelNames()) {
    await connection.model(name).createIndexes();
  }
}
