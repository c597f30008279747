import type { StartedWave } from '../waves/wave.ts';
import { defaultPlan, type ReminderPlan } from './reminder-plan.ts';
import type { RemindersDeps } from './reminders-deps.ts';

/** The plan of a wave as it is stored, else the usual one with nothing due before `since`. */
export async function storedPlan(
  { plans, holidays }: Pick<RemindersDeps, 'plans' | 'holidays'>,
  waveId: string,
  since: Date,
): Promise<ReminderPlan> {
  return (await plans.find(waveId)) ?? defaultPlan(waveId, holidays, since);
}

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
