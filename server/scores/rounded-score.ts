import { round6, round6OrNull } from '../../surveys/scoring/2026.1/numbers.ts';
import type { Agreement, DimensionScore, Interval, OfficeScore } from '../../surveys/scoring/score.ts';

type Numbers = Readonly<Record<string, number | null>>;

function roundedAll(numbers: Numbers): Numbers {
  return Object.fromEntries(Object.entries(numbers).map(([id, value]) => [id, round6OrNull(value)]));
}

/** A flat record with its numbers at 6 decimals, everything else as it is. */
export function roundedNumbers<Flat extends object>(flat: Flat): Flat {
  const rounded = { ...flat };
  for (const key of Object.keys(rounded)) roundMember(rounded, key);
  return rounded;
}

function roundMember(record: object, key: string): void {
  const value: unknown = Reflect.get(record, key);
  if (typeof value === 'number') Reflect.set(record, key, round6(value));
}

function roundedInterval(interval: Interval | null): Interval | null {
  return interval === null ? null : [round6(interval[0]), round6(interval[1])];
}

function roundedAgreement(agreement: Agreement | null): Agreement | null {
  return agreement === null ? null : roundedNumbers(agreement);
}

function roundedDimension(dimension: DimensionScore): DimensionScore {
  return {
    ...roundedNumbers(dimension),
    items: roundedAll(dimension.items),
    agreement: roundedAgreement(dimension.agreement),
    interval: roundedInterval(dimension.interval),
  };
}

/** A kept score in the form in which numbers leave Pegel: 6 decimals. */
export function roundedScore(score: OfficeScore): OfficeScore {
  const dimensions = Object.entries(score.dimensions);
  return {
    ...roundedNumbers(score),
    fields: roundedAll(score.fields),
    dimensions: Object.fromEntries(dimensions.map(([id, dimension]) => [id, roundedDimension(dimension)])),
  };
}
