import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { inBothLanguages } from '../http/parse.ts';
import { emailAddress, id, line } from '../http/shapes.ts';

export const password = z
  .string()
  .min(
    12,
    inBothLanguages({
      de: 'Das Passwort braucht mindestens 12 Zeichen.',
      en: 'The password needs at least 12 characters.',
    }),
  )
  .max(200);

export const setupRequest = z.strictObject({
  token: z.string().max(200),
  city: line(80),
  name: line(120),
  phone: line(40),
  email: emailAddress,
  password,
});

export const signInRequest = z.strictObject({ email: z.string().max(254), password: z.string().max(200) });

export const account = z.strictObject({ id, name: z.string(), email: z.string(), phone: z.string() });

/** Who is signed in; `csrfToken` goes into the header `X-CSRF-Token` of every writing request of the session. */
export const sessionResponse = z.strictObject({
  setUp: z.boolean(),
  city: z.string().nullable(),
  account: account.nullable(),
  csrfToken: z.string().nullable(),
});

export type SetupRequest = z.output<typeof setupRequest>;
export type SignInRequest = z.output<typeof signInRequest>;
export type SessionResponse = z.output<typeof sessionResponse>;

export const accountsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in',
    access: 'public',
    response: sessionResponse,
    status: 200,
  },
  {
    method: 'post',
    path: '/api/session',
    summary: 'Sign in',
    access: 'public',
    request: signInRequest,
    response: sessionResponse,
    status: 201,
  },
  { method: 'delete', path: '/api/session', summary: 'Sign out', access: 'officer', status: 204 },
  {
    method: 'post',
    path: '/api/setup',
    summary: 'Create the first account with the set-up link',
    access: 'public',
    request: setupRequest,
    response: sessionResponse,
    status: 201,
  },
];
