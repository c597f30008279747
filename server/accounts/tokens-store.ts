import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';

/** Bearer tokens by their hash, and the hashes of the set-up links of running instances. */
export interface TokensStore {
  addToken(token: { hash: string; accountId: string; name: string; createdAt: Date }): Promise<void>;
  accountOfToken(hash: string): Promise<string | null>;
  addSetupLink(hash: string): Promise<void>;
  dropSetupLink(hash: string): Promise<void>;
  /** Takes all links away; true for the one caller who got them. */
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

const setupSchema = new Schema<{ _id: string; hashes: string[] }>(
  { _id: String, hashes: [String] },
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
    async addSetupLink(hash) {
      await setups.updateOne({ _id: theOne }, { $addToSet: { hashes: hash } }, { upsert: true });
    },
    async dropSetupLink(hash) {
      await setups.updateOne({ _id: theOne }, { $pull: { hashes: hash } });
    },
    async useSetupLink(hash) {
      const deleted = await setups.deleteOne({ _id: theOne, hashes: hash });
      return deleted.deletedCount === 1;
    },
  };
}
