import { type Connection, Schema } from 'mongoose';
import { ignoreDuplicates } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';

/** Somebody asked for the links of an address, known or not. */
export interface LinkRequest {
  readonly id: string;
  readonly email: string;
  readonly askedAt: Date;
}

export interface LinkRequestsStore {
  /** Adds it when it is not there yet. */
  add(request: LinkRequest): Promise<void>;
  /** The oldest ones. */
  list(limit: number): Promise<readonly LinkRequest[]>;
  remove(id: string): Promise<void>;
}

type RequestDocument = Omit<LinkRequest, 'id'> & { readonly _id: string };

const schema = new Schema(
  {
    _id: { type: String, required: true },
    email: { type: String, required: true },
    askedAt: { type: Date, required: true },
  },
  { ...schemaOptions, collection: 'link_requests' },
);
schema.index({ askedAt: 1 });

export function createLinkRequestsStore(connection: Connection): LinkRequestsStore {
  const model = connection.model<RequestDocument>('LinkRequest', schema);
  return {
    async add({ id: _id, ...request }) {
      await model.create({ _id, ...request }).catch(ignoreDuplicates);
    },
    async list(limit) {
      const found = await model.find({}).sort({ askedAt: 1 }).limit(limit).lean<RequestDocument[]>();
      return found.map(({ _id, ...request }) => ({ ...request, id: _id }));
    },
    async remove(id) {
      await model.deleteOne({ _id: id });
    },
  };
}
