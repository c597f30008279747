import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import type { ResultsDeps } from '../results/results-deps.ts';
import { explainNumber } from './explain-number.ts';
import { explainQuery } from './explanations.wire.ts';

const waveParams = z.strictObject({ id });

export function explanationsRoutes(deps: ResultsDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/results/explain', async (req, res) => {
    const { id: waveId } = parse(waveParams, req.params);
    res.json(await explainNumber(deps, { waveId, query: parse(explainQuery, req.query) }));
  });

  return router;
}
