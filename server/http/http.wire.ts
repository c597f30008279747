import { z } from 'zod';
import type { Operation } from './operation.ts';

export const healthResponse = z.strictObject({ status: z.enum(['ok']), version: z.string() });

export const httpOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/health',
    summary: 'Whether this Pegel works',
    access: 'public',
    response: healthResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    access: 'public',
    responseType: 'application/json',
    status: 200,
  },
];
