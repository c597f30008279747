import type { Connection } from 'mongoose';

/** A mark beside the data while a restore is under way; whoever finds it must not use what is there. */
const mark = 'restores';
const theOne = { _id: 'pegel' } as const;
type Mark = { _id: 'pegel'; startedAt: Date };

export async function markRestore(connection: Connection, startedAt: Date): Promise<void> {
  await connection.collection<Mark>(mark).updateOne(theOne, { $set: { startedAt } }, { upsert: true });
}

export async function unmarkRestore(connection: Connection): Promise<void> {
  await connection.collection<Mark>(mark).deleteOne(theOne);
}

export async function restoreIsUnderWay(connection: Connection): Promise<boolean> {
  return (await connection.collection<Mark>(mark).findOne(theOne)) !== null;
}
