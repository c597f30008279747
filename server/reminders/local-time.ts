import { deadlineEnd } from '../waves/deadline.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const utcMidnight = (localDate: string): number => Date.parse(`${localDate}T00:00:00Z`);

/** The local date so many calendar days later; earlier when negative. */
export function dateAfter(localDate: string, days: number): string {
  return new Date(utcMidnight(localDate) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(localDate: string): number {
  return ((new Date(utcMidnight(localDate)).getUTCDay() + 6) % 7) + 1;
}

const hours = new Map<string, Intl.DateTimeFormat>();

/** The full hour, 0 to 23, that the clocks of the time zone show. */
export function localHourOf(instant: Date, timeZone: string): number {
  const known = hours.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('en-US', { hour: '2-digit', hourCycle: 'h23', timeZone });
  hours.set(timeZone, format);
  return Number(format.formatToParts(instant).find(({ type }) => type === 'hour')?.value ?? 0);
}

/** When a local date begins. */
export function dayStart(localDate: string, timeZone: string): Date {
  return deadlineEnd(dateAfter(localDate, -1), timeZone);
}

/** The first instant at which the clocks show the hour or, when it is skipped that night, a later one. */
export function instantAt(localDate: string, hour: number, timeZone: string): Date {
  const start = dayStart(localDate, timeZone).getTime();
  const tried = [hour - 2, hour - 1, hour, hour + 1, hour + 2].filter((after) => after >= 0);
  const found = tried.find((after) => localHourOf(new Date(start + after * hourMs), timeZone) >= hour);
  return new Date(start + (found ?? hour) * hourMs);
}
