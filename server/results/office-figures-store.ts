import mongoose, { type Connection, Schema } from 'mongoose';
import type { DimensionScore, OfficeFigures, OfficeScore } from '../../surveys/scoring/score.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import type { Basis, Chance, OfficeFiguresRecord } from './office-figures.ts';

/** Figures of one wave under one version of the rules. */
export interface KeptUnder {
  readonly waveId: string;
  readonly rules: string;
}

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

type Items = Readonly<Record<string, DimensionScore['items']>>;

interface StoredFigures extends Omit<OfficeFigures, 'score' | 'states' | 'aims'> {
  readonly _id: string;
  readonly waveId: string;
  readonly officeId: string;
  readonly rules: string;
  readonly submittedAt: Date;
  readonly responses: number;
  readonly chance: Chance | null;
  /** Its dimensions without `items`. */
  readonly score: OfficeScore | null;
  /** Item scores by dimension. */
  readonly items: Items;
  readonly states: OfficeFigures['states'];
  readonly aims: OfficeFigures['aims'];
}

const mixed = { type: Schema.Types.Mixed, default: null } as const;
const schema = new Schema(
  {
    _id: { type: String, required: true },
    waveId: { type: String, required: true },
    officeId: { type: String, required: true },
    rules: { type: String, required: true },
    submittedAt: { type: Date, required: true },
    responses: { type: Number, required: true },
    chance: mixed,
    score: mixed,
    items: mixed,
    states: mixed,
    aims: mixed,
    opinions: mixed,
    spreads: mixed,
    dropped: mixed,
  },
  { strict: 'throw', strictQuery: true, minimize: false, versionKey: false },
);
schema.index({ waveId: 1, rules: 1 });

const noItems: DimensionScore['items'] = {};

function toStored({ figures, ...record }: OfficeFiguresRecord): StoredFigures {
  const dimensions = Object.entries(figures?.score.dimensions ?? {});
  const score = figures && {
    ...figures.score,
    dimensions: Object.fromEntries(dimensions.map(([id, one]) => [id, { ...one, items: noItems }])),
  };
  return {
    _id: `${record.waveId}:${record.officeId}:${record.rules}`,
    ...record,
    score,
    items: Object.fromEntries(dimensions.map(([id, { items }]) => [id, items])),
    states: figures?.states ?? {},
    aims: figures?.aims ?? {},
    opinions: figures?.opinions ?? null,
    spreads: figures?.spreads ?? null,
    dropped: figures?.dropped ?? null,
  };
}

function toScore(score: OfficeScore, items: Items): OfficeScore {
  const dimensions = Object.entries(score.dimensions).map(([id, one]) => [
    id,
    { ...one, items: items[id] ?? noItems },
  ]);
  return { ...score, dimensions: Object.fromEntries(dimensions) };
}

function toRecord(stored: StoredFigures): OfficeFiguresRecord {
  const { waveId, officeId, rules, submittedAt, responses, chance, score, items, ...others } = stored;
  const { states, aims, opinions, spreads, dropped } = others;
  const figures = score && { score: toScore(score, items), states, aims, opinions, spreads, dropped };
  return { waveId, officeId, rules, submittedAt, responses, chance, figures };
}

export function createOfficeFiguresStore(connection: Connection): OfficeFiguresStore {
  const model = connection.model<StoredFigures>('OfficeScore', schema, 'officeScores');
  /** Documents of the first release have no `responses`: their figures are made anew. */
  const under = ({ waveId, rules }: KeptUnder) => ({
    waveId,
    rules,
    responses: mongoose.trusted({ $exists: true }),
  });
  return {
    async keep(record) {
      const { _id, ...fields } = toStored(record);
      const notNewer = {
        _id,
        submittedAt: mongoose.trusted({ $lte: record.submittedAt }),
        responses: mongoose.trusted({ $lte: record.responses }),
      };
      try {
        await model.updateOne(notNewer, { $set: fields }, { upsert: true });
      } catch (fault) {
        if (!isDuplicateKey(fault)) throw fault;
      }
    },
    async add(record) {
      try {
        await model.create(toStored(record));
        return true;
      } catch (fault) {
        if (isDuplicateKey(fault)) return false;
        throw fault;
      }
    },
    async find({ waveId, rules }, officeId) {
      const stored = await model.findOne({ _id: `${waveId}:${officeId}:${rules}` }).lean<StoredFigures>();
      return stored === null ? null : toRecord(stored);
    },
    async list(kept) {
      const found = await model.find(under(kept)).lean<StoredFigures[]>();
      return new Map(found.map((stored) => [stored.officeId, toRecord(stored)]));
    },
    async bases(kept) {
      const fields = { _id: 0, officeId: 1, submittedAt: 1, responses: 1 };
      const found = await model.find(under(kept), fields).lean<(Basis & { officeId: string })[]>();
      return new Map(found.map(({ officeId, ...basis }) => [officeId, basis]));
    },
  };
}
