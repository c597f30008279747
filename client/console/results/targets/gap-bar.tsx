import { t } from '../../../i18n/i18n.ts';
import { points } from '../../numbers.ts';

const width = 200;

function xOf(value: number): number {
  return (value / 100) * width;
}

/** Where the city is as a bar, its target as a diamond, and the way between them as a line. */
export function GapBar({ actual, target }: { actual: number | null; target: number | null }) {
  return (
    <svg
      class="dimension-bar"
      viewBox={`-8 0 ${width + 16} 24`}
      role="img"
      aria-label={words(actual, target)}
    >
      <rect class="dimension-bar__track" x="0" y="9" width={width} height="6" rx="3" />
      {actual === null ? null : (
        <rect class="dimension-bar__value" x="0" y="7" width={xOf(actual)} height="10" rx="2" />
      )}
      {actual !== null && target !== null && target > actual ? (
        <line class="dimension-bar__gap" x1={xOf(actual)} x2={xOf(target)} y1="12" y2="12" />
      ) : null}
      {target === null ? null : (
        <path class="dimension-bar__target" d={`M${xOf(target)} 5l7 7l-7 7l-7 -7z`} />
      )}
    </svg>
  );
}

function words(actual: number | null, target: number | null): string {
  const is = actual === null ? t('targets.noActual') : t('targets.isAt', { points: points(actual) });
  const wants = target === null ? t('targets.noSource') : t('targets.wants', { points: points(target) });
  return `${is}, ${wants}`;
}
