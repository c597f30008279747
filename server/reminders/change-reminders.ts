import { unknownWave } from '../waves/wave-refusals.ts';
import { storedPlan } from './plan-of.ts';
import { describeReminders } from './read-reminders.ts';
import { planIsStale, waveIsOver } from './reminder-refusals.ts';
import type { ChangeRemindersRequest, RemindersResponse } from './reminders.wire.ts';
import type { RemindersDeps } from './reminders-deps.ts';

/** Changes when a wave reminds; what was due by then is over. */
export async function changeReminders(
  deps: RemindersDeps,
  waveId: string,
  { revision, ...rules }: ChangeRemindersRequest,
): Promise<RemindersResponse> {
  const wave = await deps.findWave(waveId);
  if (wave === null) throw unknownWave();
  if (wave.state !== 'draft' && wave.state !== 'open') throw waveIsOver();
  const since = deps.now();
  const before = await storedPlan(deps, waveId, since);
  const after = { ...before, ...rules, since, revision: revision + 1 };
  if (before.revision !== revision || !(await deps.plans.write(after))) throw planIsStale();
  return describeReminders(deps, wave, after);
}
