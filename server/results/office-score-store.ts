import mongoose, { type Connection, Schema } from 'mongoose';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import type { OfficeScoreRecord } from './office-score.ts';

export interface OfficeScoreStore {
  /** Keeps the record unless a newer one is there. */
  keep(record: OfficeScoreRecord): Promise<void>;
  /** By office id. */
  list(waveId: string): Promise<ReadonlyMap<string, OfficeScoreRecord>>;
  /** Instants of the submissions behind the kept scores, by office id. */
  submittedAt(waveId: string): Promise<ReadonlyMap<string, Date>>;
}

interface StoredScore {
  _id: string;
  waveId: string;
  officeId: string;
  submittedAt: Date;
  rules: string;
  score: OfficeScore;
}

const schema = new Schema<StoredScore>(
  {
    _id: { type: String, required: true },
    waveId: { type: String, required: true },
    officeId: { type: String, required: true },
    submittedAt: { type: Date, required: true },
    rules: { type: String, required: true },
    score: { type: Schema.Types.Mixed, required: true },
  },
  { strict: 'throw', strictQuery: true, minimize: false, versionKey: false },
);
schema.index({ waveId: 1, officeId: 1 });

function toRecord({ waveId, officeId, submittedAt, rules, score }: StoredScore): OfficeScoreRecord {
  return { waveId, officeId, submittedAt, rules, score };
}

export function createOfficeScoreStore(connection: Connection): OfficeScoreStore {
  const scores = connection.model<StoredScore>('OfficeScore', schema, 'officeScores');
  return {
    async keep(record) {
      const _id = `${record.waveId}:${record.officeId}`;
      const notNewer = { _id, submittedAt: mongoose.trusted({ $lte: record.submittedAt }) };
      try {
        await scores.updateOne(notNewer, { $set: record }, { upsert: true });
      } catch (fault) {
        if (!isDuplicateKey(fault)) throw fault;
      }
    },
    async list(waveId) {
      const found = await scores.find({ waveId }).lean<StoredScore[]>();
      return new Map(found.map((stored) => [stored.officeId, toRecord(stored)]));
    },
    async submittedAt(waveId) {
      const fields = { officeId: 1, submittedAt: 1 };
      const found = await scores
        .find({ waveId }, fields)
        .lean<Pick<StoredScore, 'officeId' | 'submittedAt'>[]>();
      return new Map(found.map(({ officeId, submittedAt }) => [officeId, submittedAt]));
    },
  };
}
