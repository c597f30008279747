import type { Router } from 'express';
import type { Logger } from 'pino';
import { scheduledBackupsJob } from './backup/scheduled-backups.ts';
import type { Ground } from './ground.ts';
import { healthRoutes } from './health/health.routes.ts';
import { openStoreOf } from './health/open-store.ts';
import { readReport } from './health/read-report.ts';
import type { Job } from './jobs/job.ts';
import type { JobRecord } from './jobs/job-record.ts';
import type { MailTransport } from './mail/transport.ts';
import { metricsRoutes } from './metrics/metrics.routes.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { secretFile, subkey } from './secret.ts';
import type { Store } from './store/connect.ts';
import { readSchemaVersion, schemaVersion } from './store/migrations/schema-version.ts';
import { readStoreFigures, storeAnswers } from './store/store-facts.ts';
import type { Stores } from './stores.ts';

export interface OperatorRooms {
  readonly routers: readonly Router[];
  readonly jobs: readonly Job[];
  readonly metrics: Metrics;
  /** Resolves when what goes on beside the jobs is done. */
  settled(): Promise<void>;
}

interface Around {
  readonly store: Store;
  readonly transport: MailTransport;
  readonly record: JobRecord;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Health, figures and backups: what keeps an installation going. */
export function operatorRooms(ground: Ground, stores: Stores, around: Around): OperatorRooms {
  const { config, version, now, secret } = ground;
  const { store, transport, record } = around;
  const open = openStoreOf({ store, stores, config }, subkey(secret, 'fingerprint').toString('base64url'));
  const own = config.secret === null ? secretFile(config.dataFolder) : null;
  const health = { config, version, now, transport, secretFile: own, open, trouble: null, jobs: record.read };
  const answers = () => storeAnswers(store.connection);
  const metrics = createMetrics({
    storeAnswers: answers,
    backups: stores.backups,
    now,
    mailCounts: () => stores.outbox.count(null),
    waveCounts: () => waveCounts(stores),
    storeFigures: () => readStoreFigures(store.connection),
    jobs: record.read,
  });
  const backups = backupsJob(ground, stores, around);
  return {
    routers: [
      healthRoutes({
        version,
        storeAnswers: answers,
        readReport: () => readReport(health, { smtp: false }),
      }),
      metricsRoutes(metrics, config.metricsToken),
    ],
    jobs: backups === null ? [] : [backups],
    metrics,
    settled: async () => backups?.underWay(),
  };
}

function backupsJob({ config, version, now }: Ground, stores: Stores, { store, log, signal }: Around) {
  if (config.backups === null) return null;
  return scheduledBackupsJob({
    ...{ store, now, version, signal, backups: stores.backups },
    schedule: config.backups,
    timeZone: config.timeZone,
    schemaVersion: async () => (await readSchemaVersion(store.connection)) ?? schemaVersion,
    failed: (error) => log.error({ err: error }, 'backup failed'),
  });
}

async function waveCounts({ waves }: Stores): Promise<Record<string, number>> {
  const counts: Record<string, number> = { draft: 0, open: 0, closed: 0 };
  for (const { state } of await waves.list()) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
