import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { exportResponses, exportWave } from './export-responses.ts';
import { exportProjects, exportResults } from './export-results.ts';
import { readOfficeResults } from './read-office-results.ts';
import { readProjects } from './read-projects.ts';
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

  router.get('/api/waves/:id/projects', async (req, res) => {
    res.json(await readProjects(deps, parse(waveParams, req.params).id));
  });

  router.get('/api/waves/:id/results.csv', async (req, res) => {
    const { name, content } = await exportResults(deps, parse(waveParams, req.params).id);
    res.attachment(name).type('text/csv').send(content);
  });

  router.get('/api/waves/:id/projects.csv', async (req, res) => {
    const { name, content } = await exportProjects(deps, parse(waveParams, req.params).id);
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
