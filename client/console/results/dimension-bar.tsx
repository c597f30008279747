import type { Interval } from '../../../surveys/scoring/score.ts';
import { t } from '../../i18n/i18n.ts';
import { points } from '../numbers.ts';
import { intervalWords, type ShownDimension } from './shown-score.ts';

const width = 200;

interface Bar {
  readonly score: ShownDimension;
  /** Points 0–100 of the city; null: none. */
  readonly city: number | null;
  /** Points 0–100; null: none. */
  readonly target: number | null;
}

function xOf(value: number): number {
  return (value / 100) * width;
}

/** The office's points as a bar, the city as a stroke, the target as a diamond, and dotted what open answers could still change. */
export function DimensionBar({ score, city, target }: Bar) {
  const open = score.low !== null && score.high !== null && score.high - score.low > 0.05;
  return (
    <svg
      class="dimension-bar"
      viewBox={`-7 0 ${width + 14} 24`}
      role="img"
      aria-label={words({ score, city, target })}
    >
      <rect class="dimension-bar__track" x="0" y="9" width={width} height="6" rx="3" />
      {score.score === null ? null : (
        <rect class="dimension-bar__value" x="0" y="7" width={xOf(score.score)} height="10" rx="2" />
      )}
      {open ? (
        <line
          class="dimension-bar__bounds"
          x1={xOf(score.low ?? 0)}
          x2={xOf(score.high ?? 0)}
          y1="12"
          y2="12"
        />
      ) : null}
      {score.interval === null ? null : <Doubt interval={score.interval} />}
      {target === null ? null : (
        <path class="dimension-bar__target" d={`M${xOf(target)} 6l6 6l-6 6l-6 -6z`} />
      )}
      {city === null ? null : (
        <rect class="dimension-bar__city" x={xOf(city) - 1.25} y="3" width="2.5" height="18" />
      )}
    </svg>
  );
}

/** The 95 % interval of many people's answers, as a bracket below the bar. */
function Doubt({ interval: [low, high] }: { interval: Interval }) {
  const [from, to] = [xOf(low), xOf(high)];
  return <path class="dimension-bar__doubt" d={`M${from} 18v4M${from} 20H${to}M${to} 18v4`} />;
}

function words({ score, city, target }: Bar): string {
  const own = score.score === null ? t('bar.none') : t('bar.own', { points: points(score.score) });
  const mean = city === null ? '' : t('bar.city', { points: points(city) });
  const open = score.low !== null && score.high !== null && score.high > score.low;
  const bounds = open ? t('bar.bounds', { low: points(score.low ?? 0), high: points(score.high ?? 0) }) : '';
  const doubt = score.interval === null ? '' : intervalWords(score.interval);
  const aim = target === null ? '' : t('targets.wants', { points: points(target) });
  return [own, doubt, mean, bounds, aim].filter((part) => part !== '').join(', ');
}
