import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import { exportProjects } from './export-projects.ts';
import type { ProjectsDeps } from './projects-deps.ts';
import { readProjects } from './read-projects.ts';

const waveParams = z.strictObject({ id });

export function projectsRoutes(deps: ProjectsDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/projects', async (req, res) => {
    res.json(await readProjects(deps, parse(waveParams, req.params).id));
  });

  router.get('/api/waves/:id/projects.csv', async (req, res) => {
    const { name, content } = await exportProjects(deps, parse(waveParams, req.params).id);
    res.attachment(name).type('text/csv').send(content);
  });

  return router;
}
