import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';
import type { Proposal } from './proposal.ts';

export interface ProposalsStore {
  /** The last one of an invitation counts. */
  put(proposal: Proposal): Promise<void>;
  find(id: string): Promise<Proposal | null>;
  /** False when it is not open any more. */
  settle(id: string, state: 'confirmed' | 'dismissed'): Promise<boolean>;
  /** Oldest first. */
  listOpen(waveId: string): Promise<readonly Proposal[]>;
}

type ProposalDocument = Omit<Proposal, 'id'> & { readonly _id: string };

const text = { type: String, required: true } as const;

const schema = new Schema(
  {
    _id: text,
    waveId: text,
    linkVersion: { type: Number, required: true },
    colleague: { type: Schema.Types.Mixed, default: null },
    note: { type: String, default: '' },
    at: { type: Date, required: true },
    state: text,
  },
  { ...schemaOptions, collection: 'proposals' },
);
schema.index({ waveId: 1, state: 1, at: 1 });

const toProposal = ({ _id, ...proposal }: ProposalDocument): Proposal => ({ ...proposal, id: _id });

export function createProposalsStore(connection: Connection): ProposalsStore {
  const model = connection.model<ProposalDocument>('Proposal', schema);
  return {
    async put({ id, ...proposal }) {
      await model.updateOne({ _id: id }, { $set: proposal }, { upsert: true });
    },
    async find(id) {
      const found = await model.findById(id).lean<ProposalDocument>();
      return found === null ? null : toProposal(found);
    },
    async settle(id, state) {
      const { matchedCount } = await model.updateOne({ _id: id, state: 'open' }, { $set: { state } });
      return matchedCount === 1;
    },
    async listOpen(waveId) {
      const found = await model.find({ waveId, state: 'open' }).sort({ at: 1 }).lean<ProposalDocument[]>();
      return found.map(toProposal);
    },
  };
}
