import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { emailAddress, id, instant, line } from '../http/shapes.ts';
import { invitationRow } from '../invitations/invitations.wire.ts';

const person = z.strictObject({ name: line(120), email: emailAddress });
const shownPerson = z.strictObject({ name: z.string(), email: z.string() });
const office = z.strictObject({ code: z.string(), name: z.string() });

/** `colleague`: who would be right; null: not known. */
export const notMeRequest = z.strictObject({
  colleague: person.nullable(),
  note: z.union([z.literal(''), line(500)]),
});
export const notMeResponse = z.strictObject({});

export const replaceContactRequest = person;

export const proposal = z.strictObject({
  id,
  office,
  from: shownPerson,
  colleague: shownPerson.nullable(),
  note: z.string(),
  at: instant,
});

export const contactChange = z.strictObject({
  id,
  office,
  from: shownPerson,
  to: shownPerson,
  /** Name of the officer. */
  by: z.string(),
  at: instant,
});

export const proposalsResponse = z.strictObject({
  /** Open ones, oldest first. */
  proposals: z.array(proposal),
  /** Who was replaced, newest first. */
  changes: z.array(contactChange),
});

export type NotMeRequest = z.input<typeof notMeRequest>;
export type ProposalsResponse = z.output<typeof proposalsResponse>;

export const proposalsOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/r/not-me',
    summary: 'Say that somebody else is the right person',
    access: 'link',
    request: notMeRequest,
    response: notMeResponse,
    status: 202,
  },
  {
    method: 'post',
    path: '/api/invitations/{id}/replace',
    summary: 'Ask another person in place of the one invited',
    access: 'officer',
    request: replaceContactRequest,
    response: invitationRow,
    status: 202,
  },
  {
    method: 'get',
    path: '/api/waves/{id}/proposals',
    summary: 'Who says that somebody else is the right person, and who was replaced',
    access: 'officer',
    response: proposalsResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/proposals/{id}/confirm',
    summary: 'Replace the person by the colleague',
    access: 'officer',
    request: replaceContactRequest,
    response: proposalsResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/proposals/{id}/dismiss',
    summary: 'Leave the person as the one who is asked',
    access: 'officer',
    request: z.strictObject({}),
    response: proposalsResponse,
    status: 200,
  },
];
