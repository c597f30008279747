import type { Language } from '../../surveys/plan/plan.ts';
import { roundDecimal } from './round-decimal.ts';

const minus = '\u2212';
const noBreakSpace = '\u00a0';

function localized(decimal: string, language: Language): string {
  const pointed = language === 'de' ? decimal.replace('.', ',') : decimal;
  return pointed.replace('-', minus);
}

function grouped(whole: string, language: Language): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : ',');
}

/**
 * Points as shown: one decimal, comma in German.
 *
 * @param points finite, usually 0–100; a difference may be negative
 */
export function formatPoints(points: number, language: Language): string {
  return localized(roundDecimal(points, 1), language);
}

/**
 * A share as a whole percentage: "60 %" in German (no line break inside), "60%" in English. A share below 1
 * never shows as 100, a share above 0 never as 0.
 *
 * @param share 0–1
 */
export function formatPercent(share: number, language: Language): string {
  const rounded = Number(roundDecimal(share * 100, 0));
  const honest = share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded;
  return language === 'de' ? `${honest}${noBreakSpace}%` : `${honest}%`;
}

/**
 * A count or an amount without decimals, grouped by thousands: "12.500" in German, "12,500" in English.
 *
 * @param count finite number, rounded to a whole one
 */
export function formatCount(count: number, language: Language): string {
  const whole = roundDecimal(count, 0);
  return whole.startsWith('-') ? minus + grouped(whole.slice(1), language) : grouped(whole, language);
}

const small = {
  de: ['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const satisfies Record<Language, readonly string[]>;

/**
 * A count as a word inside a sentence up to ten, in figures above.
 *
 * @param count whole number, 0 or more
 */
export function countWord(count: number, language: Language): string {
  return small[language][count] ?? formatCount(count, language);
}
