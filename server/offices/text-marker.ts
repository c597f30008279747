import { formulaStart } from '../../reports/documents/csv-document.ts';

const isMarked = (cell: string) => cell.startsWith("'") && formulaStart.test(cell.replace(/^'+/, ''));

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
export function withoutMarker(cell: string): string {
  return isMarked(cell) ? cell.slice(1) : cell;
}

/** An apostrophe that is part of the text and must not be read as the mark is written twice. */
export function keptApostrophe(text: string): string {
  return isMarked(text) ? `'${text}` : text;
}
