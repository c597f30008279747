import type { CityVerdict } from '../../../reports/comparison/city-verdict.ts';
import { t } from '../../i18n/i18n.ts';
import { points } from '../numbers.ts';

interface DumbbellProps {
  readonly title: string;
  /** Points 0–100; null: no value. */
  readonly from: number | null;
  readonly to: number | null;
  readonly verdict: CityVerdict;
}

const width = 210;
const xOf = (value: number) => (value / 100) * width;

/** From where to where on the scale 0–100: a ring for the earlier wave, a dot for the newer one. */
export function Dumbbell({ title, from, to, verdict }: DumbbellProps) {
  const both = from !== null && to !== null;
  const label = both
    ? t('compare.bar', { title, from: points(from), to: points(to) })
    : t('compare.barNone', { title });
  return (
    <svg
      class={`dumbbell dumbbell--${verdict}`}
      viewBox={`-8 0 ${width + 16} 24`}
      role="img"
      aria-label={label}
    >
      <line class="dumbbell__scale" x1="0" x2={width} y1="12" y2="12" />
      {both ? <line class="dumbbell__way" x1={xOf(from)} x2={xOf(to)} y1="12" y2="12" /> : null}
      {from === null ? null : <circle class="dumbbell__from" cx={xOf(from)} cy="12" r="4.5" />}
      {to === null ? null : <circle class="dumbbell__to" cx={xOf(to)} cy="12" r="5" />}
    </svg>
  );
}
