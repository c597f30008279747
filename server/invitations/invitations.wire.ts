import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { id, instant } from '../http/shapes.ts';
import { contactRole } from '../offices/offices.wire.ts';
import { returnCounts } from '../waves/waves.wire.ts';

export const mailState = z.enum(['owed', 'sending', 'sent', 'retrying', 'refused', 'cancelled', 'none']);

export const invitationRow = z.strictObject({
  id,
  officeId: id,
  officeCode: z.string(),
  officeName: z.string(),
  name: z.string(),
  email: z.string(),
  role: contactRole,
  mail: z.strictObject({ state: mailState, at: instant.nullable(), error: z.string().nullable() }),
  revokedAt: instant.nullable(),
  seenAt: instant.nullable(),
  response: z.strictObject({
    state: z.enum(['none', 'draft', 'submitted']),
    /** Share 0–1 of the asked scored questions that have an answer. */
    answered: z.number(),
    at: instant.nullable(),
  }),
});

export const invitationsResponse = z.strictObject({
  /** Whether answers are anonymous: then nobody is "seen" or "started", and only submitted or not is known. */
  anonymous: z.boolean(),
  counts: returnCounts,
  invitations: z.array(invitationRow),
});
/** `newLink` ends the link sent before. */
export const resendRequest = z.strictObject({ newLink: z.boolean() });

export type InvitationRow = z.output<typeof invitationRow>;
export type InvitationsResponse = z.output<typeof invitationsResponse>;

export const invitationsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/waves/{id}/invitations',
    summary: 'Return of a wave, one row per invitation',
    access: 'officer',
    response: invitationsResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/invitations/{id}/resend',
    summary: 'Send the invitation again',
    access: 'officer',
    request: resendRequest,
    response: invitationRow,
    status: 202,
  },
  {
    method: 'post',
    path: '/api/invitations/{id}/revoke',
    summary: 'End a link',
    access: 'officer',
    request: z.strictObject({}),
    response: invitationRow,
    status: 200,
  },
];
