import mongoose, { type Connection, Schema } from 'mongoose';
import type { OfficeFigures } from '../../surveys/scoring/score.ts';
import { ignoreDuplicates, wasAdded } from '../store/duplicate-key.ts';
import type { Basis, KeptUnder, OfficeFiguresRecord } from './office-figures.ts';

export interface OfficeFiguresStore {
  /** Keeps the record unless one from newer or more submissions is there. */
  keep(record: OfficeFiguresRecord): Promise<void>;
  /** Keeps the record unless there is one; false: there is. */
  add(record: OfficeFiguresRecord): Promise<boolean>;
  find(under: KeptUnder, officeId: string): Promise<OfficeFiguresRecord | null>;
  /** By office id. */
  list(under: KeptUnder): Promise<ReadonlyMap<string, OfficeFiguresRecord>>;
  /** What every record was made from, by office id. */
  bases(under: KeptUnder): Promise<ReadonlyMap<string, Basis>>;
}

interface StoredFigures extends Omit<OfficeFiguresRecord, 'figures'> {
  readonly _id: string;
  /**
   * The figures as JSON text, which keeps every double exactly. They are several hundred numbers that nobody asks the
   * database for, and a wave has up to some thousand of them: as fields, reading only their dates took 30 times as long.
   */
  readonly figures: string;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    waveId: { type: String, required: true },
    officeId: { type: String, required: true },
    rules: { type: String, required: true },
    submittedAt: { type: Date, required: true },
    responses: { type: Number, required: true },
    chance: { type: Schema.Types.Mixed, default: null },
    figures: { type: String, required: true },
  },
  { strict: 'throw', strictQuery: true, minimize: false, versionKey: false },
);
schema.index({ waveId: 1, rules: 1 });

function toStored({ figures, ...record }: OfficeFiguresRecord): StoredFigures {
  const _id = `${record.waveId}:${record.officeId}:${record.rules}`;
  return { _id, ...record, figures: JSON.stringify(figures) };
}

function toRecord({ _id, figures: text, ...stored }: StoredFigures): OfficeFiguresRecord {
  const figures: OfficeFigures | null = JSON.parse(text);
  return { ...stored, figures };
}

export function createOfficeFiguresStore(connection: Connection): OfficeFiguresStore {
  const model = connection.model<StoredFigures>('OfficeFigures', schema, 'officeFigures');
  return {
    async keep(record) {
      const { _id, ...fields } = toStored(record);
      const notNewer = {
        _id,
        submittedAt: mongoose.trusted({ $lte: record.submittedAt }),
        responses: mongoose.trusted({ $lte: record.responses }),
      };
      await model.updateOne(notNewer, { $set: fields }, { upsert: true }).catch(ignoreDuplicates);
    },
    add: (record) => wasAdded(model.create(toStored(record))),
    async find({ waveId, rules }, officeId) {
      const stored = await model.findOne({ _id: `${waveId}:${officeId}:${rules}` }).lean<StoredFigures>();
      return stored === null ? null : toRecord(stored);
    },
    async list({ waveId, rules }) {
      const found = await model.find({ waveId, rules }).lean<StoredFigures[]>();
      return new Map(found.map((stored) => [stored.officeId, toRecord(stored)]));
    },
    async bases({ waveId, rules }) {
      const fields = { _id: 0, officeId: 1, submittedAt: 1, responses: 1 };
      const found = await model
        .find({ waveId, rules }, fields)
        .lean<(Basis & { readonly officeId: string })[]>();
      return new Map(found.map(({ officeId, ...basis }) => [officeId, basis]));
    },
  };
}
