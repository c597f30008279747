import { z } from 'zod';
import { lowestMinGroup, standardMinGroup } from '../../surveys/scoring/group-size.ts';
import type { Operation } from '../http/operation.ts';
import { emailAddress, id, instant, language, line, localDate, text } from '../http/shapes.ts';
import { questionnaireRef } from '../questionnaires/questionnaires.wire.ts';

export const waveState = z.enum(['draft', 'open', 'closed']);
/** `official`: one consolidated answer of an office; `several`: many people of an office answer for themselves. */
export const waveMode = z.enum(['official', 'several']);

/** What mode `several` promises to the people who answer; fixed once the wave is open. */
export const severalRequest = z.strictObject({
  anonymous: z.boolean().default(true),
  minGroup: z.number().int().min(lowestMinGroup).max(50).default(standardMinGroup),
  /** Who agreed to a group below the standard, and when; needed below it, refused otherwise. */
  consent: line(500).nullable().default(null),
});

export const severalResponse = z.strictObject({
  anonymous: z.boolean(),
  minGroup: z.number().int(),
  consent: z.strictObject({ text: z.string(), by: z.string(), at: instant }).nullable(),
});

/** Target of a dimension, points 0–100; null: the mean of what the offices aim at. */
export const targets = z.record(z.string().max(64), z.number().min(0).max(100).nullable());
export const targetsRequest = z.strictObject({ revision: z.number().int(), targets });

const waveFields = {
  title: line(120),
  questionnaire: questionnaireRef,
  officeIds: z.array(id).max(5_000),
  deadline: localDate,
  language,
};
export const createWaveRequest = z.strictObject({
  ...waveFields,
  mode: waveMode.default('official'),
  /** With mode `several` only; absent: anonymous, groups of five. */
  several: severalRequest.optional(),
});
export const updateWaveRequest = z.strictObject({
  revision: z.number().int(),
  title: waveFields.title.optional(),
  questionnaire: questionnaireRef.optional(),
  officeIds: waveFields.officeIds.optional(),
  deadline: localDate.optional(),
  language: language.optional(),
  mode: waveMode.optional(),
  several: severalRequest.optional(),
});
/** Guards opening and closing against a stale page. */
export const waveStepRequest = z.strictObject({ revision: z.number().int() });

/** A finding of the check list before opening; an `error` prevents opening. */
export const waveCheck = z.strictObject({
  kind: z.string(),
  severity: z.enum(['error', 'warning', 'ok']),
  detail: text,
  officeIds: z.array(id),
});

/** `started` and `submitted` count offices in mode official, people in mode several. */
export const returnCounts = z.strictObject({
  offices: z.number().int(),
  invitations: z.number().int(),
  sent: z.number().int(),
  refused: z.number().int(),
  seen: z.number().int(),
  started: z.number().int(),
  submitted: z.number().int(),
});

export const waveResponse = z.strictObject({
  id,
  title: z.string(),
  questionnaire: questionnaireRef,
  questionnaireTitle: text,
  mode: waveMode,
  /** Null in mode `official`. */
  several: severalResponse.nullable(),
  targets,
  language,
  deadline: localDate,
  state: waveState,
  revision: z.number().int(),
  createdAt: instant,
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  officeIds: z.array(id),
  counts: returnCounts,
  /** Of a draft; empty otherwise. */
  checks: z.array(waveCheck),
  /** Whole days until the deadline, negative after it. */
  daysLeft: z.number().int(),
});

export const wavesResponse = z.strictObject({ waves: z.array(waveResponse) });

export const mailPreviewQuery = z.strictObject({ officeId: id.optional(), language: language.optional() });
export const mailPreviewResponse = z.strictObject({
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export const testMailRequest = z.strictObject({ to: emailAddress.optional(), language: language.optional() });
export const testMailResponse = z.strictObject({ to: z.string(), mailId: id });

export type SeveralRequest = z.output<typeof severalRequest>;
export type TargetsRequest = z.output<typeof targetsRequest>;
export type CreateWaveRequest = z.output<typeof createWaveRequest>;
export type UpdateWaveRequest = z.output<typeof updateWaveRequest>;
export type WaveResponse = z.output<typeof waveResponse>;
export type WavesResponse = z.output<typeof wavesResponse>;
export type WaveCheck = z.output<typeof waveCheck>;
export type ReturnCounts = z.output<typeof returnCounts>;
export type MailPreviewResponse = z.output<typeof mailPreviewResponse>;
export type TestMailResponse = z.output<typeof testMailResponse>;

export const wavesOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/waves',
    summary: 'All waves, newest first',
    access: 'officer',
    response: wavesResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/waves',
    summary: 'Draft a wave',
    access: 'officer',
    request: createWaveRequest,
    response: waveResponse,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/waves/{id}',
    summary: 'One wave',
    access: 'officer',
    response: waveResponse,
    status: 200,
  },
  {
    method: 'patch',
    path: '/api/waves/{id}',
    summary: 'Change a draft',
    access: 'officer',
    request: updateWaveRequest,
    response: waveResponse,
    status: 200,
  },
  { method: 'delete', path: '/api/waves/{id}', summary: 'Delete a draft', access: 'officer', status: 204 },
  {
    method: 'post',
    path: '/api/waves/{id}/open',
    summary: 'Open: invitations and owed mails',
    access: 'officer',
    request: waveStepRequest,
    response: waveResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/waves/{id}/close',
    summary: 'Close by hand',
    access: 'officer',
    request: waveStepRequest,
    response: waveResponse,
    status: 200,
  },
  {
    method: 'put',
    path: '/api/waves/{id}/targets',
    summary: 'Set the targets of the dimensions',
    access: 'officer',
    request: targetsRequest,
    response: waveResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/waves/{id}/mail-preview',
    summary: 'The invitation mail as it will be sent',
    access: 'officer',
    query: mailPreviewQuery,
    response: mailPreviewResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/waves/{id}/test-mail',
    summary: 'Send the invitation as a test to oneself',
    access: 'officer',
    request: testMailRequest,
    response: testMailResponse,
    status: 202,
  },
];
