import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../http/parse.ts';
import { id } from '../http/shapes.ts';
import type { RankingDeps } from './ranking-deps.ts';
import { readRanking } from './read-ranking.ts';

const waveParams = z.strictObject({ id });

export function rankingRoutes(deps: RankingDeps): Router {
  const router = Router();

  router.get('/api/waves/:id/results/ranking', async (req, res) => {
    res.json(await readRanking(deps, parse(waveParams, req.params).id));
  });

  return router;
}
