import type { Text } from '../../surveys/plan/plan.ts';
import { type Column, columnNames } from './office-columns.ts';
import type { KnownOffices, OfficeFileRow } from './office-file-row.ts';
import { codesInCircles } from './office-tree.ts';
import type { ImportProblem } from './offices.wire.ts';

type Titles = ReadonlyMap<Column, string>;
type OfficeColumn = 'name' | 'parent' | 'headcount' | 'fields';

/** What is wrong between the rows of a file: contradictions, unknown parents, circles, contacts named twice. */
export function officeFileProblems(
  rows: readonly OfficeFileRow[],
  known: KnownOffices,
  titles: Titles,
): readonly ImportProblem[] {
  const at = (row: OfficeFileRow, column: Column, found: string, detail: Text): ImportProblem => ({
    row: row.row,
    column: titles.get(column) ?? columnNames[column],
    found,
    detail,
  });
  return [
    ...missingNames(rows, known, at),
    ...contradictions(rows, at),
    ...parentProblems(rows, known, at),
    ...contactsTwice(rows, at),
  ];
}

type ProblemAt = (row: OfficeFileRow, column: Column, found: string, detail: Text) => ImportProblem;

function missingNames(
  rows: readonly OfficeFileRow[],
  known: KnownOffices,
  at: ProblemAt,
): readonly ImportProblem[] {
  const named = new Set(known.codes);
  for (const { code, name } of rows) if (name !== null) named.add(code);
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    if (named.has(row.code) || seen.has(row.code)) return [];
    seen.add(row.code);
    return at(row, 'name', '', {
      de: `Das Amt ${row.code} ist neu und braucht eine Bezeichnung.`,
      en: `Office ${row.code} is new and needs a name.`,
    });
  });
}

const officeColumns: readonly OfficeColumn[] = ['name', 'parent', 'headcount', 'fields'];

function contradictions(rows: readonly OfficeFileRow[], at: ProblemAt): readonly ImportProblem[] {
  const first = new Map<string, { value: string; row: number }>();
  return rows.flatMap((row) =>
    officeColumns.flatMap((column) => {
      const value = asText(row[column]);
      if (value === null) return [];
      const key = JSON.stringify([row.code, column]);
      const before = first.get(key);
      if (!before) first.set(key, { value, row: row.row });
      if (!before || before.value === value) return [];
      return at(row, column, value, {
        de: `In Zeile ${before.row} steht für dasselbe Amt „${before.value}“.`,
        en: `Row ${before.row} says “${before.value}” for the same office.`,
      });
    }),
  );
}

const asText = (value: string | number | readonly string[] | null) =>
  value === null ? null : typeof value === 'object' ? value.join(' ') : String(value);

function parentProblems(
  rows: readonly OfficeFileRow[],
  known: KnownOffices,
  at: ProblemAt,
): readonly ImportProblem[] {
  const codes = new Set([...known.codes, ...rows.map((row) => row.code)]);
  const parentOf = new Map(known.parents ?? []);
  for (const { code, parent } of rows) if (parent !== null) parentOf.set(code, parent);
  const circling = codesInCircles(parentOf);
  return rows.flatMap((row) => {
    if (row.parent === null) return [];
    if (!codes.has(row.parent)) return at(row, 'parent', row.parent, unknownParent);
    return circling.has(row.code) ? at(row, 'parent', row.parent, inCircle) : [];
  });
}

const unknownParent = {
  de: 'Dieses übergeordnete Amt steht weder in der Datei noch im Bestand.',
  en: 'This parent office is neither in the file nor known.',
};
const inCircle = {
  de: 'Die Ämter sind sich im Kreis übergeordnet.',
  en: 'The offices are above each other in a circle.',
};

function contactsTwice(rows: readonly OfficeFileRow[], at: ProblemAt): readonly ImportProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    if (!row.contact) return [];
    const key = JSON.stringify([row.code, row.contact.email]);
    const before = first.get(key);
    if (before === undefined) first.set(key, row.row);
    if (before === undefined) return [];
    return at(row, 'contact_email', row.contact.email, {
      de: `Diese Adresse steht bei demselben Amt schon in Zeile ${before}.`,
      en: `This address is already in row ${before} for the same office.`,
    });
  });
}
