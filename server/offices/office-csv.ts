import { csvDocument } from '../../reports/documents/csv-document.ts';
import type { Office } from './office.ts';
import { columns } from './office-columns.ts';
import { keptApostrophe } from './text-marker.ts';

type Cell = string | number | null;

/** All offices as the import reads them (formats.md §2), one row per contact; importing it again changes nothing. */
export function officeCsv(offices: readonly Office[]): string {
  const codeOf = new Map(offices.map(({ id, code }) => [id, code]));
  const rows = offices.flatMap((office) => rowsOf(office, codeOf.get(office.parentId ?? '') ?? ''));
  const marked = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? keptApostrophe(cell) : cell)),
  );
  return csvDocument({ header: columns, rows: marked }, 'de');
}

function rowsOf(office: Office, parent: string): readonly (readonly Cell[])[] {
  const { code, name, headcount, fields, contacts } = office;
  const own = [code, name, parent, headcount, fields.join(' ')];
  if (contacts.length === 0) return [[...own, '', '', '']];
  return contacts.map((contact, at) => [
    ...(at === 0 ? own : [code, '', '', null, '']),
    contact.name,
    contact.email,
    contact.role,
  ]);
}
