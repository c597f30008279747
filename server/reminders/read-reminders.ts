import { localDateOf } from '../waves/deadline.ts';
import type { StartedWave, Wave } from '../waves/wave.ts';
import { unknownWave } from '../waves/wave-refusals.ts';
import { escalationOf } from './escalation-of.ts';
import { missingAnswers } from './missing-answers.ts';
import { storedPlan } from './plan-of.ts';
import { planReminders, type Step } from './plan-reminders.ts';
import type { ReminderPlan } from './reminder-plan.ts';
import type { ReminderStep, RemindersResponse } from './reminders.wire.ts';
import type { RemindersDeps } from './reminders-deps.ts';
import { runIdOf, waveSteps } from './wave-steps.ts';

interface Planned {
  readonly step: Step;
  readonly deadline: string;
  readonly recipients: number;
}

async function ofDraft(deps: RemindersDeps, wave: Wave, plan: ReminderPlan): Promise<readonly Planned[]> {
  const asked = wave.state === 'draft' ? wave.officeIds : [];
  const { timeZone } = deps;
  const openedOn = localDateOf(deps.now(), timeZone);
  const { deadline } = wave;
  const offices = (await deps.listOffices()).filter(({ id }) => asked.includes(id));
  const emails = new Set(offices.flatMap(({ contacts }) => contacts.map(({ email }) => email)));
  const steps = planReminders({ openedOn, deadline, rules: plan, timeZone });
  return steps.map((step) => ({ step, deadline, recipients: step.kind === 'reminder' ? emails.size : 0 }));
}

async function ofStarted(
  deps: RemindersDeps,
  wave: StartedWave,
  plan: ReminderPlan,
): Promise<readonly Planned[]> {
  const missing = await missingAnswers(deps, wave);
  const heard = await escalationOf(deps, { wave, plan }, ['lead', 'division']);
  return waveSteps(wave, plan, deps.timeZone).flatMap(({ deadline, officeIds, steps }) => {
    const emails = new Set(missing.filter((one) => officeIds.has(one.officeId)).map(({ email }) => email));
    const leads = heard.filter(({ offices }) => offices.some(({ officeId }) => officeIds.has(officeId)));
    return steps.map((step) => ({
      step,
      deadline,
      recipients:
        step.kind === 'reminder' ? emails.size : leads.filter(({ kind }) => kind === step.kind).length,
    }));
  });
}

/** `next` is the first that is still to come. */
async function statesOf(deps: RemindersDeps, wave: Wave, { since }: ReminderPlan, all: readonly Planned[]) {
  const done = new Set((await deps.runs.list(wave.id)).map(({ id }) => id));
  const states = new Map<Planned, ReminderStep['state']>();
  for (const planned of all) {
    const { step, deadline } = planned;
    const isDone = done.has(runIdOf(wave, deadline, step));
    const isOver = wave.state !== 'draft' && (step.dueAt <= since || wave.state !== 'open');
    states.set(planned, isDone ? 'done' : isOver ? 'over' : 'planned');
  }
  const next = all.find((planned) => states.get(planned) === 'planned');
  if (next) states.set(next, 'next');
  return states;
}

function shown({ step, deadline, recipients }: Planned, state: ReminderStep['state']): ReminderStep {
  return { ...step, rule: { ...step.rule }, dueAt: step.dueAt.toISOString(), deadline, recipients, state };
}

/** The rules of a wave with the dates that follow from them. */
export async function describeReminders(
  deps: RemindersDeps,
  wave: Wave,
  plan: ReminderPlan,
): Promise<RemindersResponse> {
  const found = wave.state === 'draft' ? await ofDraft(deps, wave, plan) : await ofStarted(deps, wave, plan);
  const all = [...found].sort((a, b) => a.step.dueAt.getTime() - b.step.dueAt.getTime());
  const states = await statesOf(deps, wave, plan, all);
  const { waveId: _, since: __, escalationStopped: ___, sparedOfficeIds: ____, ...rules } = plan;
  return {
    ...rules,
    daysAfterOpening: [...rules.daysAfterOpening],
    daysBeforeDeadline: [...rules.daysBeforeDeadline],
    weekdays: [...rules.weekdays],
    timeZone: deps.timeZone,
    assumed: wave.state === 'draft',
    escalates: wave.mode === 'official',
    steps: all.map((planned) => shown(planned, states.get(planned) ?? 'planned')),
  };
}

export async function readReminders(deps: RemindersDeps, waveId: string): Promise<RemindersResponse> {
  const wave = await deps.findWave(waveId);
  if (wave === null) throw unknownWave();
  const since = wave.state === 'draft' ? deps.now() : wave.openedAt;
  const plan = await storedPlan(deps, waveId, since);
  return describeReminders(deps, wave, plan);
}
