import express from 'express';
import { parse } from '../http/parse.ts';
import { csvTypes, sentCsv } from '../http/sent-csv.ts';
import { compareQuery } from './comparison.wire.ts';
import type { ComparisonDeps } from './comparison-deps.ts';
import { forgetSuccessors } from './forget-successors.ts';
import { keepSuccessors } from './keep-successors.ts';
import { readComparison } from './read-comparison.ts';

export function comparisonRoutes(deps: ComparisonDeps): express.Router {
  const router = express.Router();
  router.get('/api/compare', async (req, res) => {
    res.json(await readComparison(deps, parse(compareQuery, { ...req.query })));
  });
  router.put('/api/compare/successors', express.raw({ type: csvTypes, limit: '1mb' }), async (req, res) => {
    res.json(
      await keepSuccessors(
        deps,
        parse(compareQuery, { ...req.query }),
        sentCsv(req, { de: 'die Tabelle', en: 'the table' }),
      ),
    );
  });
  router.delete('/api/compare/successors', async (req, res) => {
    await forgetSuccessors(deps, parse(compareQuery, { ...req.query }));
    res.status(204).end();
  });
  return router;
}
