import type { Change } from '../../../reports/comparison/comparison.ts';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';

export type ComparedOffice = CompareResponse['offices'][number];
export type ComparedDivision = CompareResponse['divisions'][number];

/** `index` or the id of a dimension. */
export type ComparedNumber = string;

export function changeIn(
  { index, dimensions }: Pick<ComparedDivision['change'], 'index' | 'dimensions'>,
  number: ComparedNumber,
): Change | undefined {
  return number === 'index' ? index : dimensions[number];
}

export const calledOffice = ({ code, name }: { readonly code: string; readonly name: string }) =>
  `${code} ${name}`;

/** What the two waves are called in columns: their years where these differ, else their titles. */
export function waveLabels({ from, to }: CompareResponse): { readonly from: string; readonly to: string } {
  const [older, newer] = [from.deadline.slice(0, 4), to.deadline.slice(0, 4)];
  return older === newer ? { from: from.title, to: to.title } : { from: older, to: newer };
}
