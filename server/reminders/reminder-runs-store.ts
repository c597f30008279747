import { type Connection, Schema } from 'mongoose';
import { ignoreDuplicates } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';

/** A step that was taken, once, whoever took it. */
export interface ReminderRun {
  /** Wave and step. */
  readonly id: string;
  readonly waveId: string;
  /** Local date on which it began. */
  readonly day: string;
  readonly begunAt: Date;
  /** Null until all its mails are owed. */
  readonly doneAt: Date | null;
}

export interface ReminderRunsStore {
  /** The run as whoever was first began it. */
  begin(run: Omit<ReminderRun, 'doneAt'>): Promise<ReminderRun>;
  finish(id: string, doneAt: Date): Promise<void>;
  list(waveId: string): Promise<readonly ReminderRun[]>;
}

type RunDocument = Omit<ReminderRun, 'id'> & { readonly _id: string };

const text = { type: String, required: true } as const;

const schema = new Schema(
  {
    _id: text,
    waveId: text,
    day: text,
    begunAt: { type: Date, required: true },
    doneAt: { type: Date, default: null },
  },
  { ...schemaOptions, collection: 'reminder_runs' },
);
schema.index({ waveId: 1 });

const toRun = ({ _id, ...run }: RunDocument): ReminderRun => ({ ...run, id: _id });

export function createReminderRunsStore(connection: Connection): ReminderRunsStore {
  const model = connection.model<RunDocument>('ReminderRun', schema);
  return {
    async begin({ id: _id, ...run }) {
      const known = await model.findById(_id).lean<RunDocument>();
      if (known !== null) return toRun(known);
      await model.create({ _id, ...run, doneAt: null }).catch(ignoreDuplicates);
      const begun = await model.findById(_id).lean<RunDocument>();
      return begun === null ? { ...run, id: _id, doneAt: null } : toRun(begun);
    },
    async finish(id, doneAt) {
      await model.updateOne({ _id: id, doneAt: null }, { $set: { doneAt } });
    },
    async list(waveId) {
      return (await model.find({ waveId }).lean<RunDocument[]>()).map(toRun);
    },
  };
}
