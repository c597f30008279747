import { scoreCell } from '../../../reports/numbers/signs.ts';
import type { ShownScore } from '../../../server/scores/scores.wire.ts';
import type { Interval, ScoreStatus } from '../../../surveys/scoring/score.ts';
import { language, t } from '../../i18n/i18n.ts';
import { points } from '../numbers.ts';

/** A dimension of an office as the page gets it, without its single items. */
export type ShownDimension = ShownScore['dimensions'][string];

/** A number with its sign, as it stands in a cell. */
export function cellText(value: number | null, status: ScoreStatus): string {
  return scoreCell({ value, status }, language());
}

/** "60,2–71,4", as a range of doubt beside a number. */
export function intervalText([low, high]: Interval): string {
  return `${points(low)}–${points(high)}`;
}

/** The same for those who hear the page. */
export function intervalWords([low, high]: Interval): string {
  return t('interval.words', { low: points(low), high: points(high) });
}
