import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem } from './offices.wire.ts';

/** Most rows of one file, without the header. */
export const maxRows = 20_000;

const separators = [';', '\t', ','] as const;

const excelSignatures = ['504b0304', 'd0cf11e0'];
const hasMark = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Why a file whose columns cannot be read is no text at all: a workbook, or zero bytes; null for text. */
export function notText(bytes: Uint8Array): ImportProblem | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (excelSignatures.includes(start)) return wholeFile(isExcel);
  return bytes.includes(0) && !hasMark(bytes) ? wholeFile(isBinary) : null;
}

const isExcel = {
  de: 'Das ist eine Excel-Datei. Bitte in Excel als CSV speichern oder die Tabelle einfügen.',
  en: 'This is an Excel file. Please save it as CSV in Excel or paste the table.',
};
const isBinary = {
  de: 'Das ist keine Textdatei. Bitte die Tabelle als CSV speichern oder einfügen.',
  en: 'This is not a text file. Please save the table as CSV or paste it.',
};
const wholeFile = (detail: ImportProblem['detail']): ImportProblem => ({
  row: 1,
  column: '',
  found: '',
  detail,
});

/** Text of a spreadsheet's export: UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** 0x80–0x9f of Windows-1252; TextDecoder of Node 20 reads them as control characters. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** The separator that makes the most known names out of the first line; `;` when in doubt. */
export function detectSeparator(text: string, isKnownName: (name: string) => boolean): string {
  const header = text.slice(0, 10_000).split(/[\r\n]+/, 1)[0] ?? '';
  const hits = (separator: string) => header.split(separator).filter((name) => isKnownName(unquoted(name)));
  const ranked = separators.map((separator) => ({ separator, count: hits(separator).length }));
  return ranked.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1');

/** All records, header first; empty lines are records with one empty cell, so that row numbers stay true. */
export function readRecords(
  text: string,
  separator: string,
): { records: readonly (readonly string[])[]; problems: readonly ImportProblem[] } {
  try {
    const records: string[][] = parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 100_000,
      to: maxRows + 2,
    });
    if (records.length <= maxRows + 1) return { records, problems: [] };
    return { records: [], problems: [tooManyRows()] };
  } catch (error) {
    if (error instanceof CsvError) return { records: [], problems: [unreadable(error)] };
    throw error;
  }
}

function tooManyRows(): ImportProblem {
  return {
    row: maxRows + 2,
    column: '',
    found: '',
    detail: {
      de: `Die Datei hat mehr als ${maxRows} Zeilen. Bitte teilen Sie sie auf.`,
      en: `The file has more than ${maxRows} rows. Please split it.`,
    },
  };
}

function unreadable(error: CsvError): ImportProblem {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  const quote = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return {
    row: line,
    column: '',
    found: '',
    detail: quote
      ? {
          de: 'Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.',
          en: 'A quotation mark is opened but not closed.',
        }
      : { de: 'Diese Zeile ist nicht als CSV lesbar.', en: 'This line cannot be read as CSV.' },
  };
}
