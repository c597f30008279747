import express, { type Request } from 'express';
import { bySession, type Officer, type OfficerDeps } from '../http/officer.ts';
import { parse } from '../http/parse.ts';
import type { AttemptLimits } from '../http/rate-limits.ts';
import { destroy, regenerate, sessionCookie } from '../http/sessions.ts';
import type { Account } from './account.ts';
import { type SessionResponse, setupRequest, signInRequest } from './accounts.wire.ts';
import { type SetUpDeps, setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';
import { newToken } from './token-hash.ts';

export interface AccountsDeps extends SetUpDeps {
  /** Where Pegel is reached. */
  readonly url: string;
  readonly officers: OfficerDeps;
  readonly readCity: () => Promise<{ city: string }>;
  readonly signInLimits: AttemptLimits;
  readonly setupLimits: AttemptLimits;
}

export function accountsRoutes(deps: AccountsDeps): express.Router {
  const router = express.Router();
  router.get('/api/session', async (req, res) => {
    res.json(await sessionResponse(req, deps, await bySession(req, deps.officers)));
  });
  router.post('/api/session', ...deps.signInLimits.count, async (req, res) => {
    const account = await signIn(deps.accounts, parse(signInRequest, req.body));
    await deps.signInLimits.forgive(req);
    await beginSession(req, account);
    res.status(201).json(await sessionResponse(req, deps, account));
  });
  router.delete('/api/session', async (req, res) => {
    await destroy(req);
    res.clearCookie(sessionCookie(deps.url)).status(204).end();
  });
  router.post('/api/setup', ...deps.setupLimits.count, async (req, res) => {
    const account = await setUp(deps, parse(setupRequest, req.body));
    await deps.setupLimits.forgive(req);
    await beginSession(req, account);
    res.status(201).json(await sessionResponse(req, deps, account));
  });
  return router;
}

async function beginSession(req: Request, account: Account): Promise<void> {
  await regenerate(req);
  req.session.accountId = account.id;
  req.session.signInVersion = account.signInVersion;
  req.session.csrfToken = newToken();
}

async function sessionResponse(
  req: Request,
  deps: AccountsDeps,
  officer: Officer | null,
): Promise<SessionResponse> {
  const isSetUp = officer !== null || (await deps.accounts.first()) !== null;
  const { city } = await deps.readCity();
  if (!officer) return { setUp: isSetUp, city: city || null, account: null, csrfToken: null };
  const { id, name, email, phone } = officer;
  const csrfToken = req.session.csrfToken ?? null;
  return { setUp: isSetUp, city: city || null, account: { id, name, email, phone }, csrfToken };
}
