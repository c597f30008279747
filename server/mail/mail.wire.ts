import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { id, instant } from '../http/shapes.ts';
import { mailState } from '../invitations/invitations.wire.ts';
import { mailKinds } from './mail-kinds.ts';

export const outboxMail = z.strictObject({
  id,
  kind: z.enum(mailKinds),
  waveId: id,
  waveTitle: z.string(),
  to: z.string(),
  subject: z.string(),
  state: mailState,
  dueAt: instant,
  sentAt: instant.nullable(),
  attempts: z.number().int(),
  error: z.string().nullable(),
  /** Only when mails are written to the outbox folder, so that the job can be tried alone. */
  link: z.string().nullable(),
  text: z.string().nullable(),
});

export const outboxQuery = z.strictObject({ waveId: id.optional() });

export const outboxResponse = z.strictObject({
  transport: z.enum(['smtp', 'folder']),
  folder: z.string().nullable(),
  counts: z.record(z.string(), z.number().int()),
  /** Newest first, at most 500. */
  mails: z.array(outboxMail),
});

/** After a restore mail waits until somebody releases it. */
export const mailPauseResponse = z.strictObject({
  /** Null while mail is sent. */
  pausedSince: instant.nullable(),
  /** How many mails wait. */
  owed: z.number().int(),
});

export type MailPauseResponse = z.output<typeof mailPauseResponse>;
export type OutboxMail = z.output<typeof outboxMail>;
export type OutboxResponse = z.output<typeof outboxResponse>;

export const mailOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/outbox',
    summary: 'Mails owed and sent',
    access: 'officer',
    query: outboxQuery,
    response: outboxResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/mail-pause',
    summary: 'Whether mail is paused after a restore, and how many mails wait',
    access: 'officer',
    response: mailPauseResponse,
    status: 200,
  },
  {
    method: 'delete',
    path: '/api/mail-pause',
    summary: 'Let mail go out again',
    access: 'officer',
    response: mailPauseResponse,
    status: 200,
  },
];
