import type { Region } from './regions.ts';

/** When a wave reminds; days are calendar days. */
export interface ReminderRules {
  readonly daysAfterOpening: readonly number[];
  readonly daysBeforeDeadline: readonly number[];
  /** 1 Monday to 7 Sunday, at least one. */
  readonly weekdays: readonly number[];
  /** Mails leave from this full hour, local time … */
  readonly fromHour: number;
  /** … and not from this one on. */
  readonly toHour: number;
  /** Whose public holidays are kept free. */
  readonly holidays: Region;
  /** Days before the deadline that the lead of an office hears of missing answers; null: never. */
  readonly leadDaysBefore: number | null;
  /** The same for the lead of its division. */
  readonly divisionDaysBefore: number | null;
}

export interface ReminderPlan extends ReminderRules {
  readonly waveId: string;
  /** Steps that were due before are over. */
  readonly since: Date;
  /** True: nobody's lead hears of missing answers, whatever the rules say. */
  readonly escalationStopped: boolean;
  /** Offices that are spared. */
  readonly sparedOfficeIds: readonly string[];
  /** 0: not stored yet. */
  readonly revision: number;
}

export function defaultRules(holidays: Region): ReminderRules {
  return {
    daysAfterOpening: [7],
    daysBeforeDeadline: [7, 2],
    weekdays: [1, 2, 3, 4, 5],
    fromHour: 8,
    toHour: 17,
    holidays,
    leadDaysBefore: null,
    divisionDaysBefore: null,
  };
}

export function defaultPlan(waveId: string, holidays: Region, since: Date): ReminderPlan {
  return {
    ...defaultRules(holidays),
    waveId,
    since,
    escalationStopped: false,
    sparedOfficeIds: [],
    revision: 0,
  };
}
