import express, { type Request } from 'express';
import { parse } from '../http/parse.ts';
import { Refusal } from '../refusal.ts';
import { compareQuery } from './comparison.wire.ts';
import type { ComparisonDeps } from './comparison-deps.ts';
import { forgetSuccessors } from './forget-successors.ts';
import { keepSuccessors } from './keep-successors.ts';
import { readComparison } from './read-comparison.ts';

const csvTypes = ['text/csv', 'application/csv', 'text/plain', 'application/vnd.ms-excel'];

export function comparisonRoutes(deps: ComparisonDeps): express.Router {
  const router = express.Router();
  router.get('/api/compare', async (req, res) => {
    res.json(await readComparison(deps, parse(compareQuery, { ...req.query })));
  });
  router.put('/api/compare/successors', express.raw({ type: csvTypes, limit: '1mb' }), async (req, res) => {
    res.json(await keepSuccessors(deps, parse(compareQuery, { ...req.query }), sentFile(req)));
  });
  router.delete('/api/compare/successors', async (req, res) => {
    await forgetSuccessors(deps, parse(compareQuery, { ...req.query }));
    res.status(204).end();
  });
  return router;
}

function sentFile(req: Request): Uint8Array {
  const body: unknown = req.body;
  if (Buffer.isBuffer(body)) return body;
  throw new Refusal('unsupported-media-type', {
    de: 'Bitte senden Sie die Tabelle als text/csv.',
    en: 'Please send the table as text/csv.',
  });
}
