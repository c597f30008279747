import mongoose, { type Connection, Schema } from 'mongoose';
import { ignoreDuplicates } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';
import type { Mail, MailDebt, MailState } from './mail.ts';
import type { MailKind } from './mail-kinds.ts';

interface MailDocument extends Omit<Mail, 'id'> {
  readonly _id: string;
  /** When the queue looks at it next: due, to be tried again, or its lease runs out. Null when it is done. */
  readonly nextAt: Date | null;
  readonly owner: string | null;
}

/** A debt that one worker holds until `nextAt`. */
export interface LeasedMail extends Mail {
  readonly owner: string;
}

export type MailOutcome =
  | { readonly state: 'sent'; readonly sentAt: Date; readonly sentTo: string }
  | { readonly state: 'retrying'; readonly error: string; readonly nextAt: Date }
  | { readonly state: 'refused'; readonly error: string }
  | { readonly state: 'cancelled' };

export interface NewMail extends MailDebt {
  readonly messageId: string;
}

export interface LeaseRequest {
  readonly owner: string;
  readonly now: Date;
  readonly until: Date;
}

export interface OutboxStore {
  /** Adds those that are not there yet; the ids decide. */
  add(mails: readonly NewMail[]): Promise<void>;
  /** Which of the ids are there. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The next due mail, from now on held by the owner; null when nothing is due. */
  lease(request: LeaseRequest): Promise<LeasedMail | null>;
  /** False when the lease was lost to another worker. */
  finish(mail: LeasedMail, outcome: MailOutcome): Promise<boolean>;
  /** Mails of a wave, or of all, newest first. */
  list(filter: { waveId: string | null; limit: number }): Promise<readonly Mail[]>;
  /** The invitation mails of a wave, in the order of their steps. */
  listInvitationMails(waveId: string): Promise<readonly Mail[]>;
  /** Whether a mail of these kinds went to the address since then. */
  wasSentTo(address: string, kinds: readonly MailKind[], since: Date): Promise<boolean>;
  /** Whether a mail of the kind to the address is due later than that. */
  isOwedLater(address: string, kind: MailKind, dueAt: Date): Promise<boolean>;
  count(waveId: string | null): Promise<Readonly<Record<MailState, number>>>;
}

const chunkSize = 500;
const text = { type: String, required: true } as const;
const nullableText = { type: String, default: null } as const;
const nullableDate = { type: Date, default: null } as const;

const schema = new Schema(
  {
    _id: text,
    kind: text,
    waveId: text,
    invitationId: nullableText,
    step: { type: Number, required: true },
    to: nullableText,
    language: text,
    dueAt: { type: Date, required: true },
    facts: { type: Schema.Types.Mixed, default: null },
    state: text,
    attempts: { type: Number, required: true },
    messageId: text,
    sentAt: nullableDate,
    sentTo: nullableText,
    error: nullableText,
    nextAt: nullableDate,
    owner: nullableText,
  },
  { ...schemaOptions, collection: 'outbox' },
);
schema.index({ nextAt: 1 });
schema.index({ waveId: 1, dueAt: -1 });
schema.index({ dueAt: -1 });
schema.index({ sentTo: 1, sentAt: -1 });
schema.index({ to: 1, dueAt: -1 });

function toMail({ _id, nextAt: _nextAt, owner: _owner, ...mail }: MailDocument): Mail {
  return { ...mail, id: _id };
}

function newDocument({ id: _id, ...mail }: NewMail): MailDocument {
  const fate = { state: 'owed', attempts: 0, sentAt: null, sentTo: null, error: null, owner: null } as const;
  return { _id, ...mail, ...fate, nextAt: mail.dueAt };
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const starts = Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, at) => at * chunkSize);
  return starts.map((start) => items.slice(start, start + chunkSize));
}

const ofWave = (waveId: string | null) => (waveId === null ? {} : { waveId });

export function createOutboxStore(connection: Connection): OutboxStore {
  const model: mongoose.Model<MailDocument> = connection.model<MailDocument>('OutboxMail', schema);
  return {
    async add(mails) {
      for (const chunk of chunks(mails)) {
        const documents = chunk.map(newDocument);
        await model
          .insertMany(documents, { ordered: false, throwOnValidationError: true })
          .catch(ignoreDuplicates);
      }
    },
    async known(ids) {
      const found = new Set<string>();
      for (const chunk of chunks(ids)) {
        const mails = await model
          .find({ _id: mongoose.trusted({ $in: chunk }) }, { _id: 1 })
          .lean<{ _id: string }[]>();
        for (const { _id } of mails) found.add(_id);
      }
      return found;
    },
    async lease({ owner, now, until }) {
      const leased = await model
        .findOneAndUpdate(
          { nextAt: mongoose.trusted({ $lte: now }) },
          { $set: { state: 'sending', owner, nextAt: until }, $inc: { attempts: 1 } },
          { sort: { nextAt: 1 }, returnDocument: 'after' },
        )
        .lean<MailDocument>();
      return leased === null ? null : { ...toMail(leased), owner };
    },
    async finish({ id, owner, attempts }, outcome) {
      const { matchedCount } = await model.updateOne(
        { _id: id, state: 'sending', owner, attempts },
        { $set: { error: null, nextAt: null, ...outcome, owner: null } },
      );
      return matchedCount === 1;
    },
    async list({ waveId, limit }) {
      const found = await model
        .find(ofWave(waveId))
        .sort({ dueAt: -1, _id: -1 })
        .limit(limit)
        .lean<MailDocument[]>();
      return found.map(toMail);
    },
    async listInvitationMails(waveId) {
      const found = await model.find({ waveId, kind: 'invitation' }).sort({ step: 1 }).lean<MailDocument[]>();
      return found.map(toMail);
    },
    async wasSentTo(sentTo, kinds, since) {
      const kind = mongoose.trusted({ $in: [...kinds] });
      const sentAt = mongoose.trusted({ $gte: since });
      return (await model.findOne({ sentTo, sentAt, kind }, { _id: 1 }).lean()) !== null;
    },
    async isOwedLater(to, kind, dueAt) {
      const later = mongoose.trusted({ $gt: dueAt });
      return (await model.findOne({ to, kind, dueAt: later }, { _id: 1 }).lean()) !== null;
    },
    async count(waveId) {
      const counts = { owed: 0, sending: 0, sent: 0, retrying: 0, refused: 0, cancelled: 0 };
      const mails = await model.find(ofWave(waveId), { _id: 0, state: 1 }).lean<{ state: MailState }[]>();
      for (const { state } of mails) counts[state] += 1;
      return counts;
    },
  };
}
