import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';
import type { OfficeFileRow } from './office-file-row.ts';

/** A checked file that is to be applied as a whole. */
export interface OfficeImport {
  readonly id: string;
  readonly rows: readonly OfficeFileRow[];
}

export interface ImportsStore {
  keep(officeImport: OfficeImport, at: Date): Promise<void>;
  /** Kept, but perhaps not yet applied to the end. */
  pending(): Promise<readonly OfficeImport[]>;
  markApplied(id: string): Promise<void>;
}

interface ImportDocument {
  _id: string;
  createdAt: Date;
  state: 'pending' | 'applied';
  rows: OfficeFileRow[];
}

const schema = new Schema<ImportDocument>(
  { _id: String, createdAt: Date, state: String, rows: [Schema.Types.Mixed] },
  { ...schemaOptions, collection: 'office_imports' },
);
schema.index({ state: 1 });

export function createImportsStore(connection: Connection): ImportsStore {
  const imports = connection.model('OfficeImport', schema);
  return {
    async keep({ id, rows }, createdAt) {
      await imports.create({ _id: id, createdAt, state: 'pending', rows: [...rows] });
    },
    async pending() {
      const found = await imports.find({ state: 'pending' }).sort({ createdAt: 1 }).lean();
      return found.map(({ _id, rows }) => ({ id: _id, rows }));
    },
    async markApplied(id) {
      await imports.updateOne({ _id: id }, { $set: { state: 'applied', rows: [] } });
    },
  };
}
