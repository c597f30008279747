import type { Wave } from '../waves/wave.ts';
import type { EscalationMail } from './escalation-mails.ts';
import { escalationOf } from './escalation-of.ts';
import type { RemindersDeps } from './reminders-deps.ts';

export interface EscalationNowDeps
  extends Pick<RemindersDeps, 'plans' | 'listInvitations' | 'responseStates' | 'listOffices'> {
  findWave(id: string): Promise<Wave | null>;
}

/** Who hears of missing answers in a wave at this moment; nobody once it is over or that was stopped. */
export async function escalationNow(
  deps: EscalationNowDeps,
  waveId: string,
): Promise<readonly EscalationMail[]> {
  const [wave, plan] = await Promise.all([deps.findWave(waveId), deps.plans.find(waveId)]);
  if (wave === null || wave.state !== 'open' || plan === null || plan.escalationStopped) return [];
  return escalationOf(deps, { wave, plan }, ['lead', 'division']);
}
