import { unknownWave } from '../waves/wave-refusals.ts';
import { storedPlan } from './plan-of.ts';
import { describeEscalation } from './read-escalation.ts';
import type { ReminderPlan } from './reminder-plan.ts';
import { planIsStale, waveIsOver } from './reminder-refusals.ts';
import type { EscalationResponse } from './reminders.wire.ts';
import type { RemindersDeps } from './reminders-deps.ts';

export interface StopCommand {
  readonly waveId: string;
  /** Null: for the whole wave. */
  readonly officeId: string | null;
  readonly stopped: boolean;
}

function stoppedIn(plan: ReminderPlan, { officeId, stopped }: StopCommand): ReminderPlan {
  if (officeId === null) return { ...plan, escalationStopped: stopped };
  const others = plan.sparedOfficeIds.filter((id) => id !== officeId);
  return { ...plan, sparedOfficeIds: stopped ? [...others, officeId] : others };
}

/** Spares an office or a whole wave, or takes that back; mails that are owed already are not sent any more. */
export async function stopEscalation(deps: RemindersDeps, command: StopCommand): Promise<EscalationResponse> {
  const wave = await deps.findWave(command.waveId);
  if (wave === null) throw unknownWave();
  if (wave.state !== 'open') throw waveIsOver();
  const isAsked = wave.offices.some(({ officeId }) => officeId === command.officeId);
  if (command.officeId !== null && !isAsked) throw unknownWave();
  const before = await storedPlan(deps, wave.id, deps.now());
  const after = { ...stoppedIn(before, command), revision: before.revision + 1 };
  if (!(await deps.plans.write(after))) throw planIsStale();
  return describeEscalation(deps, wave, after);
}
