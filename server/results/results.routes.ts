import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { readOfficeResults } from './read-office-results.ts';
import { readResults } from './read-results.ts';
import type { ResultsDeps } from './results-deps.ts';

const waveParams = z.strictObject({ id });
const officeParams = z.strictObject({ id, officeId: id });

export function resultsRoutes(deps: ResultsDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/results', async (req, res) => {
    res.json(await readResults(deps, parse(waveParams, req.params).id));
  });

  router.get('/api/waves/:id/results/offices/:officeId', async (req, res) => {
    const { id: waveId, officeId } = parse(officeParams, req.params);
    res.json(await readOfficeResults(deps, { waveId, officeId }));
  });

  return router;
}
