import { longDate as writtenInFull } from '../../reports/dates/written-date.ts';
import { language, t } from './i18n.ts';

const localeOf = { de: 'de-DE', en: 'en-GB' } as const;

const place: { timeZone: string | undefined } = { timeZone: undefined };

/** The zone all moments are told in; without it that of the browser. */
export function keepTimeZone(timeZone: string): void {
  place.timeZone = timeZone;
}

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf[language()], { timeZone: place.timeZone, ...options }).format(date);
}

/** A local date (`2026-10-16`) with weekday, "Freitag, 16. Oktober 2026". */
export function longDate(localDate: string): string {
  return writtenInFull(localDate, language());
}

/** A local date without weekday, "16. Oktober 2026". */
export function plainDate(localDate: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return format(new Date(`${localDate}T12:00:00Z`), options);
}

/** A local date in figures, "16.10.2026"; anything else stays as it was typed. */
export function shortDate(typed: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return typed;
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  return format(new Date(`${typed}T12:00:00Z`), options);
}

export function clockTime(instant: Date): string {
  return format(instant, { hour: '2-digit', minute: '2-digit' });
}

/** A moment as people name it: "heute 10:12", "gestern", "2. Okt." */
export function moment(instant: string, now: Date): string {
  const date = new Date(instant);
  const days = Math.round((Date.parse(localDay(now)) - Date.parse(localDay(date))) / 86_400_000);
  if (days === 0) return t('date.today', { time: clockTime(date) });
  if (days === 1) return t('date.yesterday');
  const year = localDay(date).slice(0, 4) === localDay(now).slice(0, 4) ? {} : { year: 'numeric' as const };
  return format(date, { day: 'numeric', month: 'short', ...year });
}

/** Day and time in full, for receipts and tooltips. */
export function fullMoment(instant: string): string {
  return format(new Date(instant), { dateStyle: 'long', timeStyle: 'short' });
}

/** The local date of a moment, `2026-10-16`. */
export function localDay(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: place.timeZone }).format(instant);
}

/** Texts in the order people of the page's language expect; codes count as numbers. */
export function compareText(a: string, b: string): number {
  return new Intl.Collator(localeOf[language()], { numeric: true }).compare(a, b);
}
