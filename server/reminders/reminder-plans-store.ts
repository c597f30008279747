import { type Connection, Schema } from 'mongoose';
import { wasAdded } from '../store/duplicate-key.ts';
import { schemaOptions } from '../store/schema-options.ts';
import type { ReminderPlan } from './reminder-plan.ts';

export interface ReminderPlansStore {
  find(waveId: string): Promise<ReminderPlan | null>;
  /** Writes the plan as the successor of the revision before its own; false: somebody was faster. */
  write(plan: ReminderPlan): Promise<boolean>;
}

type PlanDocument = Omit<ReminderPlan, 'waveId'> & { readonly _id: string };

const number = { type: Number, required: true } as const;
const nullableNumber = { type: Number, default: null } as const;

const schema = new Schema(
  {
    _id: { type: String, required: true },
    daysAfterOpening: [Number],
    daysBeforeDeadline: [Number],
    weekdays: [Number],
    fromHour: number,
    toHour: number,
    holidays: { type: String, required: true },
    leadDaysBefore: nullableNumber,
    divisionDaysBefore: nullableNumber,
    since: { type: Date, required: true },
    escalationStopped: { type: Boolean, required: true },
    sparedOfficeIds: [String],
    revision: number,
  },
  { ...schemaOptions, collection: 'reminder_plans' },
);

export function createReminderPlansStore(connection: Connection): ReminderPlansStore {
  const model = connection.model<PlanDocument>('ReminderPlan', schema);
  return {
    async find(waveId) {
      const found = await model.findById(waveId).lean<PlanDocument>();
      if (found === null) return null;
      const { _id, ...plan } = found;
      return { ...plan, waveId: _id };
    },
    async write({ waveId: _id, ...plan }) {
      if (plan.revision > 1) {
        const { matchedCount } = await model.updateOne({ _id, revision: plan.revision - 1 }, { $set: plan });
        return matchedCount === 1;
      }
      return wasAdded(model.create({ _id, ...plan }));
    },
  };
}
