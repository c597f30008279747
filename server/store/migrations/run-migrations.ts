import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { Refusal } from '../../refusal.ts';
import type { LeaseStore } from '../lease-store.ts';
import { allMigrations } from './all-migrations.ts';
import type { Migration } from './migration.ts';
import { appliedMigrations, readSchemaVersion } from './schema-version.ts';

export interface MigrationDeps {
  readonly leases: LeaseStore;
  readonly now: () => Date;
  readonly migrations?: readonly Migration[];
  /** Told before each step. */
  readonly say?: (migration: Migration) => void;
}

/** Held on to while the work lasts; a program that was killed keeps others waiting no longer than this. */
const leaseMs = 30_000;
const renewMs = 10_000;
const patienceMs = 60_000;
const lookAgainMs = 250;

/**
 * Brings what is stored to the schema of this program, once, whichever of several instances does it. A new database is
 * only stamped.
 *
 * @throws Refusal `conflict` when the data is of a newer schema, before anything is changed
 */
export async function runMigrations(connection: Connection, deps: MigrationDeps): Promise<void> {
  const { migrations = allMigrations } = deps;
  const known = migrations.at(-1)?.number ?? 1;
  if (!(await isBehind(connection, known))) return;
  const owner = randomUUID();
  const giveUpAt = Date.now() + patienceMs;
  while (!(await deps.leases.acquire('migration', owner, deps.now(), leaseMs))) {
    if (Date.now() > giveUpAt) throw somebodyMigrates();
    await wait(lookAgainMs);
    if (!(await isBehind(connection, known))) return;
  }
  const renew = () => deps.leases.acquire('migration', owner, deps.now(), leaseMs).catch(() => false);
  const renewing = setInterval(renew, renewMs);
  try {
    await migrate(connection, { ...deps, migrations });
  } finally {
    clearInterval(renewing);
    await deps.leases.release('migration', owner);
  }
}

async function isBehind(connection: Connection, known: number): Promise<boolean> {
  const stored = await readSchemaVersion(connection);
  if (stored !== null && stored > known) throw newerSchema(stored, known);
  return stored !== known;
}

async function migrate(
  connection: Connection,
  { migrations, now, say }: MigrationDeps & { migrations: readonly Migration[] },
): Promise<void> {
  const stored = await readSchemaVersion(connection);
  for (const migration of migrations.filter(({ number }) => number > (stored ?? 0))) {
    if (stored !== null) {
      say?.(migration);
      await migration.run(connection);
    }
    const { number: _id, name } = migration;
    const applied = { $setOnInsert: { name, appliedAt: now() } };
    await appliedMigrations(connection).updateOne({ _id }, applied, { upsert: true });
  }
}

const newerSchema = (stored: number, known: number) =>
  new Refusal('conflict', {
    de: `Die Daten haben Schema ${stored}, dieses Pegel kennt nur Schema ${known}. Nehmen Sie eine neuere Version von Pegel, oder spielen Sie eine ältere Sicherung ein. Es wurde nichts geändert.`,
    en: `The data has schema ${stored}, this Pegel knows schema ${known} only. Use a newer version of Pegel, or restore an older backup. Nothing was changed.`,
  });

const somebodyMigrates = () =>
  new Refusal('unavailable', {
    de: 'Eine andere Instanz bringt die Daten gerade auf den neuen Stand. Starten Sie in einigen Minuten noch einmal.',
    en: 'Another instance is bringing the data up to date. Start again in a few minutes.',
  });
