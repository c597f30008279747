import type { ChangeRemindersRequest, RemindersResponse } from '../../../server/reminders/reminders.wire.ts';

/** The rules as they stand in the form: days as typed. */
export interface ReminderValues {
  readonly daysAfterOpening: string;
  readonly daysBeforeDeadline: string;
  readonly weekdays: readonly number[];
  readonly fromHour: number;
  readonly toHour: number;
  readonly holidays: RemindersResponse['holidays'];
  readonly leadDaysBefore: string;
  readonly divisionDaysBefore: string;
}

const typed = (days: number | null) => (days === null ? '' : String(days));

export function valuesOf(reminders: RemindersResponse): ReminderValues {
  const { weekdays, fromHour, toHour, holidays } = reminders;
  return {
    ...{ weekdays, fromHour, toHour, holidays },
    daysAfterOpening: reminders.daysAfterOpening.join(', '),
    daysBeforeDeadline: [...reminders.daysBeforeDeadline].sort((a, b) => b - a).join(', '),
    leadDaysBefore: typed(reminders.leadDaysBefore),
    divisionDaysBefore: typed(reminders.divisionDaysBefore),
  };
}

/** The numbers in a typed list; what is no number is sent as it cannot be meant, so that the server names the field. */
function daysIn(text: string): number[] {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : -1));
}

const dayIn = (text: string): number | null => daysIn(text)[0] ?? null;

export function requestOf(values: ReminderValues, revision: number): ChangeRemindersRequest {
  const { weekdays, fromHour, toHour, holidays } = values;
  return {
    ...{ weekdays: [...weekdays], fromHour, toHour, holidays, revision },
    daysAfterOpening: daysIn(values.daysAfterOpening),
    daysBeforeDeadline: daysIn(values.daysBeforeDeadline),
    leadDaysBefore: dayIn(values.leadDaysBefore),
    divisionDaysBefore: dayIn(values.divisionDaysBefore),
  };
}
