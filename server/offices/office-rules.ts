import { Refusal, type RefusalError } from '../refusal.ts';
import type { Contact, Office } from './office.ts';
import { codesInCircles } from './office-tree.ts';

/**
 * What must hold before an office is written.
 *
 * @throws Refusal `conflict` that names every field in the way
 */
export function refuseImpossible(
  office: Office,
  { others, fieldIds }: { others: readonly Office[]; fieldIds: readonly string[] },
): void {
  const errors = [
    ...codeTaken(office, others),
    ...wrongParent(office, others),
    ...unknownFields(office.fields, fieldIds),
    ...emailsTwice(office.contacts),
  ];
  if (errors.length > 0) throw impossible(errors);
}

export function impossible(errors: readonly RefusalError[]): Refusal {
  return new Refusal(
    'conflict',
    {
      de: 'Das Amt kann so nicht gespeichert werden. Die Gründe stehen bei den Feldern.',
      en: 'The office cannot be saved like this. The reasons stand at the fields.',
    },
    { errors },
  );
}

export const takenCode = (code: string): RefusalError => ({
  pointer: '#/code',
  detail: {
    de: `Den Code „${code}“ hat schon ein anderes Amt.`,
    en: `Another office already has the code “${code}”.`,
  },
});

function codeTaken({ code }: Office, others: readonly Office[]): readonly RefusalError[] {
  return others.some((other) => other.code === code) ? [takenCode(code)] : [];
}

function wrongParent(office: Office, others: readonly Office[]): readonly RefusalError[] {
  if (office.parentId === null) return [];
  const pointer = '#/parentId';
  const isKnown = office.parentId === office.id || others.some(({ id }) => id === office.parentId);
  if (!isKnown) {
    return [
      {
        pointer,
        detail: { de: 'Dieses übergeordnete Amt gibt es nicht.', en: 'There is no such parent office.' },
      },
    ];
  }
  const parentOf = new Map([...others, office].map(({ id, parentId }) => [id, parentId]));
  if (!codesInCircles(parentOf).has(office.id)) return [];
  return [
    {
      pointer,
      detail: {
        de: 'Die Ämter wären sich im Kreis übergeordnet.',
        en: 'The offices would be above each other in a circle.',
      },
    },
  ];
}

function unknownFields(fields: readonly string[], known: readonly string[]): readonly RefusalError[] {
  return fields.flatMap((field, at) =>
    known.includes(field)
      ? []
      : [
          {
            pointer: `#/fields/${at}`,
            detail: { de: `Das Feld „${field}“ gibt es nicht.`, en: `There is no field “${field}”.` },
            allowed: known,
          },
        ],
  );
}

function emailsTwice(contacts: readonly Contact[]): readonly RefusalError[] {
  const seen = new Set<string>();
  return contacts.flatMap(({ email }, at) => {
    if (!seen.has(email)) {
      seen.add(email);
      return [];
    }
    return [
      {
        pointer: `#/contacts/${at}/email`,
        detail: {
          de: `Die Adresse ${email} steht bei diesem Amt zweimal.`,
          en: `The address ${email} is there twice for this office.`,
        },
      },
    ];
  });
}
