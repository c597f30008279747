import mongoose, { type Connection, Schema } from 'mongoose';
import { ignoreDuplicates } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';
import type { Invitation, SealedInvitation } from './invitation.ts';

interface InvitationDocument extends Omit<Invitation, 'id' | 'submitted' | 'sealing'> {
  readonly _id: string;
  readonly submitted?: boolean;
  readonly sealing?: string | null;
}

/** What sending again changes; the link version only when the old link ends. */
export interface Resending {
  readonly linkVersion: number;
  readonly name: string;
  readonly email: string;
}

/** Whose an invitation becomes. */
export interface HandOver {
  readonly invitationId: string;
  readonly linkVersion: number;
  readonly newContactId: string;
  readonly to: { readonly name: string; readonly email: string };
}

export interface InvitationsStore {
  /** Adds those that are not there yet; the ids decide. */
  add(invitations: readonly Invitation[]): Promise<void>;
  find(id: string): Promise<Invitation | null>;
  /** In the order of office and name. */
  list(waveId: string): Promise<readonly Invitation[]>;
  /** All with this address, of every wave. */
  listByEmail(email: string): Promise<readonly Invitation[]>;
  /** The first time counts. */
  markSeen(id: string, seenAt: Date): Promise<void>;
  /** Null when it was sent again, or its link ended or renewed, in the meantime. */
  resend(seen: Invitation, change: Resending): Promise<Invitation | null>;
  /** Gives it to another person with a link of their own; null when it is not as it was before the change. */
  handOver(change: HandOver): Promise<Invitation | null>;
  /** Null when there is none or its link ended before. */
  revoke(id: string, revokedAt: Date): Promise<Invitation | null>;
  /** Marks a submission as under way and gives it a key, once; null when they have one, were submitted, or the link ended. */
  seal(id: string, key: string): Promise<Invitation | null>;
  /** The answers lie under the key: from now on only "submitted" is known, and the key is forgotten. */
  forgetKey(id: string, key: string): Promise<void>;
  /** Nothing was submitted under the key and nothing will be. */
  unseal(id: string, key: string): Promise<void>;
  /** Of an anonymous wave: how many have submitted, by office id. */
  submittedCounts(waveId: string): Promise<ReadonlyMap<string, number>>;
  /** Those under way, of all waves. */
  listSealed(): Promise<readonly SealedInvitation[]>;
}

const chunkSize = 500;
const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

const schema = new Schema(
  {
    _id: text,
    waveId: text,
    officeId: text,
    contactId: text,
    name: text,
    email: text,
    role: text,
    linkVersion: number,
    mailStep: number,
    revokedAt: { type: Date, default: null },
    seenAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    submitted: Boolean,
    sealing: String,
  },
  { ...schemaOptions, collection: 'invitations' },
);
schema.index({ waveId: 1, officeId: 1 });
schema.index({ sealing: 1 }, { sparse: true });
schema.index({ email: 1 });

function toInvitation({ _id, submitted = false, sealing = null, ...known }: InvitationDocument): Invitation {
  return { ...known, submitted, sealing, id: _id };
}

/** As it is written first: nothing of a submission. */
function toDocument({ id, submitted: _, sealing: __, ...invitation }: Invitation): InvitationDocument {
  return { ...invitation, _id: id };
}

const found = (document: InvitationDocument | null): Invitation | null =>
  document === null ? null : toInvitation(document);

export function createInvitationsStore(connection: Connection): InvitationsStore {
  const model: mongoose.Model<InvitationDocument> = connection.model<InvitationDocument>(
    'Invitation',
    schema,
  );
  const after = { returnDocument: 'after' } as const;
  return {
    async add(invitations) {
      for (let start = 0; start < invitations.length; start += chunkSize) {
        const documents = invitations.slice(start, start + chunkSize).map(toDocument);
        await model
          .insertMany(documents, { ordered: false, throwOnValidationError: true })
          .catch(ignoreDuplicates);
      }
    },
    async find(id) {
      return found(await model.findById(id).lean<InvitationDocument>());
    },
    async list(waveId) {
      const documents = await model
        .find({ waveId })
        .sort({ officeId: 1, name: 1, _id: 1 })
        .lean<InvitationDocument[]>();
      return documents.map(toInvitation);
    },
    async listByEmail(email) {
      const documents = await model
        .find({ email })
        .sort({ waveId: 1, officeId: 1, _id: 1 })
        .lean<InvitationDocument[]>();
      return documents.map(toInvitation);
    },
    async markSeen(id, seenAt) {
      await model.updateOne({ _id: id, seenAt: null }, { $set: { seenAt } });
    },
    async resend({ id, mailStep, linkVersion, revokedAt }, change) {
      return found(
        await model
          .findOneAndUpdate(
            { _id: id, mailStep, linkVersion, revokedAt },
            { $set: { ...change, revokedAt: null }, $inc: { mailStep: 1 } },
            after,
          )
          .lean<InvitationDocument>(),
      );
    },
    async handOver({ invitationId, linkVersion, newContactId, to }) {
      const before = {
        linkVersion: linkVersion - 1,
        sealing: null,
        submitted: mongoose.trusted({ $ne: true }),
      };
      const { name, email } = to;
      const own = { contactId: newContactId, name, email, linkVersion, seenAt: null, revokedAt: null };
      return found(
        await model
          .findOneAndUpdate({ _id: invitationId, ...before }, { $set: own, $inc: { mailStep: 1 } }, after)
          .lean<InvitationDocument>(),
      );
    },
    async revoke(id, revokedAt) {
      return found(
        await model
          .findOneAndUpdate({ _id: id, revokedAt: null }, { $set: { revokedAt } }, after)
          .lean<InvitationDocument>(),
      );
    },
    async seal(id, key) {
      const open = { _id: id, revokedAt: null, sealing: null, submitted: mongoose.trusted({ $ne: true }) };
      return found(
        await model.findOneAndUpdate(open, { $set: { sealing: key } }, after).lean<InvitationDocument>(),
      );
    },
    async forgetKey(id, key) {
      const sealed = { _id: id, sealing: key };
      await model.updateOne(sealed, { $set: { submitted: true }, $unset: { sealing: 1 } });
    },
    async unseal(id, key) {
      await model.updateOne({ _id: id, sealing: key }, { $unset: { sealing: 1 } });
    },
    async submittedCounts(waveId) {
      const documents = await model
        .find({ waveId, submitted: true }, { officeId: 1, _id: 0 })
        .lean<Pick<InvitationDocument, 'officeId'>[]>();
      const counts = new Map<string, number>();
      for (const { officeId } of documents) counts.set(officeId, (counts.get(officeId) ?? 0) + 1);
      return counts;
    },
    async listSealed() {
      const documents = await model
        .find({ sealing: mongoose.trusted({ $gt: '' }) }, { waveId: 1, officeId: 1, sealing: 1 })
        .lean<Pick<InvitationDocument, '_id' | 'waveId' | 'officeId' | 'sealing'>[]>();
      return documents.flatMap(({ _id: id, waveId, officeId, sealing: key }) =>
        typeof key === 'string' ? [{ id, waveId, officeId, key }] : [],
      );
    },
  };
}
