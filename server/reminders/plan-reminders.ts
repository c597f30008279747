import type { Text } from '../../surveys/plan/plan.ts';
import { deadlineEnd, localDateOf } from '../waves/deadline.ts';
import { holidayOn } from './holidays.ts';
import { dateAfter, instantAt, localHourOf, weekdayOf } from './local-time.ts';
import type { ReminderRules } from './reminder-plan.ts';

export type StepKind = 'reminder' | 'lead' | 'division';

/** Why a day sends nothing. */
export type DayOff = { readonly kind: 'weekday' } | { readonly kind: 'holiday'; readonly name: Text };

/** One day on which a wave writes. */
export interface Step {
  /** Follows from rule and wanted day, so a new deadline makes new steps. */
  readonly id: string;
  readonly kind: StepKind;
  readonly rule: { readonly from: 'opening' | 'deadline'; readonly days: number };
  readonly wantedOn: string;
  /** Local date; differs from the wanted one when that sends nothing. */
  readonly sentOn: string;
  readonly dueAt: Date;
  /** Why it was moved; null: it was not. */
  readonly moved: DayOff | null;
}

export interface PlannedWave {
  /** Local dates. */
  readonly openedOn: string;
  readonly deadline: string;
  readonly rules: ReminderRules;
  readonly timeZone: string;
}

/** Why a local date sends nothing; null when it does. */
export function dayOff({ weekdays, holidays }: ReminderRules, localDate: string): DayOff | null {
  const name = holidayOn(holidays, localDate);
  if (name !== null) return { kind: 'holiday', name };
  return weekdays.includes(weekdayOf(localDate)) ? null : { kind: 'weekday' };
}

/** Whether mails may leave now. */
export function maySendAt(rules: ReminderRules, now: Date, timeZone: string): boolean {
  const hour = localHourOf(now, timeZone);
  if (hour < rules.fromHour || hour >= rules.toHour) return false;
  return dayOff(rules, localDateOf(now, timeZone)) === null;
}

const searchedDays = 40;

function nearestDay(rules: ReminderRules, from: string, direction: 1 | -1): string | null {
  for (let days = 0; days <= searchedDays; days += 1) {
    const date = dateAfter(from, days * direction);
    if (dayOff(rules, date) === null) return date;
  }
  return null;
}

/** The wanted day, else the next that sends; the one before when that would be after the deadline. */
function sendingDay({ rules, deadline, openedOn }: PlannedWave, wantedOn: string): string | null {
  const later = nearestDay(rules, wantedOn, 1);
  if (later !== null && later <= deadline) return later;
  const earlier = nearestDay(rules, wantedOn, -1);
  return earlier !== null && earlier > openedOn ? earlier : null;
}

type Rule = Pick<Step, 'kind' | 'rule'>;

function rulesOf(rules: ReminderRules): Rule[] {
  const before = (kind: StepKind, days: number): Rule => ({ kind, rule: { from: 'deadline', days } });
  return [
    ...rules.daysAfterOpening.map((days): Rule => ({ kind: 'reminder', rule: { from: 'opening', days } })),
    ...rules.daysBeforeDeadline.map((days) => before('reminder', days)),
    ...(rules.leadDaysBefore === null ? [] : [before('lead', rules.leadDaysBefore)]),
    ...(rules.divisionDaysBefore === null ? [] : [before('division', rules.divisionDaysBefore)]),
  ];
}

function stepOf(wave: PlannedWave, { kind, rule }: Rule): Step[] {
  const { openedOn, deadline, rules, timeZone } = wave;
  const wantedOn = rule.from === 'opening' ? dateAfter(openedOn, rule.days) : dateAfter(deadline, -rule.days);
  if (wantedOn <= openedOn || wantedOn > deadline) return [];
  const sentOn = sendingDay(wave, wantedOn);
  if (sentOn === null) return [];
  const dueAt = instantAt(sentOn, rules.fromHour, timeZone);
  const id = `${kind}-${rule.from}-${rule.days}-${wantedOn}`;
  return [{ id, kind, rule, wantedOn, sentOn, dueAt, moved: dayOff(rules, wantedOn) }];
}

/** Two of one kind on one day are one. */
function oneADay(steps: readonly Step[]): Step[] {
  const later = new Map(steps.map((step) => [`${step.kind} ${step.sentOn}`, step]));
  return [...later.values()];
}

/** The days on which a wave writes, in order, each after its opening and not after its deadline. Pure. */
export function planReminders(wave: PlannedWave): readonly Step[] {
  const end = deadlineEnd(wave.deadline, wave.timeZone);
  const steps = rulesOf(wave.rules)
    .flatMap((rule) => stepOf(wave, rule))
    .filter(({ dueAt }) => dueAt < end)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.id.localeCompare(b.id, 'en'));
  return oneADay(steps);
}

/**
 * The step of each kind to take now: of several that became due since, the last. None out of hours, so what a stopped
 * server missed waits for the next hour that sends. Pure.
 */
export function dueSteps(
  steps: readonly Step[],
  { rules, since, now, timeZone }: { rules: ReminderRules; since: Date; now: Date; timeZone: string },
): readonly Step[] {
  if (!maySendAt(rules, now, timeZone)) return [];
  const due = steps.filter(({ dueAt }) => dueAt > since && dueAt <= now);
  return [...new Map(due.map((step) => [step.kind, step])).values()];
}
