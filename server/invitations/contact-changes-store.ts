import mongoose, { type Connection, Schema } from 'mongoose';
import { wasAdded } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';
import type { ContactChange } from './contact-change.ts';

export interface ContactChangesStore {
  /** False: there is one for this link version already. */
  begin(change: ContactChange): Promise<boolean>;
  end(id: string, state: 'done' | 'void'): Promise<void>;
  /** Whether the link of this version belonged to somebody who was replaced. */
  wasHandedOver(invitationId: string, linkVersion: number): Promise<boolean>;
  listBegun(): Promise<readonly ContactChange[]>;
  /** Newest first. */
  list(waveId: string): Promise<readonly ContactChange[]>;
}

type ChangeDocument = Omit<ContactChange, 'id'> & { readonly _id: string };

const text = { type: String, required: true } as const;
const person = { _id: false, name: text, email: text };

const schema = new Schema(
  {
    _id: text,
    waveId: text,
    officeId: text,
    invitationId: text,
    linkVersion: { type: Number, required: true },
    oldContactId: text,
    newContactId: text,
    from: person,
    to: person,
    role: text,
    by: text,
    at: { type: Date, required: true },
    state: text,
  },
  { ...schemaOptions, collection: 'contact_changes' },
);
schema.index({ waveId: 1, at: -1 });
schema.index({ invitationId: 1 });
schema.index({ state: 1 });

const toChange = ({ _id, ...change }: ChangeDocument): ContactChange => ({ ...change, id: _id });

export function createContactChangesStore(connection: Connection): ContactChangesStore {
  const model: mongoose.Model<ChangeDocument> = connection.model<ChangeDocument>('ContactChange', schema);
  return {
    begin: ({ id: _id, ...change }) => wasAdded(model.create({ _id, ...change })),
    async end(id, state) {
      await model.updateOne({ _id: id, state: 'begun' }, { $set: { state } });
    },
    async wasHandedOver(invitationId, linkVersion) {
      const later = mongoose.trusted({ $gt: linkVersion });
      const happened = mongoose.trusted({ $in: ['begun', 'done'] as ContactChange['state'][] });
      const found = await model.findOne({ invitationId, linkVersion: later, state: happened }, { _id: 1 });
      return found !== null;
    },
    async listBegun() {
      return (await model.find({ state: 'begun' }).lean<ChangeDocument[]>()).map(toChange);
    },
    async list(waveId) {
      const found = await model.find({ waveId, state: 'done' }).sort({ at: -1 }).lean<ChangeDocument[]>();
      return found.map(toChange);
    },
  };
}
