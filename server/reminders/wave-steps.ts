import { deadlineInForce } from '../mail/owed/deadline-in-force.ts';
import { localDateOf } from '../waves/deadline.ts';
import type { StartedWave } from '../waves/wave.ts';
import { planReminders, type Step } from './plan-reminders.ts';
import type { ReminderRules } from './reminder-plan.ts';

/** The steps of the offices that share a deadline. */
export interface OfficeSteps {
  readonly deadline: string;
  readonly officeIds: ReadonlySet<string>;
  readonly steps: readonly Step[];
}

/** What a step of the offices with this deadline is written down as when it is taken. */
export function runIdOf({ id }: Pick<StartedWave, 'id'>, deadline: string, step: Step): string {
  return `${id}:${deadline}:${step.id}`;
}

/** The steps of an open wave, by the deadlines in force in it. Pure. */
export function waveSteps(wave: StartedWave, rules: ReminderRules, timeZone: string): readonly OfficeSteps[] {
  const groups = new Map<string, Set<string>>();
  for (const { officeId } of wave.offices) {
    const deadline = deadlineInForce(wave, officeId);
    groups.set(deadline, (groups.get(deadline) ?? new Set()).add(officeId));
  }
  const openedOn = localDateOf(wave.openedAt, timeZone);
  return [...groups].map(([deadline, officeIds]) => ({
    deadline,
    officeIds,
    steps: planReminders({ openedOn, deadline, rules, timeZone }),
  }));
}
