import type { Connection } from 'mongoose';
import { inTime } from '../in-time.ts';
import { countDocuments } from './whole-database.ts';

export interface StoreFigures {
  /** On disk, with indexes. */
  readonly sizeBytes: number;
  readonly documents: Readonly<Record<string, number>>;
  /** How far the clock of the database is ahead, in milliseconds. */
  readonly clockAheadMs: number;
}

/** Size, counts and clock of the database. */
export async function readStoreFigures(connection: Connection): Promise<StoreFigures> {
  const { db } = connection;
  const before = Date.now();
  const hello = await db?.admin().command({ hello: 1 });
  const here = (before + Date.now()) / 2;
  const stats = await db?.command({ dbStats: 1 });
  const there: unknown = hello?.['localTime'];
  return {
    sizeBytes: Number(stats?.['totalSize'] ?? stats?.['storageSize'] ?? 0),
    documents: await countDocuments(connection),
    clockAheadMs: there instanceof Date ? Math.round(there.getTime() - here) : 0,
  };
}

const pingMs = 1_000;

/** Whether the database answers, and soon. */
export async function storeAnswers(connection: Connection): Promise<boolean> {
  if (connection.readyState !== 1 || !connection.db) return false;
  return (await inTime(connection.db.command({ ping: 1 }), pingMs)) !== null;
}

/** Hosts of an address, without user, password and options. */
export function hostsOf(uri: string): string {
  return uri
    .replace(/^mongodb(\+srv)?:\/\//, '')
    .replace(/^[^/]*@/, '')
    .replace(/[/?].*$/s, '');
}
