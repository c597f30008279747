import { type Connection, Schema } from 'mongoose';
import { wasAdded } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';
import type { Account } from './account.ts';

export interface AccountsStore {
  /** False when the address is taken. */
  add(account: Account): Promise<boolean>;
  find(id: string): Promise<Account | null>;
  findByEmail(email: string): Promise<Account | null>;
  /** The account that was there first. */
  first(): Promise<Account | null>;
  /** Sets the password and ends all sessions; false when there is no such account. */
  setPassword(id: string, passwordHash: string): Promise<boolean>;
}

type AccountDocument = Omit<Account, 'id'> & { _id: string };

const schema = new Schema<AccountDocument>(
  {
    _id: String,
    name: String,
    email: String,
    phone: String,
    passwordHash: String,
    signInVersion: Number,
    createdAt: Date,
  },
  { ...schemaOptions, collection: 'accounts' },
);
schema.index({ email: 1 }, { unique: true });

function toAccount({ _id, ...rest }: AccountDocument): Account {
  return { id: _id, ...rest };
}

export function createAccountsStore(connection: Connection): AccountsStore {
  const accounts = connection.model('Account', schema);
  return {
    add: ({ id, ...rest }) => wasAdded(accounts.create({ _id: id, ...rest })),
    async find(id) {
      const found = await accounts.findOne({ _id: id }).lean();
      return found ? toAccount(found) : null;
    },
    async findByEmail(email) {
      const found = await accounts.findOne({ email }).lean();
      return found ? toAccount(found) : null;
    },
    async first() {
      const found = await accounts.findOne({}).sort({ createdAt: 1 }).lean();
      return found ? toAccount(found) : null;
    },
    async setPassword(id, passwordHash) {
      const written = await accounts.updateOne(
        { _id: id },
        { $set: { passwordHash }, $inc: { signInVersion: 1 } },
      );
      return written.matchedCount === 1;
    },
  };
}
