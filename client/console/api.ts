import { ProblemError, type RequestOptions, request } from '../http.ts';
import { language } from '../i18n/i18n.ts';

const doorkeeper = { csrfToken: '', signedOut: () => {} };

/** The session's token; every writing request carries it. */
export function keepCsrfToken(token: string | null): void {
  doorkeeper.csrfToken = token ?? '';
}

/** What happens when the session is over while a page is open. */
export function onSignedOut(act: () => void): void {
  doorkeeper.signedOut = act;
}

export type WritingMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export async function getJson<Answer>(path: string): Promise<Answer> {
  return await call<Answer>(path, {});
}

export async function send<Answer>(method: WritingMethod, path: string, body?: unknown): Promise<Answer> {
  return await call<Answer>(path, { method, body: body ?? {} });
}

/** Sends a file's bytes as they are; the server finds out its encoding. */
export async function sendCsv<Answer>(
  path: string,
  content: Blob,
  method: WritingMethod = 'POST',
): Promise<Answer> {
  return await call<Answer>(path, { method, body: content, headers: { 'Content-Type': 'text/csv' } });
}

async function call<Answer>(path: string, options: RequestOptions): Promise<Answer> {
  const token = doorkeeper.csrfToken === '' ? {} : { 'X-CSRF-Token': doorkeeper.csrfToken };
  const headers = { 'Accept-Language': language(), ...token, ...options.headers };
  try {
    return await request<Answer>(path, { ...options, headers });
  } catch (error) {
    if (error instanceof ProblemError && error.kind === 'not-signed-in') doorkeeper.signedOut();
    throw error;
  }
}
