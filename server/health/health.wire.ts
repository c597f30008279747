import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { instant, text } from '../http/shapes.ts';

export const healthResponse = z.strictObject({
  /** `degraded`: it works, but somebody should look at the report. */
  status: z.enum(['ok', 'degraded', 'down']),
  live: z.literal(true),
  /** Whether requests can be answered; with 503 when not. */
  ready: z.boolean(),
  version: z.string(),
  /** What is wrong, by name; the report says more. */
  problems: z.array(z.string()),
});

export const liveResponse = z.strictObject({ live: z.literal(true), version: z.string() });

const finding = z.strictObject({ id: z.string(), severity: z.enum(['warning', 'problem']), detail: text });

export const healthReport = z.strictObject({
  version: z.string(),
  at: instant,
  url: z.string(),
  trustsProxy: z.boolean(),
  timeZone: z.string(),
  dataFolder: z.strictObject({
    path: z.string(),
    freeBytes: z.number().nullable(),
    mode: z.number().int().nullable(),
  }),
  secretMode: z.number().int().nullable(),
  store: z.union([
    z.strictObject({
      state: z.literal('up'),
      kind: z.enum(['embedded', 'mongodb']),
      place: z.string(),
      sizeBytes: z.number(),
      documents: z.record(z.string(), z.number().int()),
      schema: z.strictObject({ data: z.number().int().nullable(), program: z.number().int() }),
      clockAheadMs: z.number(),
      secretFits: z.boolean(),
      hasWaves: z.boolean(),
    }),
    z.strictObject({
      state: z.enum(['down', 'none']),
      kind: z.enum(['embedded', 'mongodb']),
      place: z.string(),
      why: text,
    }),
  ]),
  mail: z.strictObject({
    transport: z.enum(['smtp', 'folder']),
    owed: z.number().int(),
    retrying: z.number().int(),
    refused: z.number().int(),
    pausedSince: instant.nullable(),
    server: z.union([z.literal('works'), z.strictObject({ error: z.string() })]).nullable(),
  }),
  backups: z
    .strictObject({
      folder: z.string().nullable(),
      last: z.strictObject({ finishedAt: instant, file: z.string(), bytes: z.number() }).nullable(),
      failure: z.strictObject({ at: instant, error: z.string() }).nullable(),
    })
    .nullable(),
  jobs: z.array(
    z.strictObject({
      name: z.string(),
      lastSuccessAt: instant.nullable(),
      failingSince: instant.nullable(),
    }),
  ),
  /** Worst first. */
  findings: z.array(finding),
});

export type HealthResponse = z.output<typeof healthResponse>;
export type HealthReport = z.output<typeof healthReport>;

export const healthOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/health',
    summary: 'Whether this Pegel works; 503 when it cannot answer requests',
    access: 'probe',
    response: healthResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/health/live',
    summary: 'Whether the process answers at all; asks no database',
    access: 'probe',
    response: liveResponse,
    status: 200,
  },
  {
    method: 'get',
    path: '/api/health/report',
    summary: 'Everything about this installation, and what is wrong with it',
    access: 'officer',
    response: healthReport,
    status: 200,
  },
];
