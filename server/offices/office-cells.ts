import type { Text } from '../../surveys/plan/plan.ts';
import type { ContactRole } from './office.ts';
import { contactEmail, contactName, contactRole, headcount, officeCode, officeName } from './offices.wire.ts';

/** What a cell says: a value, or why it cannot be one. */
export type Cell<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly detail: Text; readonly allowed?: readonly string[] };

const ok = <T>(value: T): Cell<T> => ({ ok: true, value });
const bad = (de: string, en: string, allowed?: readonly string[]): Cell<never> => ({
  ok: false,
  detail: { de, en },
  ...(allowed ? { allowed } : {}),
});

export function readCode(cell: string): Cell<string> {
  if (cell === '') return bad('Der Code des Amtes fehlt.', 'The code of the office is missing.');
  const read = officeCode.safeParse(cell);
  if (read.success) return ok(read.data);
  return bad(
    'Ein Code hat 1 bis 20 Zeichen und keine Steuerzeichen.',
    'A code has 1 to 20 characters and no control characters.',
  );
}

export function readName(cell: string): Cell<string> {
  const read = officeName.safeParse(cell);
  if (read.success) return ok(read.data);
  return bad(
    'Eine Bezeichnung hat höchstens 160 Zeichen und keine Zeilenumbrüche.',
    'A name has at most 160 characters and no line breaks.',
  );
}

export function readHeadcount(cell: string): Cell<number> {
  const read = /^\d{1,7}$/.test(cell) ? headcount.safeParse(Number(cell)) : null;
  if (read?.success) return ok(read.data);
  return bad(
    'Hier steht eine ganze Zahl von 0 bis 1000000, ohne Punkt und Komma.',
    'This is a whole number from 0 to 1000000, without point or comma.',
    ['0–1000000'],
  );
}

export function readFields(cell: string, known: readonly string[]): Cell<readonly string[]> {
  const names = [...new Set(cell.toLowerCase().split(/\s+/).filter(Boolean))].sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return ok(names);
  return bad(
    `Unbekanntes Feld: ${unknown.join(', ')}. Felder werden durch Leerzeichen getrennt.`,
    `Unknown field: ${unknown.join(', ')}. Fields are separated by spaces.`,
    known,
  );
}

export function readContactName(cell: string): Cell<string> {
  const read = contactName.safeParse(cell);
  if (read.success) return ok(read.data);
  return bad(
    'Ein Name hat höchstens 120 Zeichen und keine Zeilenumbrüche.',
    'A name has at most 120 characters and no line breaks.',
  );
}

export function readEmail(cell: string): Cell<string> {
  const read = contactEmail.safeParse(cell);
  if (read.success) return ok(read.data);
  return bad(
    'Das ist keine einzelne E-Mail-Adresse. Erlaubt ist genau eine Adresse ohne Namen und Klammern.',
    'This is not one email address. Exactly one address is allowed, without name or brackets.',
    ['name@stadt.example'],
  );
}

export function readRole(cell: string): Cell<ContactRole> {
  const read = contactRole.safeParse(cell.toLowerCase());
  if (read.success) return ok(read.data);
  return bad('Diese Rolle gibt es nicht.', 'There is no such role.', contactRole.options);
}
