import type { Text } from '../../surveys/plan/plan.ts';
import { decodeText, detectSeparator, notText, readRecords } from '../offices/csv-text.ts';
import { Refusal, type RefusalError } from '../refusal.ts';
import type { SuccessorRow } from './comparison.wire.ts';
import {
  type FileRow,
  type KnownCodes,
  rowError,
  type SuccessorColumn,
  successorProblems,
} from './successor-rules.ts';

const columnNames: ReadonlyMap<string, SuccessorColumn> = new Map([
  ['from', 'from'],
  ['von', 'from'],
  ['to', 'to'],
  ['nach', 'to'],
  ['share', 'share'],
  ['anteil', 'share'],
]);
const columns: readonly SuccessorColumn[] = ['from', 'to', 'share'];
const columnOf = (name: string) => columnNames.get(name.normalize('NFC').trim().toLowerCase());

/**
 * What became of the offices of the older wave: CSV `from;to;share` (formats.md §1), German headers `von;nach;Anteil`
 * too, shares with point or comma. All or nothing.
 *
 * @throws Refusal naming row, column, what was found and what is allowed
 */
export function readSuccessors(bytes: Uint8Array, known: KnownCodes): readonly SuccessorRow[] {
  const text = decodeText(bytes);
  const separator = detectSeparator(text, (name) => columnOf(name) !== undefined);
  const { records, problems } = readRecords(text, separator);
  const unreadable = [notText(bytes) ?? [], ...problems].flat();
  if (unreadable.length > 0)
    throw refused(unreadable.map(({ row, detail }) => rowError(row, 'from', detail)));
  const rows = readRows(records);
  const errors = successorProblems(rows, known);
  if (errors.length > 0) throw refused(errors);
  return rows.map(({ from, to, share }) => ({ from, to, share: share ?? 0 }));
}

function readRows(records: readonly (readonly string[])[]): readonly FileRow[] {
  const header = (records[0] ?? []).map(columnOf);
  const places = columns.map((column) => header.indexOf(column));
  const [from = -1, to = -1, share = -1] = places;
  const wrong = columns.flatMap((column, index) => (places[index] === -1 ? [missingColumn(column)] : []));
  if (wrong.length > 0) throw refused(wrong);
  const rows = records.flatMap((cells, index): FileRow[] => {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return [];
    const cell = (place: number) => (cells[place] ?? '').normalize('NFC').trim();
    const shareText = cell(share);
    return [{ row: index + 1, from: cell(from), to: cell(to), shareText, share: numberOf(shareText) }];
  });
  if (rows.length === 0) throw refused([rowError(2, 'from', noRows)]);
  return rows;
}

function numberOf(cell: string): number | null {
  return /^\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : null;
}

const noRows: Text = {
  de: 'Die Datei hat keine Zeile unter der Kopfzeile.',
  en: 'The file has no row below the header.',
};

function missingColumn(column: SuccessorColumn): RefusalError {
  const detail = {
    de: `Die Spalte „${column}“ fehlt. Die erste Zeile heißt from;to;share.`,
    en: `The column “${column}” is missing. The first row reads from;to;share.`,
  };
  return rowError(1, column, detail, columns);
}

function refused(errors: readonly RefusalError[]): Refusal {
  const detail = {
    de: 'Nichts wurde übernommen: Die Nachfolgetabelle hat Fehler.',
    en: 'Nothing was taken over: the successor file has errors.',
  };
  return new Refusal('import-refused', detail, { errors: errors.slice(0, 1_000) });
}
