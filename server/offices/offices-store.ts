import { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';
import type { Contact, Office } from './office.ts';

export interface OfficesStore {
  list(): Promise<readonly Office[]>;
  find(id: string): Promise<Office | null>;
  add(office: Office): Promise<'added' | 'codeTaken'>;
  /** Writes the office as the successor of the revision before its own. */
  replace(office: Office): Promise<'written' | 'stale' | 'codeTaken'>;
  remove(id: string): Promise<boolean>;
  /** Many at once: new offices (revision 1) and successors; one that somebody else was faster with is left out. */
  writeAll(offices: readonly Office[]): Promise<void>;
}

type OfficeDocument = Omit<Office, 'id' | 'fields' | 'contacts'> & {
  _id: string;
  fields: string[];
  contacts: Contact[];
};

const schema = new Schema<OfficeDocument>(
  {
    _id: String,
    code: String,
    name: String,
    parentId: { type: String, default: null },
    headcount: { type: Number, default: null },
    fields: [String],
    contacts: [{ _id: false, id: String, name: String, email: String, role: String }],
    revision: Number,
  },
  { ...schemaOptions, collection: 'offices' },
);
schema.index({ code: 1 }, { unique: true });

function toOffice({ _id, ...rest }: OfficeDocument): Office {
  return { id: _id, ...rest };
}

function toFields({ id: _id, fields, contacts, ...rest }: Office): Omit<OfficeDocument, '_id'> {
  return { ...rest, fields: [...fields], contacts: [...contacts] };
}

const chunkSize = 500;

export function createOfficesStore(connection: Connection): OfficesStore {
  const offices = connection.model('Office', schema);
  const writeOf = (office: Office) => ({
    updateOne:
      office.revision === 1
        ? { filter: { _id: office.id }, update: { $setOnInsert: toFields(office) }, upsert: true }
        : { filter: { _id: office.id, revision: office.revision - 1 }, update: { $set: toFields(office) } },
  });
  return {
    async list() {
      return (await offices.find({}).lean()).map(toOffice);
    },
    async find(id) {
      const found = await offices.findOne({ _id: id }).lean();
      return found ? toOffice(found) : null;
    },
    async add(office) {
      const added = await offices.create({ _id: office.id, ...toFields(office) }).catch(nullIfDuplicate);
      return added === null ? 'codeTaken' : 'added';
    },
    async replace(office) {
      const written = await offices
        .updateOne({ _id: office.id, revision: office.revision - 1 }, { $set: toFields(office) })
        .catch(nullIfDuplicate);
      if (written === null) return 'codeTaken';
      return written.matchedCount === 1 ? 'written' : 'stale';
    },
    async remove(id) {
      return (await offices.deleteOne({ _id: id })).deletedCount === 1;
    },
    async writeAll(all) {
      for (let at = 0; at < all.length; at += chunkSize) {
        const writes = all.slice(at, at + chunkSize).map(writeOf);
        await offices.bulkWrite(writes, { ordered: false }).catch(nullIfDuplicate);
      }
    },
  };
}

function nullIfDuplicate(error: unknown): null {
  if (isDuplicateKey(error)) return null;
  throw error;
}
