import mongoose, { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../store/schema-options.ts';
import type { DraftWave, StartedWave, Targets, Wave, WaveState } from './wave.ts';
import type { WaveSnapshot } from './wave-snapshot.ts';

export type DraftFields = Partial<
  Pick<
    DraftWave,
    'title' | 'questionnaire' | 'officeIds' | 'deadline' | 'language' | 'mode' | 'several' | 'targets'
  >
>;

/** What is fixed at opening. */
export interface Opening extends WaveSnapshot {
  readonly rules: string;
}

interface WaveDocument extends Omit<DraftWave, 'id' | 'state'>, WaveSnapshot {
  readonly _id: string;
  readonly state: WaveState;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** Of a started wave. */
  readonly rules?: string;
}

const text = { type: String, required: true } as const;
const node = { officeId: text, code: text, name: text, parentId: { type: String, default: null } };

const schema = new Schema(
  {
    _id: text,
    title: text,
    questionnaire: { _id: false, id: text, version: { type: Number, required: true } },
    mode: text,
    several: { type: Schema.Types.Mixed, default: null },
    targets: { type: Schema.Types.Mixed, default: {} },
    language: text,
    deadline: text,
    createdAt: { type: Date, required: true },
    revision: { type: Number, required: true },
    state: text,
    officeIds: [String],
    openedAt: { type: Date, default: null },
    closedAt: { type: Date, default: null },
    offices: [{ ...node, headcount: { type: Number, default: null }, fields: [String], _id: false }],
    contacts: [{ contactId: text, officeId: text, name: text, email: text, role: text, _id: false }],
    divisions: [{ ...node, _id: false }],
    rules: String,
  },
  { ...schemaOptions, collection: 'waves' },
);
schema.index({ state: 1 });

function toWave(found: WaveDocument): Wave {
  const { _id, state, officeIds, openedAt, closedAt, offices, contacts, divisions, rules, ...base } = found;
  if (state === 'draft' || openedAt === null || rules === undefined)
    return { ...base, id: _id, state: 'draft', officeIds };
  return { ...base, id: _id, state, openedAt, closedAt, offices, contacts, divisions, rules };
}

function started(found: WaveDocument | null): StartedWave | null {
  const wave = found === null ? null : toWave(found);
  return wave === null || wave.state === 'draft' ? null : wave;
}

export interface WavesStore {
  insertDraft(wave: DraftWave): Promise<void>;
  find(id: string): Promise<Wave | null>;
  /** Newest first. */
  list(): Promise<readonly Wave[]>;
  listOpen(): Promise<readonly StartedWave[]>;
  /** Null when there is no draft of that id and revision. */
  changeDraft(at: WaveAt, fields: DraftFields): Promise<Wave | null>;
  /** In every state; null when there is no wave of that id and revision. */
  setTargets(at: WaveAt, targets: Targets): Promise<Wave | null>;
  open(at: WaveAt, opening: Opening, openedAt: Date): Promise<StartedWave | null>;
  close(at: WaveAt, closedAt: Date): Promise<StartedWave | null>;
  /** False when there is no draft of that id. */
  deleteDraft(id: string): Promise<boolean>;
}

/** A wave at one revision: what a guarded write expects to find. */
export interface WaveAt {
  readonly id: string;
  readonly revision: number;
}

/** A wave is long and read with every mail and every save; one that was read lately is only asked for its revision. */
const rememberedWaves = 20;

function rememberByRevision(model: mongoose.Model<WaveDocument>): WavesStore['find'] {
  const remembered = new Map<string, Wave>();
  return async (id) => {
    const now = await model.findById(id, { revision: 1 }).lean<{ revision: number }>();
    const known = remembered.get(id);
    if (now !== null && known?.revision === now.revision) return known;
    remembered.delete(id);
    const found = now === null ? null : await model.findById(id).lean<WaveDocument>();
    if (found === null) return null;
    const wave = toWave(found);
    remembered.set(id, wave);
    const [oldest] = remembered.keys();
    if (remembered.size > rememberedWaves && oldest !== undefined) remembered.delete(oldest);
    return wave;
  };
}

export function createWavesStore(connection: Connection): WavesStore {
  const model: mongoose.Model<WaveDocument> = connection.model<WaveDocument>('Wave', schema);
  const change = (at: WaveAt, state: WaveState, fields: object) =>
    model
      .findOneAndUpdate(
        { _id: at.id, state, revision: at.revision },
        { $set: fields, $inc: { revision: 1 } },
        { returnDocument: 'after' },
      )
      .lean<WaveDocument>();
  return {
    async insertDraft({ id, ...draft }) {
      await model.create({ _id: id, ...draft });
    },
    find: rememberByRevision(model),
    async list() {
      const found = await model.find().sort({ createdAt: -1, _id: -1 }).lean<WaveDocument[]>();
      return found.map(toWave);
    },
    async listOpen() {
      const found = await model.find({ state: 'open' }).lean<WaveDocument[]>();
      return found.flatMap((wave) => started(wave) ?? []);
    },
    async changeDraft(at, fields) {
      const changed = await change(at, 'draft', fields);
      return changed === null ? null : toWave(changed);
    },
    async setTargets({ id, revision }, targets) {
      const changed = await model
        .findOneAndUpdate(
          { _id: id, revision },
          { $set: { targets }, $inc: { revision: 1 } },
          { returnDocument: 'after' },
        )
        .lean<WaveDocument>();
      return changed === null ? null : toWave(changed);
    },
    async open(at, opening, openedAt) {
      return started(await change(at, 'draft', { ...opening, openedAt, state: 'open' }));
    },
    async close(at, closedAt) {
      return started(await change(at, 'open', { closedAt, state: 'closed' }));
    },
    async deleteDraft(id) {
      const { deletedCount } = await model.deleteOne({ _id: id, state: 'draft' });
      return deletedCount === 1;
    },
  };
}
