import type { CompareResponse, SuccessorRow } from '../../../server/comparison/comparison.wire.ts';

const header = 'from;to;share';

/** The rows as text of a file `from;to;share`. */
export function csvOf(rows: readonly SuccessorRow[]): string {
  return `${[header, ...rows.map(({ from, to, share }) => `${from};${to};${share}`)].join('\r\n')}\r\n`;
}

/** The rows as the file they came from. */
export function successorsCsv(rows: readonly SuccessorRow[]): Blob {
  return new Blob([csvOf(rows)], { type: 'text/csv' });
}

/** A file to start from: what is kept, else a row for every office that went nowhere, its new office still to be named. */
export function successorsTemplate({ successors, onlyFrom, onlyTo }: CompareResponse): string {
  if (successors.length > 0) return csvOf(successors);
  const to = onlyTo[0]?.code ?? '';
  return csvOf(onlyFrom.map(({ code }) => ({ from: code, to, share: 1 })));
}
