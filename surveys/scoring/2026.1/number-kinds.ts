import type { OfficeScore } from '../score.ts';

/**
 * Which numbers an office has, as a text of 0 and 1: index, fields, and for every dimension score and coverage. Offices of
 * the same kind add to the same sums with the same weights.
 *
 * @see secrecyOf
 */
export function kindOf({ index, fields, dimensions }: OfficeScore): string {
  const numbers = [
    index,
    ...Object.values(fields),
    ...Object.values(dimensions).flatMap(({ score, coverage }) => [score, coverage]),
  ];
  return numbers.map((value) => (value === null ? '0' : '1')).join('');
}

/** In how many numbers two kinds differ. */
export function differences(one: string, other: string): number {
  let count = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) count += 1;
  return count;
}
