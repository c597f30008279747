import mongoose, { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';

/** Hits of one key in the current window. */
export interface Hits {
  readonly count: number;
  readonly until: Date;
}

/** Counters shared by all instances. */
export interface RateLimitStore {
  hit(key: string, now: Date, windowMs: number): Promise<Hits>;
  /** Takes one hit back. */
  forgive(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

interface CounterDocument {
  _id: string;
  hits: number;
  expiresAt: Date;
}

const schema = new Schema<CounterDocument>(
  { _id: String, hits: Number, expiresAt: Date },
  { ...schemaOptions, collection: 'rate_limits' },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 60 });

export function createRateLimitStore(connection: Connection): RateLimitStore {
  const counters = connection.model('RateLimit', schema);
  const count = async (key: string, now: Date) =>
    counters
      .findOneAndUpdate(
        { _id: key, expiresAt: mongoose.trusted({ $gt: now }) },
        { $inc: { hits: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
  const begin = async (key: string, now: Date, windowMs: number) =>
    counters
      .findOneAndUpdate(
        { _id: key, expiresAt: mongoose.trusted({ $lte: now }) },
        { $set: { hits: 1, expiresAt: new Date(now.getTime() + windowMs) } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean()
      .catch(nullIfDuplicate);
  return {
    async hit(key, now, windowMs) {
      const found = (await count(key, now)) ?? (await begin(key, now, windowMs)) ?? (await count(key, now));
      return { count: found?.hits ?? 1, until: found?.expiresAt ?? new Date(now.getTime() + windowMs) };
    },
    async forgive(key) {
      await counters.updateOne({ _id: key, hits: mongoose.trusted({ $gt: 0 }) }, { $inc: { hits: -1 } });
    },
    async forget(key) {
      await counters.deleteOne({ _id: key });
    },
  };
}

function nullIfDuplicate(error: unknown): null {
  if (isDuplicateKey(error)) return null;
  throw error;
}
