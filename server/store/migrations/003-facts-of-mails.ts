import type { Connection } from 'mongoose';
import type { Migration } from './migration.ts';

/** Mails owed before have no facts of their own. */
export const factsOfMails: Migration = {
  number: 3,
  name: 'facts of mails',
  async run(connection: Connection) {
    await connection
      .collection('outbox')
      .updateMany({ facts: { $exists: false } }, { $set: { facts: null } });
  },
};
