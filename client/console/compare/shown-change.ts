import { formatChange } from '../../../reports/numbers/format-change.ts';
import { language } from '../../i18n/i18n.ts';
import { points } from '../numbers.ts';

/** A signed change; a dash where the two waves are not comparable. */
export function change(value: number | null): string {
  return value === null ? '–' : formatChange(value, language());
}

/** A number of one wave; the sign says that it has none. */
export function valueOrSign(value: number | null, noValue: '/' | '·'): string {
  return value === null ? noValue : points(value);
}
