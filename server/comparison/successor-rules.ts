import type { Text } from '../../surveys/plan/plan.ts';
import { pointerOf } from '../http/parse.ts';
import type { RefusalError } from '../refusal.ts';

/** Codes of the asked offices of both waves. */
export interface KnownCodes {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export type SuccessorColumn = 'from' | 'to' | 'share';

/** A row as it stands in the file. */
export interface FileRow {
  /** As a spreadsheet counts, the header is 1. */
  readonly row: number;
  readonly from: string;
  readonly to: string;
  readonly shareText: string;
  /** Null: not a number. */
  readonly share: number | null;
}

const tolerance = 1e-6;

/** Everything that is wrong with a successor map, by row. @see scoring.md §11 */
export function successorProblems(rows: readonly FileRow[], known: KnownCodes): readonly RefusalError[] {
  const [older, newer] = [new Set(known.from), new Set(known.to)];
  const seen = new Set<string>();
  const circles = circling(rows.filter(({ from, to }) => older.has(from) && newer.has(to)));
  const sums = sumsOf(rows);
  return rows.flatMap((row) => {
    const { from, to, share } = row;
    const key = JSON.stringify([from, to]);
    const isSecond = seen.has(key);
    seen.add(key);
    return [
      ...(older.has(from) ? [] : [rowError(row.row, 'from', notAsked('from', from), shortened(known.from))]),
      ...(newer.has(to) ? [] : [rowError(row.row, 'to', notAsked('to', to), shortened(known.to))]),
      ...(share !== null && share > 0 && share <= 1 ? [] : [rowError(row.row, 'share', noShare(row))]),
      ...(isSecond ? [rowError(row.row, 'to', twice(row))] : []),
      ...(circles.has(row) ? [rowError(row.row, 'to', circle(row))] : []),
      ...wrongSum(row, sums),
    ];
  });
}

/** Nobody reads more of them. */
const shortened = (codes: readonly string[]) => codes.slice(0, 100);

export function rowError(
  row: number,
  column: SuccessorColumn,
  detail: Text,
  allowed?: readonly string[],
): RefusalError {
  return {
    pointer: pointerOf(['rows', row, column]),
    detail: { de: `Zeile ${row}, ${column}: ${detail.de}`, en: `Row ${row}, ${column}: ${detail.en}` },
    ...(allowed ? { allowed } : {}),
  };
}

interface Sum {
  /** Of the first row. */
  readonly row: number;
  /** Null: one of the shares is not a number. */
  readonly sum: number | null;
}

function sumsOf(rows: readonly FileRow[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { from, row, share } of rows) {
    const known = sums.get(from) ?? { row, sum: 0 };
    const sum = known.sum === null || share === null ? null : known.sum + share;
    sums.set(from, { row: known.row, sum });
  }
  return sums;
}

/** Shares of one office sum to 1; said once, at its first row. */
function wrongSum({ row, from }: FileRow, sums: ReadonlyMap<string, Sum>): readonly RefusalError[] {
  const own = sums.get(from);
  if (own === undefined || own.row !== row || own.sum === null) return [];
  return Math.abs(own.sum - 1) <= tolerance ? [] : [rowError(row, 'share', notOne(from, own.sum))];
}

/** Rows that lie on a circle over other offices, or between two: what is left without dead ends at either side. */
function circling(rows: readonly FileRow[]): ReadonlySet<FileRow> {
  const moves = rows.filter(({ from, to }) => from !== to);
  const backward = withoutDeadEnds(moves, { start: ({ to }) => to, end: ({ from }) => from });
  return new Set(withoutDeadEnds(backward, { start: ({ from }) => from, end: ({ to }) => to }));
}

interface Direction {
  readonly start: (row: FileRow) => string;
  readonly end: (row: FileRow) => string;
}

/** Rows whose start another row leads to, step by step; looks at every row once, however long the chains are. */
function withoutDeadEnds(rows: readonly FileRow[], { start, end }: Direction): readonly FileRow[] {
  const leaving = new Map<string, FileRow[]>();
  const leadingTo = new Map<string, number>();
  for (const row of rows) {
    const others = leaving.get(start(row)) ?? [];
    others.push(row);
    leaving.set(start(row), others);
    leadingTo.set(end(row), (leadingTo.get(end(row)) ?? 0) + 1);
  }
  const dead = [...leaving.keys()].filter((office) => !leadingTo.has(office));
  const dropped = new Set<FileRow>();
  for (const office of dead) {
    for (const row of leaving.get(office) ?? []) {
      dropped.add(row);
      const left = (leadingTo.get(end(row)) ?? 0) - 1;
      leadingTo.set(end(row), left);
      if (left === 0) dead.push(end(row));
    }
  }
  return rows.filter((row) => !dropped.has(row));
}

const notAsked = (column: 'from' | 'to', code: string): Text =>
  column === 'from'
    ? {
        de: `Das Amt „${code}“ wurde in der älteren Erhebung nicht gefragt.`,
        en: `The office “${code}” was not asked in the older wave.`,
      }
    : {
        de: `Das Amt „${code}“ wurde in der neueren Erhebung nicht gefragt.`,
        en: `The office “${code}” was not asked in the newer wave.`,
      };
const noShare = ({ shareText }: FileRow): Text => ({
  de: `„${shareText}“ ist kein Anteil. Erlaubt sind Zahlen über 0 bis 1.`,
  en: `“${shareText}” is not a share. Numbers above 0 up to 1 are allowed.`,
});
const notOne = (code: string, sum: number): Text => ({
  de: `Die Anteile von „${code}“ ergeben zusammen ${String(Number(sum.toFixed(6))).replace('.', ',')}. Erlaubt ist 1.`,
  en: `The shares of “${code}” sum to ${Number(sum.toFixed(6))}. Allowed is 1.`,
});
const twice = ({ from, to }: FileRow): Text => ({
  de: `Die Zeile „${from}“ nach „${to}“ steht zweimal da.`,
  en: `The row “${from}” to “${to}” is there twice.`,
});
const circle = ({ from, to }: FileRow): Text => ({
  de: `„${from}“ und „${to}“ gehen im Kreis ineinander über.`,
  en: `“${from}” and “${to}” lead into each other in a circle.`,
});
