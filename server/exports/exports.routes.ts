import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { exportResponses, exportWave } from './export-responses.ts';
import { exportResults } from './export-results.ts';
import type { ExportsDeps } from './exports-deps.ts';

const waveParams = z.strictObject({ id });

export function exportsRoutes(deps: ExportsDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/results.csv', async (req, res) => {
    const { name, content } = await exportResults(deps, parse(waveParams, req.params).id);
    res.attachment(name).type('text/csv').send(content);
  });

  router.get('/api/waves/:id/responses.json', async (req, res) => {
    const { name, content } = await exportResponses(deps, parse(waveParams, req.params).id);
    res.attachment(name).json(content);
  });

  router.get('/api/waves/:id/wave.json', async (req, res) => {
    const { name, content } = await exportWave(deps, parse(waveParams, req.params).id);
    res.attachment(name).json(content);
  });

  return router;
}
