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
  const inCircle = circling(rows);
  return rows.flatMap((row) => {
    const { from, to, share } = row;
    const key = JSON.stringify([from, to]);
    const isSecond = seen.has(key);
    seen.add(key);
    return [
      ...(older.has(from) ? [] : [rowError(row.row, 'from', notAsked('from', from), known.from)]),
      ...(newer.has(to) ? [] : [rowError(row.row, 'to', notAsked('to', to), known.to)]),
      ...(share !== null && share > 0 && share <= 1 ? [] : [rowError(row.row, 'share', noShare(row))]),
      ...(isSecond ? [rowError(row.row, 'to', twice(row))] : []),
      ...(inCircle(row) ? [rowError(row.row, 'to', circle(row))] : []),
      ...wrongSum(row, rows),
    ];
  });
}

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

/** Shares of one office sum to 1; said once, at its first row. */
function wrongSum({ row, from }: FileRow, rows: readonly FileRow[]): readonly RefusalError[] {
  const own = rows.filter((one) => one.from === from);
  if (own[0]?.row !== row || own.some(({ share }) => share === null)) return [];
  const sum = own.reduce((total, { share }) => total + (share ?? 0), 0);
  return Math.abs(sum - 1) <= tolerance ? [] : [rowError(row, 'share', notOne(from, sum))];
}

/** Whether a row leads back to where it came from over other offices. */
function circling(rows: readonly FileRow[]): (row: FileRow) => boolean {
  const next = new Map<string, string[]>();
  for (const { from, to } of rows) if (from !== to) next.set(from, [...(next.get(from) ?? []), to]);
  return ({ from, to }) => {
    if (from === to) return false;
    const reached = new Set([to]);
    for (const code of reached) for (const further of next.get(code) ?? []) reached.add(further);
    return reached.has(from);
  };
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
  de: `Die Anteile von „${code}“ ergeben zusammen ${Number(sum.toFixed(6))}. Erlaubt ist 1.`,
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
