import express from 'express';
import { Refusal } from '../refusal.ts';
import { openApiDocument } from './openapi.ts';
import type { Operation } from './operation.ts';
import { sessionCookie } from './sessions.ts';

export interface HttpDeps {
  readonly operations: readonly Operation[];
  readonly version: string;
  /** Where Pegel is reached. */
  readonly url: string;
  readonly storeIsUp: () => Promise<boolean>;
}

export function httpRoutes({ operations, version, url, storeIsUp }: HttpDeps): express.Router {
  const router = express.Router();
  const document = openApiDocument(operations, { version, cookie: sessionCookie(url) });
  router.get('/api/health', async (_req, res) => {
    if (!(await storeIsUp())) throw storeDown();
    res.json({ status: 'ok', version });
  });
  router.get('/api/openapi.json', (_req, res) => {
    res.json(document);
  });
  return router;
}

const storeDown = () =>
  new Refusal('unavailable', {
    de: 'Die Datenbank ist gerade nicht erreichbar.',
    en: 'The database cannot be reached right now.',
  });
