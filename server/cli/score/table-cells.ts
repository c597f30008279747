import { formatPoints } from '../../../reports/numbers/format-number.ts';
import type { Language, Plan } from '../../../surveys/plan/plan.ts';
import type { DimensionScore, Interval, Rank } from '../../../surveys/scoring/score.ts';

interface WithDimensions {
  readonly dimensions: Readonly<Record<string, Pick<DimensionScore, 'interval'>>>;
}

/** "3 (2–6)"; empty without a rank. */
export function rankText(rank: Rank | null, language: Language): string {
  if (rank === null) return '';
  const place = (value: number) => formatPoints(value, language).replace(/[.,]0$/, '');
  return `${place(rank.median)} (${place(rank.p5)}–${place(rank.p95)})`;
}

/** "57,9–64,5". */
export function intervalText([low, high]: Interval, language: Language): string {
  return `${formatPoints(low, language)}–${formatPoints(high, language)}`;
}

export function hasIntervals({ dimensions }: WithDimensions): boolean {
  return Object.values(dimensions).some(({ interval }) => interval !== null);
}

/** Intervals in questionnaire order, empty where there is none. */
export function intervalCells(
  { dimensions }: WithDimensions,
  { maturity }: Plan,
  language: Language,
): readonly string[] {
  return maturity.dimensions.map(({ id }) => {
    const interval = dimensions[id]?.interval ?? null;
    return interval === null ? '' : intervalText(interval, language);
  });
}
