import express from 'express';
import { inTime } from '../in-time.ts';
import type { HealthReport, HealthResponse } from './health.wire.ts';
import type { Report } from './report.ts';
import { reportDocument } from './report-document.ts';

export interface HealthRoutesDeps {
  readonly version: string;
  storeAnswers(): Promise<boolean>;
  readReport(): Promise<Report>;
}

/** Probes come often; the report behind them is read this often at most. */
const freshMs = 10_000;
const reportMs = 3_000;

export function healthRoutes({ version, storeAnswers, readReport }: HealthRoutesDeps): express.Router {
  const router = express.Router();
  let known: { readonly at: number; readonly report: Promise<Report> } | null = null;
  const recentReport = () => {
    if (known === null || performance.now() - known.at > freshMs) {
      known = { at: performance.now(), report: readReport() };
    }
    return known.report;
  };

  router.get('/api/health/live', (_req, res) => {
    res.json({ live: true, version });
  });

  router.get('/api/health', async (_req, res) => {
    const ready = await storeAnswers();
    const problems = (ready ? await inTime(problemsOf(recentReport()), reportMs) : null) ?? ['store'];
    const status = ready ? (problems.length === 0 ? 'ok' : 'degraded') : 'down';
    res.status(ready ? 200 : 503);
    res.json({ status, live: true, ready, version, problems } satisfies HealthResponse);
  });

  router.get('/api/health/report', async (_req, res) => {
    res.json(reportDocument(await readReport()) satisfies HealthReport);
  });

  return router;
}

async function problemsOf(report: Promise<Report>): Promise<string[]> {
  const { findings } = await report;
  return findings.filter(({ severity }) => severity === 'problem').map(({ id }) => id);
}
