import { Router } from 'express';
import type { OverviewDeps } from './overview-deps.ts';
import { readOverview } from './read-overview.ts';

export function overviewRoutes(deps: OverviewDeps): Router {
  const router = Router();

  router.get('/api/overview', async (_req, res) => {
    res.json(await readOverview(deps));
  });

  return router;
}
