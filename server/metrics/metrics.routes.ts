import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { nothingHere } from '../http/error-edge.ts';
import { bearerToken } from '../http/officer.ts';
import { Refusal } from '../refusal.ts';
import type { Metrics } from './metrics.ts';

/** Off without a token: then nobody can tell that there are metrics at all. */
export function metricsRoutes(metrics: Metrics, token: string | null): express.Router {
  const router = express.Router();
  router.get('/api/metrics', async (req, res, next) => {
    if (token === null) return nothingHere(req, res, next);
    if (!isSame(bearerToken(req) ?? '', token)) throw wrongToken();
    res.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const wrongToken = () =>
  new Refusal('not-signed-in', {
    de: 'Dafür braucht es das Token aus PEGEL_METRICS_TOKEN.',
    en: 'This needs the token of PEGEL_METRICS_TOKEN.',
  });
