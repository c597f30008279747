import { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';
import type { CompareQuery, SuccessorRow } from './comparison.wire.ts';

/** What became of the offices between two waves; one map per pair of waves, codes as the waves knew them. */
export interface SuccessorsStore {
  /** Empty when nothing was said. */
  find(pair: CompareQuery): Promise<readonly SuccessorRow[]>;
  /** Replaces what was kept; of two writes at the same time the later one counts. */
  keep(pair: CompareQuery, rows: readonly SuccessorRow[]): Promise<void>;
  forget(pair: CompareQuery): Promise<void>;
}

interface StoredSuccessors {
  readonly _id: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly SuccessorRow[];
}

const text = { type: String, required: true } as const;
const schema = new Schema<StoredSuccessors>(
  {
    _id: text,
    from: text,
    to: text,
    rows: [{ _id: false, from: text, to: text, share: { type: Number, required: true } }],
  },
  { ...schemaOptions, collection: 'successors' },
);

const idOf = ({ from, to }: CompareQuery) => `${from} ${to}`;

export function createSuccessorsStore(connection: Connection): SuccessorsStore {
  const model = connection.model<StoredSuccessors>('Successors', schema);
  return {
    async find(pair) {
      const found = await model.findOne({ _id: idOf(pair) }).lean<StoredSuccessors>();
      return (found?.rows ?? []).map(({ from, to, share }) => ({ from, to, share }));
    },
    async keep(pair, rows) {
      const write = () => model.updateOne({ _id: idOf(pair) }, { $set: { ...pair, rows } }, { upsert: true });
      try {
        await write();
      } catch (fault) {
        if (!isDuplicateKey(fault)) throw fault;
        await write();
      }
    },
    async forget(pair) {
      await model.deleteOne({ _id: idOf(pair) });
    },
  };
}
