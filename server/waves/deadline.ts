import type { Wave } from './wave.ts';

/** Saves that a page had queued while offline are still taken this long after the deadline's 24:00. */
export const graceMinutes = 15;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

function cached(
  formats: Map<string, Intl.DateTimeFormat>,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  formats.set(timeZone, made);
  return made;
}

function partOf(format: Intl.DateTimeFormat, instant: Date, type: Intl.DateTimeFormatPartTypes): string {
  return format.formatToParts(instant).find((part) => part.type === type)?.value ?? '';
}

/** The calendar date, `2026-10-16`, that the clocks of the time zone show at the instant. */
export function localDateOf(instant: Date, timeZone: string): string {
  const format = cached(dateFormats, timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const part = (type: Intl.DateTimeFormatPartTypes) => partOf(format, instant, type);
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** What the time zone's clocks are ahead of UTC at the instant, in milliseconds. */
function offsetMs(instant: Date, timeZone: string): number {
  const said = partOf(
    cached(offsetFormats, timeZone, { timeZoneName: 'longOffset' }),
    instant,
    'timeZoneName',
  );
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(said);
  if (!match) return 0;
  const [, sign, hours, minutes, seconds] = match;
  const size = Number(hours) * hourMs + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

const utcMidnight = (localDate: string): number => Date.parse(`${localDate}T00:00:00Z`);

/**
 * The instant at which a local date ends (its 24:00) in the time zone. On nights when the clocks change at midnight
 * it is the first instant of the next date.
 */
export function deadlineEnd(deadline: string, timeZone: string): Date {
  const midnight = utcMidnight(deadline) + dayMs;
  const candidates = [midnight - dayMs, midnight + dayMs]
    .map((near) => midnight - offsetMs(new Date(near), timeZone))
    .sort((a, b) => a - b);
  const end = candidates.find((instant) => localDateOf(new Date(instant), timeZone) > deadline);
  return new Date(end ?? Math.max(...candidates));
}

/** From this instant on no answer is taken: the deadline's end plus the grace. */
export function answersEnd(deadline: string, timeZone: string): Date {
  return new Date(deadlineEnd(deadline, timeZone).getTime() + graceMinutes * 60_000);
}

/** Whether answers are taken now. */
export function waveIsOpenAt(wave: Wave, now: Date, timeZone: string): boolean {
  return wave.state === 'open' && now < answersEnd(wave.deadline, timeZone);
}

/** Whole calendar days from today to the deadline in the time zone; 0 on the last day, negative after it. */
export function daysLeft(deadline: string, now: Date, timeZone: string): number {
  return Math.round((utcMidnight(deadline) - utcMidnight(localDateOf(now, timeZone))) / dayMs);
}
