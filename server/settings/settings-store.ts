import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';

/** What the officer set. */
export interface CitySettings {
  readonly city: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

export interface SettingsStore {
  /** Empty texts before set-up. */
  readCity(): Promise<CitySettings>;
  writeCity(settings: CitySettings): Promise<void>;
  /** The fingerprint of the secret this database was first used with; stores `own` when there is none. */
  firstFingerprint(own: string): Promise<string>;
  /** Null before the first start. */
  readFingerprint(): Promise<string | null>;
}

interface SettingsDocument {
  _id: string;
  city: string;
  contact: { name: string; phone: string; email: string };
}

const settingsSchema = new Schema<SettingsDocument>(
  {
    _id: String,
    city: String,
    contact: { _id: false, type: { name: String, phone: String, email: String } },
  },
  { ...schemaOptions, collection: 'settings' },
);

const fingerprintSchema = new Schema<{ _id: string; fingerprint: string }>(
  { _id: String, fingerprint: String },
  { ...schemaOptions, collection: 'fingerprints' },
);

const theOne = 'pegel';

export function createSettingsStore(connection: Connection): SettingsStore {
  const settings = connection.model('Settings', settingsSchema);
  const fingerprints = connection.model('Fingerprint', fingerprintSchema);
  return {
    async readCity() {
      const found = await settings.findOne({ _id: theOne }).lean();
      return { city: found?.city ?? '', contact: found?.contact ?? { name: '', phone: '', email: '' } };
    },
    async writeCity({ city, contact }) {
      await settings.updateOne({ _id: theOne }, { $set: { city, contact } }, { upsert: true });
    },
    async readFingerprint() {
      return (await fingerprints.findOne({ _id: theOne }).lean())?.fingerprint ?? null;
    },
    async firstFingerprint(own) {
      await fingerprints.updateOne({ _id: theOne }, { $setOnInsert: { fingerprint: own } }, { upsert: true });
      const found = await fingerprints.findOne({ _id: theOne }).lean();
      return found?.fingerprint ?? own;
    },
  };
}
