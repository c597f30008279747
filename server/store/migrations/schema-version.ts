import type { Connection } from 'mongoose';
import { allMigrations } from './all-migrations.ts';

/** The schema this program reads and writes. */
export const schemaVersion = allMigrations.at(-1)?.number ?? 1;

export interface AppliedMigration {
  readonly _id: number;
  readonly name: string;
  readonly appliedAt: Date;
}

export const appliedMigrations = (connection: Connection) =>
  connection.collection<AppliedMigration>('migrations');

/** The schema of what is stored; null of an empty database. */
export async function readSchemaVersion(connection: Connection): Promise<number | null> {
  const newest = await appliedMigrations(connection).findOne({}, { sort: { _id: -1 } });
  if (newest !== null) return newest._id;
  return (await isEmpty(connection)) ? null : 1;
}

async function isEmpty(connection: Connection): Promise<boolean> {
  for (const name of ['fingerprints', 'accounts', 'settings', 'offices', 'waves']) {
    if ((await connection.collection(name).findOne({})) !== null) return false;
  }
  return true;
}
