import { Refusal } from '../refusal.ts';
import { newContact, type OfficeDeps, sorted } from './create-office.ts';
import type { Contact, Office } from './office.ts';
import { impossible, refuseImpossible, takenCode } from './office-rules.ts';
import type { UpdateOfficeRequest } from './offices.wire.ts';
import { unknownOffice } from './unknown-office.ts';

/** @throws Refusal `unknown`, `stale`, `conflict` */
export async function updateOffice(
  deps: OfficeDeps,
  { id, change }: { id: string; change: UpdateOfficeRequest },
): Promise<Office> {
  const all = await deps.offices.list();
  const before = all.find((office) => office.id === id);
  if (!before) throw unknownOffice();
  if (before.revision !== change.revision) throw stale();
  const after: Office = {
    ...change,
    id,
    fields: sorted(change.fields),
    contacts: change.contacts.map((contact, at) => keptContact(contact, { before, at })),
    revision: before.revision + 1,
  };
  refuseImpossible(after, { others: all.filter((office) => office.id !== id), fieldIds: deps.fieldIds });
  const written = await deps.offices.replace(after);
  if (written === 'codeTaken') throw impossible([takenCode(after.code)]);
  if (written === 'stale') throw stale();
  return after;
}

function keptContact(
  contact: UpdateOfficeRequest['contacts'][number],
  { before, at }: { before: Office; at: number },
): Contact {
  if (contact.id === undefined) return newContact(contact);
  const known = before.contacts.find(({ id }) => id === contact.id);
  if (!known) throw impossible([foreignContact(at)]);
  return { id: known.id, name: contact.name, email: contact.email, role: contact.role };
}

const foreignContact = (at: number) => ({
  pointer: `#/contacts/${at}/id`,
  detail: {
    de: 'Diese Ansprechperson gehört nicht zu diesem Amt.',
    en: 'This contact does not belong to this office.',
  },
});

const stale = () =>
  new Refusal('stale', {
    de: 'Das Amt wurde inzwischen geändert. Bitte laden Sie die Seite neu und tragen Sie Ihre Änderung noch einmal ein.',
    en: 'The office was changed in the meantime. Please reload the page and enter your change again.',
  });
