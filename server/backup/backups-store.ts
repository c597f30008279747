import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';

/** A backup that was made. */
export interface BackupRecord {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** By collection. */
  readonly documents: Readonly<Record<string, number>>;
  readonly consistent: boolean;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** A scheduled backup that failed. */
export interface FailedBackup {
  readonly at: Date;
  readonly error: string;
}

export interface BackupsStore {
  keep(record: BackupRecord): Promise<void>;
  keepFailure(failure: FailedBackup): Promise<void>;
  /** The newest one; null when there is none. */
  last(): Promise<BackupRecord | null>;
  /** The newest failure since the last backup. */
  lastFailure(): Promise<FailedBackup | null>;
}

interface BackupDocument extends Omit<BackupRecord, 'documents'> {
  _id: 'last';
  documents: Record<string, number>;
  failure?: FailedBackup;
}

const schema = new Schema<BackupDocument>(
  {
    _id: String,
    file: String,
    bytes: Number,
    sha256: String,
    documents: Schema.Types.Mixed,
    consistent: Boolean,
    startedAt: Date,
    finishedAt: Date,
    failure: { _id: false, type: { at: Date, error: String } },
  },
  { ...schemaOptions, collection: 'backups' },
);

const theOne = { _id: 'last' } as const;

export function createBackupsStore(connection: Connection): BackupsStore {
  const backups = connection.model('Backup', schema);
  return {
    async keep({ documents, ...record }) {
      const fields = { ...record, documents: { ...documents } };
      await backups.updateOne(theOne, { $set: fields, $unset: { failure: 1 } }, { upsert: true });
    },
    async keepFailure(failure) {
      await backups.updateOne(theOne, { $set: { failure } }, { upsert: true });
    },
    async last() {
      const found = await backups.findOne(theOne).lean<BackupDocument>();
      if (found === null || !found.finishedAt) return null;
      const { file, bytes, sha256, documents, consistent, startedAt, finishedAt } = found;
      return { file, bytes, sha256, documents, consistent, startedAt, finishedAt };
    },
    async lastFailure() {
      return (await backups.findOne(theOne).lean<BackupDocument>())?.failure ?? null;
    },
  };
}
