import type { Language } from '../../surveys/plan/plan.ts';
import type { Office } from '../offices/office.ts';
import type { Wave } from '../waves/wave.ts';
import type { Mailbox } from './mailbox.ts';

/** Whom an example mail speaks to. */
export interface SampleRecipient {
  readonly office: { readonly code: string; readonly name: string };
  readonly person: Mailbox;
}

export const madeUpRecipient: Readonly<Record<Language, SampleRecipient>> = {
  de: {
    office: { code: '00', name: 'Musteramt' },
    person: { name: 'Erika Mustermann', address: 'musteramt@example.org' },
  },
  en: {
    office: { code: '00', name: 'Sample office' },
    person: { name: 'Erika Mustermann', address: 'musteramt@example.org' },
  },
};

/** Those the wave asks, in the order of its offices. */
export function recipientsOf(
  wave: Wave,
  offices: readonly Office[],
): readonly (SampleRecipient & { officeId: string; contactId: string })[] {
  const asked =
    wave.state === 'draft'
      ? offices.flatMap(({ id, code, name }) =>
          wave.officeIds.includes(id) ? [{ officeId: id, code, name }] : [],
        )
      : wave.offices;
  const contacts =
    wave.state === 'draft'
      ? offices.flatMap((office) =>
          office.contacts.map(({ id, name, email }) => ({ contactId: id, officeId: office.id, name, email })),
        )
      : wave.contacts;
  return asked.flatMap(({ officeId, code, name }) =>
    contacts
      .filter((contact) => contact.officeId === officeId)
      .map((contact) => ({
        officeId,
        contactId: contact.contactId,
        office: { code, name },
        person: { name: contact.name, address: contact.email },
      })),
  );
}

/** The first asked person of the office, or of the first office that has one; null when there is none. */
export function sampleRecipient(
  wave: Wave,
  offices: readonly Office[],
  officeId: string | null,
): SampleRecipient | null {
  const found = recipientsOf(wave, offices).find((one) => officeId === null || one.officeId === officeId);
  return found === undefined ? null : { office: found.office, person: found.person };
}
