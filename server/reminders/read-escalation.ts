import type { StartedWave } from '../waves/wave.ts';
import { unknownWave } from '../waves/wave-refusals.ts';
import { escalationOf } from './escalation-of.ts';
import { missingAnswers } from './missing-answers.ts';
import { storedPlan } from './plan-of.ts';
import type { ReminderPlan } from './reminder-plan.ts';
import type { EscalationResponse } from './reminders.wire.ts';
import type { RemindersDeps } from './reminders-deps.ts';

const named = ({ officeId, code, name }: { officeId: string; code: string; name: string }) => ({
  officeId,
  code,
  name,
});

export async function describeEscalation(
  deps: RemindersDeps,
  wave: StartedWave,
  plan: ReminderPlan,
): Promise<EscalationResponse> {
  const open = new Set((await missingAnswers(deps, wave)).map(({ officeId }) => officeId));
  const missing = wave.mode === 'official' ? wave.offices.filter(({ officeId }) => open.has(officeId)) : [];
  const mails = await escalationOf(deps, { wave, plan }, ['lead', 'division']);
  return {
    stopped: plan.escalationStopped,
    missing: missing.map((office) => ({
      ...named(office),
      spared: plan.sparedOfficeIds.includes(office.officeId),
    })),
    mails: mails.map((mail) => ({ ...mail, offices: mail.offices.map(named) })),
  };
}

/** Whose leads would hear of missing answers as things stand now. */
export async function readEscalation(deps: RemindersDeps, waveId: string): Promise<EscalationResponse> {
  const wave = await deps.findWave(waveId);
  if (wave === null) throw unknownWave();
  if (wave.state === 'draft') return { stopped: false, missing: [], mails: [] };
  const plan = await storedPlan(deps, waveId, wave.openedAt);
  return describeEscalation(deps, wave, plan);
}
