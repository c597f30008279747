import type { StartedWave } from '../waves/wave.ts';
import { defaultPlan, type ReminderPlan } from './reminder-plan.ts';
import type { RemindersDeps } from './reminders-deps.ts';

/** The plan of an open wave; one that has none gets the usual one, and what would have been due before is over. */
export async function planOf(
  { plans, holidays }: Pick<RemindersDeps, 'plans' | 'holidays'>,
  { id }: StartedWave,
  now: Date,
): Promise<ReminderPlan> {
  const known = await plans.find(id);
  if (known !== null) return known;
  const made = { ...defaultPlan(id, holidays, now), revision: 1 };
  return (await plans.write(made)) ? made : ((await plans.find(id)) ?? made);
}
