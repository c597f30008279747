import type { Language } from '../../surveys/plan/plan.ts';

const locale: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

export function timeOf(instant: string, language: Language, timeZone: string): string {
  const format = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locale[language], format).format(new Date(instant));
}

export function dateAndTime(instant: string, language: Language, timeZone: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale[language], format).format(new Date(instant));
}

/** A number as one types it in this language, without thousands separators. */
export function numberText(value: number, language: Language): string {
  const format = { useGrouping: false, maximumFractionDigits: 10 };
  return new Intl.NumberFormat(locale[language], format).format(value);
}

/**
 * The number a person meant: "1.500,5" in German, "1,500.5" in English. What is no number comes back as it was typed,
 * so that it can be shown with its problem.
 */
export function parseNumber(typed: string, language: Language): number | string {
  const [group, point] = language === 'de' ? ['.', ','] : [',', '.'];
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/€$/, '');
  const grouped = new RegExp(`^[-−]?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`).test(text);
  const plain = (grouped ? text.replaceAll(group, '') : text).replace(point, '.').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed;
}
