import express from 'express';
import { openApiDocument } from './openapi.ts';
import type { Operation } from './operation.ts';
import { sessionCookie } from './sessions.ts';

export interface HttpDeps {
  readonly operations: readonly Operation[];
  readonly version: string;
  /** Where Pegel is reached. */
  readonly url: string;
}

export function httpRoutes({ operations, version, url }: HttpDeps): express.Router {
  const router = express.Router();
  const document = openApiDocument(operations, { version, cookie: sessionCookie(url) });
  router.get('/api/openapi.json', (_req, res) => {
    res.json(document);
  });
  return router;
}
