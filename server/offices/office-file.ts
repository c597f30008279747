import { decodeText, detectSeparator, notText, readRecords } from './csv-text.ts';
import {
  type Cell,
  readCode,
  readContactName,
  readEmail,
  readFields,
  readHeadcount,
  readName,
  readRole,
} from './office-cells.ts';
import { type Column, columnNames, columnOf, type Header, readHeader } from './office-columns.ts';
import type { KnownOffices, OfficeFileContact, OfficeFileRow } from './office-file-row.ts';
import { officeFileProblems } from './office-file-rules.ts';
import type { ImportProblem } from './offices.wire.ts';
import { withoutMarker } from './text-marker.ts';

export type { KnownOffices, OfficeFileRow } from './office-file-row.ts';

const maxProblems = 1_000;

/**
 * Reads an office file (formats.md §2). Pure: no I/O, no clock.
 *
 * @returns the rows in file order and every problem found; rows may be used only when there is no problem
 */
export function readOfficeCsv(
  bytes: Uint8Array,
  known: KnownOffices,
): { rows: readonly OfficeFileRow[]; problems: readonly ImportProblem[] } {
  const text = decodeText(bytes);
  const separator = detectSeparator(text, (name) => columnOf(name) !== null);
  const { records, problems: unreadable } = readRecords(text, separator);
  const header = readHeader(records[0] ?? []);
  const headless = unreadable.length > 0 ? unreadable : header.problems;
  if (headless.length > 0) return { rows: [], problems: whyHeadless(bytes, headless) };
  const problems: ImportProblem[] = [];
  let above = '';
  const rows = records.flatMap((cells, at) => {
    if (at === 0 || cells.every((cell) => cell.trim() === '')) return [];
    const reading = { row: at + 1, cells, header, known, report: (one: ImportProblem) => problems.push(one) };
    const named = ofOfficeAbove(reading, above);
    above = cellOf(named, 'code');
    return readRow(named);
  });
  const told = new Set(problems.map(placeOf));
  const further = officeFileProblems(rows, known, header.titles).filter((one) => !told.has(placeOf(one)));
  const all = [...problems, ...further];
  return { rows, problems: all.sort((a, b) => a.row - b.row).slice(0, maxProblems) };
}

function whyHeadless(bytes: Uint8Array, problems: readonly ImportProblem[]): readonly ImportProblem[] {
  const foreign = notText(bytes);
  return foreign === null ? problems.slice(0, maxProblems) : [foreign];
}

const placeOf = ({ row, column }: ImportProblem) => `${row} ${column}`;

interface RowReading {
  readonly row: number;
  readonly cells: readonly string[];
  readonly header: Header;
  readonly known: KnownOffices;
  readonly report: (problem: ImportProblem) => void;
}

const officeColumns: readonly Column[] = ['code', 'name', 'parent', 'headcount', 'fields'];

/** A row that names a contact and nothing of an office belongs to the office of the row above. */
function ofOfficeAbove(reading: RowReading, above: string): RowReading {
  if (officeColumns.some((column) => cellOf(reading, column) !== '')) return reading;
  const at = reading.header.columns.indexOf('code');
  return { ...reading, cells: Object.assign([...reading.cells], { [at]: above }) };
}

function readRow(reading: RowReading): readonly OfficeFileRow[] {
  reportExtraCells(reading);
  const code = read(reading, 'code', readCode);
  const contact = readContact(reading);
  const office = {
    name: readFilled(reading, 'name', readName),
    parent: readFilled(reading, 'parent', readCode),
    headcount: readFilled(reading, 'headcount', readHeadcount),
    fields: readFilled(reading, 'fields', (cell) => readFields(cell, reading.known.fields)),
  };
  return code === null ? [] : [{ row: reading.row, code, ...office, contact }];
}

function readContact(reading: RowReading): OfficeFileContact | null {
  const name = readFilled(reading, 'contact_name', readContactName);
  const role = readFilled(reading, 'contact_role', readRole);
  const email = readFilled(reading, 'contact_email', readEmail);
  if (email !== null) return { name, email, role };
  if (cellOf(reading, 'contact_email') === '' && (name !== null || role !== null)) {
    reading.report(
      problemAt(reading, 'contact_email', {
        de: 'Zu dieser Ansprechperson fehlt die E-Mail-Adresse.',
        en: 'The email address of this contact is missing.',
      }),
    );
  }
  return null;
}

function cellOf({ cells, header }: RowReading, column: Column): string {
  const at = header.columns.indexOf(column);
  return at < 0 ? '' : withoutMarker((cells[at] ?? '').normalize('NFC').trim());
}

function read<T>(reading: RowReading, column: Column, reader: (cell: string) => Cell<T>): T | null {
  const result = reader(cellOf(reading, column));
  if (result.ok) return result.value;
  const { detail, allowed } = result;
  reading.report({ ...problemAt(reading, column, detail), ...(allowed ? { allowed: [...allowed] } : {}) });
  return null;
}

function readFilled<T>(reading: RowReading, column: Column, reader: (cell: string) => Cell<T>): T | null {
  return cellOf(reading, column) === '' ? null : read(reading, column, reader);
}

function problemAt(reading: RowReading, column: Column, detail: ImportProblem['detail']): ImportProblem {
  const title = reading.header.titles.get(column) ?? columnNames[column];
  return { row: reading.row, column: title, found: cellOf(reading, column).slice(0, 200), detail };
}

function reportExtraCells({ row, cells, header, report }: RowReading): void {
  const at = cells.findIndex((cell, position) => cell.trim() !== '' && !header.columns[position]);
  if (at < 0) return;
  report({
    row,
    column: `${at + 1}`,
    found: (cells[at] ?? '').trim().slice(0, 200),
    detail: {
      de: 'Diese Zelle steht in einer Spalte ohne Überschrift. Enthält ein Text das Trennzeichen, gehört er in Anführungszeichen.',
      en: 'This cell is in a column without a heading. A text that holds the separator must be quoted.',
    },
  });
}
