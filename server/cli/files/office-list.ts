import { z } from 'zod';
import { csvDocument } from '../../../reports/documents/csv-document.ts';
import { parse, pointerOf } from '../../http/parse.ts';
import { line } from '../../http/shapes.ts';
import { keptApostrophe } from '../../offices/text-marker.ts';
import { Refusal, type RefusalError } from '../../refusal.ts';
import { type FileOffice, readOffices } from './read-offices.ts';

const spaced = z.string().transform((names) => names.split(/\s+/).filter((name) => name !== ''));
const officeList = z
  .array(
    z.strictObject({
      code: line(40),
      name: line(200).nullable().default(null),
      parent: line(40).nullable().default(null),
      headcount: z.number().nullable().default(null),
      fields: z.union([z.array(line(64)), spaced]).default([]),
    }),
  )
  .max(5_000);

type ListedOffice = z.output<typeof officeList>[number];

const columns = ['code', 'name', 'parent', 'headcount', 'fields'] as const;

/**
 * Offices of a wave file: the text of an office file (formats.md §2), or a list of the same columns, where a name may be left out.
 *
 * @throws Refusal naming the row or the place in the list
 */
export function readOfficeList(json: unknown, fields: readonly string[]): readonly FileOffice[] {
  if (typeof json === 'string') return readOffices(Buffer.from(json), fields);
  const list = parse(officeList, json);
  refuseTwice(list);
  try {
    return readOffices(Buffer.from(asCsv(list)), fields);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.errors.map(inList);
    throw new Refusal(error.kind, error.detail, { errors });
  }
}

function asCsv(list: readonly ListedOffice[]): string {
  const rows = list.map(({ code, name, parent, headcount, fields }) => [
    ...[code, name ?? code, parent ?? ''].map(keptApostrophe),
    headcount,
    fields.join(' '),
  ]);
  return csvDocument({ header: columns, rows }, 'en');
}

/** The row of a file (the header is 1) as a place in the list. */
function inList({ pointer, detail, ...more }: RefusalError): RefusalError {
  const withoutRow = (text: string) => text.replace(/^(Zeile|Row) \d+, /, '');
  return {
    ...more,
    pointer: pointer.replace(/^#\/(\d+)/, (_, row: string) => `#/${Math.max(0, Number(row) - 2)}`),
    detail: { de: withoutRow(detail.de), en: withoutRow(detail.en) },
  };
}

function refuseTwice(list: readonly ListedOffice[]): void {
  const codes = list.map(({ code }) => code);
  const errors = codes.flatMap((code, at): RefusalError[] => {
    if (codes.indexOf(code) === at) return [];
    const detail = {
      de: `Das Amt „${code}“ steht zweimal in der Liste.`,
      en: `The office “${code}” is in the list twice.`,
    };
    return [{ pointer: pointerOf([at, 'code']), detail }];
  });
  if (errors.length === 0) return;
  const detail = {
    de: 'Die Liste der Ämter hat Fehler.',
    en: 'The list of offices has errors.',
  };
  throw new Refusal('import-refused', detail, { errors });
}
