import { pointerOf } from '../../http/parse.ts';
import { readOfficeCsv } from '../../offices/office-file.ts';
import type { OfficeFileRow } from '../../offices/office-file-row.ts';
import { Refusal } from '../../refusal.ts';

/** An office as the file names it, its rows joined. */
export interface FileOffice {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** Employees; null: unknown. */
  readonly headcount: number | null;
  /** Field ids, as the questionnaire writes them. */
  readonly tags: readonly string[];
}

/**
 * Offices of a CSV file (formats.md §2), sorted by code. Fields are those of the questionnaire, case ignored.
 *
 * @throws Refusal naming row and column of everything that is wrong
 */
export function readOffices(bytes: Uint8Array, fields: readonly string[]): readonly FileOffice[] {
  const byLowerCase = new Map(fields.map((field) => [field.toLowerCase(), field]));
  const { rows, problems } = readOfficeCsv(bytes, { codes: [], fields: [...byLowerCase.keys()] });
  if (problems.length > 0) throw refused(problems);
  const repeated = repeatedRows(rows);
  if (repeated.length > 0) throw refused(repeated);
  const byCode = new Map<string, OfficeFileRow[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const offices = [...byCode].map(([code, own]) => joined(code, own, byLowerCase));
  return offices.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A further row of an office is there for a contact; without one the code is there twice. */
function repeatedRows(rows: readonly OfficeFileRow[]): Problems {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, code, contact }) => {
    const first = seen.get(code);
    if (first === undefined) seen.set(code, row);
    if (first === undefined || contact !== null) return [];
    const detail = {
      de: `Dieser Code steht schon in Zeile ${first}; weitere Zeilen eines Amtes nennen je eine Ansprechperson.`,
      en: `This code is in row ${first} already; further rows of an office name one contact each.`,
    };
    return [{ row, column: 'code', found: code, detail }];
  });
}

function joined(
  code: string,
  rows: readonly OfficeFileRow[],
  byLowerCase: ReadonlyMap<string, string>,
): FileOffice {
  const first = <K extends keyof OfficeFileRow>(key: K) =>
    rows.find((row) => row[key] !== null)?.[key] ?? null;
  const tags = (first('fields') ?? []).flatMap((field) => byLowerCase.get(field) ?? []);
  return { code, name: first('name') ?? code, parent: first('parent'), headcount: first('headcount'), tags };
}

type Problems = ReturnType<typeof readOfficeCsv>['problems'];

function refused(problems: Problems): Refusal {
  const detail = {
    de: 'Die Datei der Ämter hat Fehler.',
    en: 'The file of offices has errors.',
  };
  const errors = problems.map(({ row, column, found, detail: why, allowed }) => ({
    pointer: pointerOf([row, column]),
    detail: {
      de: `Zeile ${row}, ${column}: ${why.de} Gefunden: „${found}“.`,
      en: `Row ${row}, ${column}: ${why.en} Found: "${found}".`,
    },
    ...(allowed ? { allowed } : {}),
  }));
  return new Refusal('import-refused', detail, { errors });
}
