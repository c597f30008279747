import type { MailDebt } from '../mail/mail.ts';
import { localDateOf, waveIsOpenAt } from '../waves/deadline.ts';
import type { StartedWave } from '../waves/wave.ts';
import { escalationOf } from './escalation-of.ts';
import { missingAnswers } from './missing-answers.ts';
import { planOf } from './plan-of.ts';
import { dueSteps, type Step } from './plan-reminders.ts';
import { escalationDebt, reminderDebt } from './reminder-debts.ts';
import type { ReminderPlan } from './reminder-plan.ts';
import type { ReminderRun } from './reminder-runs-store.ts';
import type { RemindersDeps } from './reminders-deps.ts';
import { type OfficeSteps, runIdOf, waveSteps } from './wave-steps.ts';

interface Taken {
  readonly wave: StartedWave;
  readonly plan: ReminderPlan;
  readonly group: OfficeSteps;
  readonly step: Step;
  readonly run: ReminderRun;
}

/** The mails of a step that was taken; a function of the run and of who has not submitted. */
async function debtsOf(deps: RemindersDeps, { wave, plan, group, step, run }: Taken): Promise<MailDebt[]> {
  const about = { wave, dueAt: run.begunAt };
  if (step.kind === 'reminder') {
    const missing = (await missingAnswers(deps, wave)).filter(({ officeId }) =>
      group.officeIds.has(officeId),
    );
    const emails = [...new Set(missing.map(({ email }) => email))];
    return emails.map((email) => reminderDebt(about, { email, day: run.day }));
  }
  if (plan.escalationStopped) return [];
  const mails = await escalationOf(deps, { wave, plan }, [step.kind]);
  const ofGroup = mails.filter(({ offices }) =>
    offices.some(({ officeId }) => group.officeIds.has(officeId)),
  );
  return ofGroup.map((mail) => escalationDebt(about, step.id, mail));
}

async function takeStep(deps: RemindersDeps, taken: Omit<Taken, 'run'>, now: Date): Promise<string> {
  const { wave, group, step } = taken;
  const id = runIdOf(wave, group.deadline, step);
  const day = localDateOf(now, deps.timeZone);
  const run = await deps.runs.begin({ id, waveId: wave.id, day, begunAt: now });
  if (run.doneAt === null) {
    await deps.oweMails(await debtsOf(deps, { ...taken, run }));
    await deps.runs.finish(id, now);
  }
  return id;
}

async function remindWave(deps: RemindersDeps, wave: StartedWave, now: Date): Promise<void> {
  const { timeZone } = deps;
  if (!waveIsOpenAt(wave, now, timeZone)) return;
  const plan = await planOf(deps, wave, now);
  for (const group of waveSteps(wave, plan, timeZone)) {
    const due = dueSteps(group.steps, { rules: plan, since: plan.since, now, timeZone });
    for (const step of due) await takeStep(deps, { wave, plan, group, step }, now);
  }
}

/**
 * The job that owes the mails of every step that has become due. A step is written down before its mails are owed, so
 * several instances, or one that was stopped in between, owe the same mails.
 */
export function oweRemindersJob(deps: RemindersDeps) {
  return {
    name: 'oweReminders',
    everySeconds: 30,
    async run(now: Date): Promise<void> {
      for (const wave of await deps.listOpenWaves()) await remindWave(deps, wave, now);
    },
  };
}
