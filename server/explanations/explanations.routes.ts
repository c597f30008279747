import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { explainNumber } from './explain-number.ts';
import { explainQuery } from './explanations.wire.ts';
import type { ExplanationsDeps } from './explanations-deps.ts';

const waveParams = z.strictObject({ id });

export function explanationsRoutes(deps: ExplanationsDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/results/explain', async (req, res) => {
    const { id: waveId } = parse(waveParams, req.params);
    res.json(await explainNumber(deps, { waveId, query: parse(explainQuery, req.query) }));
  });

  return router;
}
