import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';

/** After a restore no mail is sent until somebody who sees how many are owed says so. */
export interface MailPauseStore {
  pause(since: Date): Promise<void>;
  /** Null while mail is sent. */
  pausedSince(): Promise<Date | null>;
  release(): Promise<void>;
}

const schema = new Schema<{ _id: string; since: Date }>(
  { _id: String, since: Date },
  { ...schemaOptions, collection: 'mail_pause' },
);

const theOne = { _id: 'pegel' };

export function createMailPauseStore(connection: Connection): MailPauseStore {
  const pauses = connection.model('MailPause', schema);
  return {
    async pause(since) {
      await pauses.updateOne(theOne, { $set: { since } }, { upsert: true });
    },
    async pausedSince() {
      return (await pauses.findOne(theOne).lean())?.since ?? null;
    },
    async release() {
      await pauses.deleteOne(theOne);
    },
  };
}
