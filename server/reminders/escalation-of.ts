import type { StartedWave } from '../waves/wave.ts';
import { type EscalationKind, type EscalationMail, escalationMails } from './escalation-mails.ts';
import { missingAnswers } from './missing-answers.ts';
import type { ReminderPlan } from './reminder-plan.ts';
import type { RemindersDeps } from './reminders-deps.ts';

type Deps = Pick<RemindersDeps, 'listInvitations' | 'responseStates' | 'listOffices'>;

/**
 * Who hears of missing answers as things stand now, spared offices left out. Nobody in mode several: there a lead
 * would learn of single people.
 */
export async function escalationOf(
  deps: Deps,
  { wave, plan }: { wave: StartedWave; plan: Pick<ReminderPlan, 'sparedOfficeIds'> },
  kinds: readonly EscalationKind[],
): Promise<readonly EscalationMail[]> {
  if (wave.mode !== 'official') return [];
  const [invitations, offices] = await Promise.all([missingAnswers(deps, wave), deps.listOffices()]);
  const asked = new Map<string, Set<string>>();
  for (const { officeId, email } of invitations) {
    asked.set(officeId, (asked.get(officeId) ?? new Set()).add(email));
  }
  const spared = new Set(plan.sparedOfficeIds);
  const missing = wave.offices.filter(({ officeId }) => asked.has(officeId) && !spared.has(officeId));
  return kinds.flatMap((kind) => escalationMails({ wave, offices, missing, asked }, kind));
}
