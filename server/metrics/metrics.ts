import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BackupsStore } from '../backup/backups-store.ts';
import { inTime } from '../in-time.ts';
import type { JobFate } from '../jobs/job-record.ts';

/** One answered request; `route` is the template, never a concrete path. */
export interface Observation {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  observe(request: Observation): void;
  /** Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsDeps {
  readonly backups: Pick<BackupsStore, 'last'>;
  readonly now: () => Date;
  mailCounts(): Promise<Readonly<Record<string, number>>>;
  waveCounts(): Promise<Readonly<Record<string, number>>>;
  storeAnswers(): Promise<boolean>;
  storeFigures(): Promise<{
    readonly sizeBytes: number;
    readonly documents: Readonly<Record<string, number>>;
  }>;
  jobs(): ReadonlyMap<string, JobFate>;
}

/** How long a scrape waits for the database. */
const patienceMs = 2_000;
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What Prometheus asks for; every label is a name from the program, none comes from people. */
export function createMetrics(deps: MetricsDeps): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const duration = new Histogram({
    name: 'pegel_http_request_duration_seconds',
    help: 'Answered requests by route and class of status',
    ...{ labelNames, buckets, registers: [registry] },
  });
  gauges(registry, deps);
  jobMetrics(registry, deps);
  return {
    observe({ method, route, status, seconds }) {
      duration.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function gauges(registry: Registry, deps: MetricsDeps): void {
  single(registry, 'pegel_store_up', 'Whether the database answers', async () => {
    return (await deps.storeAnswers()) ? 1 : 0;
  });
  byLabel(registry, { name: 'pegel_mails', help: 'Mails by state', label: 'state' }, deps.mailCounts);
  byLabel(registry, { name: 'pegel_waves', help: 'Waves by state', label: 'state' }, deps.waveCounts);
  const documents = { name: 'pegel_store_documents', help: 'Stored documents', label: 'collection' };
  byLabel(registry, documents, async () => (await deps.storeFigures()).documents);
  single(registry, 'pegel_store_bytes', 'Size of the store on disk', async () => {
    return (await deps.storeFigures()).sizeBytes;
  });
  single(registry, 'pegel_backup_age_seconds', 'Since the last backup; none yet: NaN', async () => {
    const last = await deps.backups.last();
    return last === null ? Number.NaN : (deps.now().getTime() - last.finishedAt.getTime()) / 1000;
  });
}

interface Labelled {
  readonly name: string;
  readonly help: string;
  readonly label: string;
}

/** While the database is away, its figures are left out. */
function byLabel(
  registry: Registry,
  { name, help, label }: Labelled,
  read: () => Promise<Readonly<Record<string, number>>>,
): void {
  new Gauge({
    ...{ name, help, labelNames: [label], registers: [registry] },
    async collect() {
      const figures = (await inTime(read(), patienceMs)) ?? {};
      this.reset();
      for (const [key, value] of Object.entries(figures)) this.set({ [label]: key }, value);
    },
  });
}

function single(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
  new Gauge({
    ...{ name, help, registers: [registry] },
    async collect() {
      const figure = await inTime(read(), patienceMs);
      if (figure === null) this.reset();
      else this.set(figure);
    },
  });
}

function jobMetrics(registry: Registry, { jobs }: MetricsDeps): void {
  const labelNames = ['job', 'outcome'] as const;
  new Counter({
    ...{ name: 'pegel_job_runs_total', help: 'Runs of background jobs', labelNames, registers: [registry] },
    collect() {
      this.reset();
      for (const [job, { runs, failures }] of jobs()) {
        this.inc({ job, outcome: 'done' }, runs - failures);
        this.inc({ job, outcome: 'failed' }, failures);
      }
    },
  });
  new Gauge({
    name: 'pegel_job_last_success_timestamp_seconds',
    help: 'When a background job last succeeded',
    ...{ labelNames: ['job'] as const, registers: [registry] },
    collect() {
      for (const [job, { lastSuccessAt }] of jobs()) {
        if (lastSuccessAt !== null) this.set({ job }, lastSuccessAt.getTime() / 1000);
      }
    },
  });
}
