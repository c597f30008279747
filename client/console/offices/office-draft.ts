import type { CreateOfficeRequest, OfficeResponse } from '../../../server/offices/offices.wire.ts';

export interface ContactDraft {
  /** Key of the row on the page; stays while the row is edited. */
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'lead' | 'expert';
}

/** What the form holds while it is typed: numbers are still text. */
export interface OfficeDraft {
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly headcount: string;
  readonly fields: readonly string[];
  readonly contacts: readonly ContactDraft[];
}

export function draftOf(office: OfficeResponse | null): OfficeDraft {
  if (office === null) return { code: '', name: '', parentId: null, headcount: '', fields: [], contacts: [] };
  const { code, name, parentId, headcount, fields, contacts } = office;
  return {
    code,
    name,
    parentId,
    headcount: headcount === null ? '' : String(headcount),
    fields,
    contacts: contacts.map((contact) => ({ ...contact, key: contact.id })),
  };
}

/** The request of a draft; a headcount that is no number stays text, and the server refuses it by name. */
export function requestOf(
  draft: OfficeDraft,
): Omit<CreateOfficeRequest, 'headcount'> & { headcount: unknown } {
  const typed = draft.headcount.trim();
  const number = Number(typed);
  return {
    code: draft.code,
    name: draft.name,
    parentId: draft.parentId,
    headcount: typed === '' ? null : Number.isNaN(number) ? typed : number,
    fields: [...draft.fields],
    contacts: draft.contacts.map(({ key: _key, ...contact }) => contact),
  };
}

/** An empty row for one more contact; the first of an office leads it. */
export function newContact(draft: OfficeDraft, key: string): ContactDraft {
  return { key, name: '', email: '', role: draft.contacts.length === 0 ? 'lead' : 'expert' };
}
