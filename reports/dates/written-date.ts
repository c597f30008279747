import type { Language } from '../../surveys/plan/plan.ts';

const locales = { de: 'de-DE', en: 'en-GB' } as const;

const short = {
  de: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
} as const;
const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

function written(localDate: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  return format.format(new Date(`${localDate}T00:00:00Z`));
}

/**
 * A local date, `2026-10-16`, as "16.10.2026" or "16 Oct 2026".
 *
 * @see Unicode CLDR, locales de-DE and en-GB
 */
export function shortDate(localDate: string, language: Language): string {
  return written(localDate, language, short[language]);
}

/** The same in full with its weekday, "Freitag, 16. Oktober 2026". @see Unicode CLDR, locales de-DE and en-GB */
export function longDate(localDate: string, language: Language): string {
  return written(localDate, language, long);
}
