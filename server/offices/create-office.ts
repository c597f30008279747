import { randomUUID } from 'node:crypto';
import type { Contact, Office } from './office.ts';
import { impossible, refuseImpossible, takenCode } from './office-rules.ts';
import type { CreateOfficeRequest } from './offices.wire.ts';
import type { OfficesStore } from './offices-store.ts';

export interface OfficeDeps {
  readonly offices: OfficesStore;
  /** Field ids that offices may carry. */
  readonly fieldIds: readonly string[];
}

/** @throws Refusal `conflict` */
export async function createOffice(deps: OfficeDeps, command: CreateOfficeRequest): Promise<Office> {
  const office: Office = {
    ...command,
    id: randomUUID(),
    fields: sorted(command.fields),
    contacts: command.contacts.map(newContact),
    revision: 1,
  };
  refuseImpossible(office, { others: await deps.offices.list(), fieldIds: deps.fieldIds });
  if ((await deps.offices.add(office)) === 'codeTaken') throw impossible([takenCode(office.code)]);
  return office;
}

type SentContact = CreateOfficeRequest['contacts'][number];

/** Ids are made here; one that was sent for a new office belongs to somebody else. */
export function newContact({ name, email, role }: SentContact): Contact {
  return { id: randomUUID(), name, email, role };
}

export const sorted = (fields: readonly string[]) => [...new Set(fields)].sort();
