import { formatCount, formatPercent, formatPoints } from '../../reports/numbers/format-number.ts';
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
