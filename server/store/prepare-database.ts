import type { Connection } from 'mongoose';
import { Refusal } from '../refusal.ts';
import { createClustered } from './clustered.ts';
import { ensureIndexes } from './indexes.ts';
import { type MigrationDeps, runMigrations } from './migrations/run-migrations.ts';
import { restoreIsUnderWay } from './restore-mark.ts';

/**
 * Makes a database ready for the rooms: whole, of this program's schema, with every index.
 *
 * @throws Refusal `conflict` for an interrupted restore, a newer schema or a server that is too old
 */
export async function prepareDatabase(connection: Connection, deps: MigrationDeps): Promise<void> {
  if (await restoreIsUnderWay(connection)) {
    throw new Refusal('conflict', {
      de: 'Das Zurückspielen einer Sicherung wurde unterbrochen, die Daten sind unvollständig. Rufen Sie „pegel restore <Sicherung>“ noch einmal auf.',
      en: 'Restoring a backup was interrupted, the data is incomplete. Run “pegel restore <backup>” again.',
    });
  }
  await runMigrations(connection, deps);
  await createClustered(connection);
  await ensureIndexes(connection);
}
