import { formatCount, formatPercent, formatPoints } from '../../reports/numbers/format-number.ts';
import { roundDecimal } from '../../reports/numbers/round-decimal.ts';
import { language } from '../i18n/i18n.ts';

/** Points with one decimal in the language of the page. */
export function points(value: number): string {
  return formatPoints(value, language());
}

/** A share 0–1 as a percentage. */
export function percent(share: number): string {
  return formatPercent(share, language());
}

export function whole(value: number): string {
  return formatCount(value, language());
}

/** A coefficient such as r or α with two decimals. */
export function coefficient(value: number): string {
  const text = roundDecimal(value, 2).replace('-', '\u2212');
  return language() === 'de' ? text.replace('.', ',') : text;
}
