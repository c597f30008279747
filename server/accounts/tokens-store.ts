import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';

/** Bearer tokens by their hash, and the hash of the one set-up link. */
export interface TokensStore {
  addToken(token: { hash: string; accountId: string; name: string; createdAt: Date }): Promise<void>;
  accountOfToken(hash: string): Promise<string | null>;
  /** Replaces the set-up link made before. */
  setSetupLink(hash: string): Promise<void>;
  /** Takes the link away; true for the one caller who got it. */
  useSetupLink(hash: string): Promise<boolean>;
}

interface TokenDocument {
  _id: string;
  accountId: string;
  name: string;
  createdAt: Date;
}

const tokenSchema = new Schema<TokenDocument>(
  { _id: String, accountId: String, name: String, createdAt: Date },
  { ...schemaOptions, collection: 'tokens' },
);

const setupSchema = new Schema<{ _id: string; hash: string }>(
  { _id: String, hash: String },
  { ...schemaOptions, collection: 'setup_links' },
);

export function createTokensStore(connection: Connection): TokensStore {
  const tokens = connection.model('Token', tokenSchema);
  const setups = connection.model('SetupLink', setupSchema);
  const theOne = 'setup';
  return {
    async addToken({ hash, ...rest }) {
      await tokens.create({ _id: hash, ...rest });
    },
    async accountOfToken(hash) {
      const found = await tokens.findOne({ _id: hash }).lean();
      return found?.accountId ?? null;
    },
    async setSetupLink(hash) {
      await setups.updateOne({ _id: theOne }, { $set: { hash } }, { upsert: true });
    },
    async useSetupLink(hash) {
      const deleted = await setups.deleteOne({ _id: theOne, hash });
      return deleted.deletedCount === 1;
    },
  };
}
