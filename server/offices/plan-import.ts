import { createHash } from 'node:crypto';
import type { Contact, Office } from './office.ts';
import type { OfficeFileContact, OfficeFileRow } from './office-file-row.ts';
import { type ImportProblem, maxContacts } from './offices.wire.ts';

/** What an import does to the offices there are. */
export interface ImportPlan {
  readonly created: readonly Office[];
  readonly changed: readonly Office[];
  readonly unchanged: number;
  readonly contactsCreated: number;
  readonly contactsChanged: number;
  /** Codes of offices that the file does not name. */
  readonly notInFile: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/**
 * Lays the rows of a checked file over the offices. Planning again after everything was written plans nothing, so an
 * interrupted import can simply be applied again.
 *
 * @param importId ids of new offices and contacts are derived from it
 */
export function planImport(
  rows: readonly OfficeFileRow[],
  offices: readonly Office[],
  importId: string,
): ImportPlan {
  const byCode = new Map(offices.map((office) => [office.code, office]));
  const rowsOf = byOffice(rows);
  const idOf = (code: string) => byCode.get(code)?.id ?? derivedId(importId, code);
  const outcomes = [...rowsOf].map(([code, own]) =>
    layOver(own, byCode.get(code) ?? newOffice(code, idOf), idOf),
  );
  const written = (isNew: boolean) =>
    outcomes.filter(({ isWritten, office }) => isWritten && (office.revision === 1) === isNew);
  return {
    created: written(true).map(({ office }) => office),
    changed: written(false).map(({ office }) => office),
    unchanged: outcomes.filter(({ isWritten }) => !isWritten).length,
    contactsCreated: sum(outcomes.map((one) => one.contactsCreated)),
    contactsChanged: sum(outcomes.map((one) => one.contactsChanged)),
    notInFile: offices.map(({ code }) => code).filter((code) => !rowsOf.has(code)),
    problems: outcomes.flatMap((one) => one.problems),
  };
}

interface Outcome {
  readonly office: Office;
  readonly isWritten: boolean;
  readonly contactsCreated: number;
  readonly contactsChanged: number;
  readonly problems: readonly ImportProblem[];
}

function byOffice(rows: readonly OfficeFileRow[]): ReadonlyMap<string, readonly OfficeFileRow[]> {
  const groups = new Map<string, OfficeFileRow[]>();
  for (const row of rows) {
    const group = groups.get(row.code);
    if (group) group.push(row);
    else groups.set(row.code, [row]);
  }
  return groups;
}

type IdOf = (code: string) => string;

const sum = (numbers: readonly number[]) => numbers.reduce((total, next) => total + next, 0);

/** Revision 0: not stored yet. */
function newOffice(code: string, idOf: IdOf): Office {
  return {
    id: idOf(code),
    code,
    name: '',
    parentId: null,
    headcount: null,
    fields: [],
    contacts: [],
    revision: 0,
  };
}

function layOver(rows: readonly OfficeFileRow[], before: Office, idOf: IdOf): Outcome {
  const parent = firstGiven(rows, (row) => row.parent);
  const contacts = layContacts(rows, before);
  const after: Office = {
    ...before,
    name: firstGiven(rows, (row) => row.name) ?? before.name,
    parentId: parent === null ? before.parentId : idOf(parent),
    headcount: firstGiven(rows, (row) => row.headcount) ?? before.headcount,
    fields: firstGiven(rows, (row) => row.fields) ?? before.fields,
    contacts: contacts.all,
  };
  const isWritten = before.revision === 0 || JSON.stringify(after) !== JSON.stringify(before);
  return {
    office: isWritten ? { ...after, revision: before.revision + 1 } : before,
    isWritten,
    contactsCreated: contacts.created,
    contactsChanged: contacts.changed,
    problems: contacts.problems,
  };
}

function firstGiven<T>(rows: readonly OfficeFileRow[], pick: (row: OfficeFileRow) => T | null): T | null {
  for (const row of rows) {
    const value = pick(row);
    if (value !== null) return value;
  }
  return null;
}

function layContacts(rows: readonly OfficeFileRow[], before: Office) {
  const all: Contact[] = [...before.contacts];
  const problems: ImportProblem[] = [];
  let changed = 0;
  for (const { row, contact } of rows) {
    if (!contact) continue;
    const at = all.findIndex(({ email }) => email === contact.email);
    const known = all[at];
    if (!known) {
      if (contact.name === null) problems.push(unnamed(row));
      if (all.length === maxContacts) problems.push(tooManyContacts(row, contact.email));
      all.push(newContact(contact, before.id, all.length === 0));
      continue;
    }
    const after = { ...known, name: contact.name ?? known.name, role: contact.role ?? known.role };
    if (after.name !== known.name || after.role !== known.role) changed += 1;
    all[at] = after;
  }
  return { all, problems, changed, created: all.length - before.contacts.length };
}

/** Without a role, the first contact of an office leads and further ones are experts. */
function newContact({ name, email, role }: OfficeFileContact, officeId: string, isFirst: boolean): Contact {
  const id = derivedId(officeId, email);
  return { id, name: name ?? '', email, role: role ?? (isFirst ? 'lead' : 'expert') };
}

const derivedId = (...parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

const unnamed = (row: number): ImportProblem => ({
  row,
  column: 'contact_name',
  found: '',
  detail: {
    de: 'Diese Ansprechperson ist neu und braucht einen Namen.',
    en: 'This contact is new and needs a name.',
  },
});

const tooManyContacts = (row: number, email: string): ImportProblem => ({
  row,
  column: 'contact_email',
  found: email,
  detail: {
    de: `Ein Amt hat höchstens ${maxContacts} Ansprechpersonen.`,
    en: `An office has at most ${maxContacts} contacts.`,
  },
});
