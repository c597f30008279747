import type { Language } from '../../surveys/plan/plan.ts';

const months = {
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const satisfies Record<Language, readonly string[]>;

/**
 * A calendar date in words: "16. Oktober 2026", "16 October 2026".
 *
 * @param localDate `2026-10-16`; anything else is returned as it is
 */
export function formatDate(localDate: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(localDate) ?? [];
  const name = months[language][Number(month) - 1];
  if (name === undefined) return localDate;
  return language === 'de' ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
