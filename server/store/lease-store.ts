import { type Connection, Schema, trusted } from 'mongoose';
import { wasAdded } from './duplicate-key.ts';
import { schemaOptions } from './schema-options.ts';

/** Named leases: of several instances one holds a name at a time, until it lets go or its time is over. */
export interface LeaseStore {
  /** Takes or extends the lease; false while somebody else holds it. */
  acquire(name: string, owner: string, now: Date, durationMs: number): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
  /** Whether anybody holds it. */
  isHeld(name: string, now: Date): Promise<boolean>;
}

const schema = new Schema<{ _id: string; owner: string; expiresAt: Date }>(
  { _id: String, owner: String, expiresAt: Date },
  { ...schemaOptions, collection: 'leases' },
);

export function createLeaseStore(connection: Connection): LeaseStore {
  const leases = connection.model('Lease', schema);
  return {
    async acquire(name, owner, now, durationMs) {
      const expiresAt = new Date(now.getTime() + durationMs);
      const free = { $or: [{ owner }, { expiresAt: trusted({ $lte: now }) }] };
      const taken = { $set: { owner, expiresAt } };
      return wasAdded(leases.updateOne({ _id: name, ...free }, taken, { upsert: true }).exec());
    },
    async isHeld(name, now) {
      return (await leases.exists({ _id: name, expiresAt: trusted({ $gt: now }) })) !== null;
    },
    async release(name, owner) {
      await leases.deleteOne({ _id: name, owner });
    },
  };
}
