import type { ImportProblem } from './offices.wire.ts';

/** The columns of the import file and their German names. */
export const columnNames = {
  code: 'Amt',
  name: 'Bezeichnung',
  parent: 'übergeordnet',
  headcount: 'Beschäftigte',
  fields: 'Felder',
  contact_name: 'Ansprechperson',
  contact_email: 'E-Mail',
  contact_role: 'Rolle',
} as const;

export type Column = keyof typeof columnNames;
export const columns: readonly Column[] = [
  'code',
  'name',
  'parent',
  'headcount',
  'fields',
  'contact_name',
  'contact_email',
  'contact_role',
];

const byName: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) => [
    [column, column] as const,
    [columnNames[column].normalize('NFC').toLowerCase(), column] as const,
  ]),
);

export function columnOf(name: string): Column | null {
  return byName.get(name.normalize('NFC').trim().toLowerCase()) ?? null;
}

export interface Header {
  /** Position → column; null where the header cell is empty. */
  readonly columns: readonly (Column | null)[];
  /** As the file writes it, for messages. */
  readonly titles: ReadonlyMap<Column, string>;
  readonly problems: readonly ImportProblem[];
}

const headerProblem = (found: string, detail: ImportProblem['detail']): ImportProblem => ({
  row: 1,
  column: found,
  found,
  detail,
  allowed: [...columns],
});

const unknownColumn = (found: string) =>
  headerProblem(found, { de: 'Diese Spalte ist nicht bekannt.', en: 'This column is not known.' });
const duplicateColumn = (found: string) =>
  headerProblem(found, { de: 'Diese Spalte steht zweimal da.', en: 'This column is there twice.' });
const noCode = (): ImportProblem => ({
  ...headerProblem('', {
    de: 'Die Spalte „code“ (Amt) fehlt. Die erste Zeile nennt die Spalten.',
    en: 'The column “code” is missing. The first row names the columns.',
  }),
  column: 'code',
});

export function readHeader(cells: readonly string[]): Header {
  const titles = new Map<Column, string>();
  const problems: ImportProblem[] = [];
  const found = cells.map((cell) => {
    const title = cell.trim();
    const column = columnOf(title);
    if (title === '') return null;
    if (column === null) problems.push(unknownColumn(title));
    else if (titles.has(column)) problems.push(duplicateColumn(title));
    else titles.set(column, title);
    return column;
  });
  if (!titles.has('code')) problems.push(noCode());
  return { columns: found, titles, problems };
}
