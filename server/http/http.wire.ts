import type { Operation } from './operation.ts';

export const httpOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    access: 'public',
    responseType: 'application/json',
    status: 200,
  },
];
