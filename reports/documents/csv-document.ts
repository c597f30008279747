import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../surveys/plan/plan.ts';

/** A text, a number (stays one, also when negative) or null for an empty cell. */
export type Cell = string | number | null;

/** What a spreadsheet would take for a formula at the start of a text (threats.md T41), full-width forms too. */
export const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

function safeText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

function written(cell: Cell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safeText(cell);
  return language === 'de' ? String(cell).replace('.', ',') : String(cell);
}

/**
 * A table as CSV that spreadsheets open as a table: `;`, UTF-8 with byte order mark, CRLF, decimal comma in
 * German. A text that looks like a formula gets a leading apostrophe.
 *
 * @param table header and rows; null is an empty cell, never 0
 * @see formats.md; threats.md T41
 */
export function csvDocument(
  table: { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] },
  language: Language,
): string {
  const lines = [table.header, ...table.rows].map((row) => row.map((cell) => written(cell, language)));
  return stringify(lines, { delimiter: ';', bom: true, record_delimiter: '\r\n' });
}
