import type { Operation } from '../http/operation.ts';

export const metricsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/metrics',
    summary: 'Figures for Prometheus; with the token of PEGEL_METRICS_TOKEN, off without one',
    access: 'probe',
    responseType: 'text/plain',
    status: 200,
  },
];
