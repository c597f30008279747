import type { Request, RequestHandler } from 'express';
import { Refusal } from '../refusal.ts';

/** Whoever is signed in. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

declare module 'express-session' {
  interface SessionData {
    accountId: string;
    /** Of the account at sign-in; a reset password raises the account's and ends older sessions. */
    signInVersion: number;
    csrfToken: string;
  }
}

const officers = new WeakMap<Request, Officer>();

/** The officer behind a request that passed `requireOfficer`. */
export function officerOf(req: Request): Officer {
  const officer = officers.get(req);
  if (officer) return officer;
  throw notSignedIn();
}

const notSignedIn = () =>
  new Refusal('not-signed-in', { de: 'Bitte melden Sie sich an.', en: 'Please sign in.' });

export interface OfficerDeps {
  /** Null when the account is gone or its sessions were ended since. */
  officerOfSession(session: { accountId: string; signInVersion: number }): Promise<Officer | null>;
  officerOfToken(token: string): Promise<Officer | null>;
}

/** Lets pass who is signed in by session or carries a bearer token. */
export function requireOfficer(deps: OfficerDeps): RequestHandler {
  return async (req, _res, next) => {
    const token = bearerToken(req);
    const officer = token === null ? await bySession(req, deps) : await deps.officerOfToken(token);
    if (!officer) throw notSignedIn();
    officers.set(req, officer);
    next();
  };
}

/** The bearer token of a request; it carries its own proof, so no session and no CSRF token is asked for. */
export function bearerToken(req: Request): string | null {
  return /^Bearer ([\w.~+/=-]{1,200})$/i.exec(req.get('authorization') ?? '')?.[1] ?? null;
}

/** The officer of the session cookie, if any. */
export async function bySession(req: Request, deps: OfficerDeps): Promise<Officer | null> {
  const { accountId, signInVersion } = req.session;
  if (accountId === undefined || signInVersion === undefined) return null;
  return deps.officerOfSession({ accountId, signInVersion });
}
