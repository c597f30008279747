import { Cron } from 'croner';
import type { Logger } from 'pino';
import type { Job } from './job.ts';
import type { JobRecord } from './job-record.ts';

export interface TickerDeps {
  readonly jobs: readonly Job[];
  readonly now: () => Date;
  readonly log: Logger;
  readonly record: JobRecord;
  /** True while this instance does the scheduled work; of several instances one does. */
  readonly isOnDuty: () => Promise<boolean>;
}

export interface Ticker {
  /** Looks for due work every two seconds. */
  start(): void;
  /** Runs every job once, after the runs under way. */
  tickNow(): Promise<void>;
  /** Like `tickNow`, but nobody waits for it. */
  wake(): void;
  stop(): Promise<void>;
}

const tickSeconds = 2;

export function createTicker(deps: TickerDeps): Ticker {
  const run = createRunner(deps);
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  let schedule: Cron | null = null;
  let ticks = 0;
  const queue = (work: () => Promise<void>) => {
    last = last.then(() => (stopped ? undefined : work()));
    return last;
  };
  const all = () => run(deps.jobs);
  const scheduled = () => {
    const due = deps.jobs.filter(({ everySeconds = tickSeconds }) => isTurn(ticks, everySeconds));
    ticks += 1;
    return queue(() => run(due, deps.isOnDuty));
  };
  return {
    start() {
      schedule = new Cron(`*/${tickSeconds} * * * * *`, { protect: true, unref: true }, scheduled);
    },
    tickNow: () => queue(all),
    wake() {
      void queue(all);
    },
    async stop() {
      stopped = true;
      schedule?.stop();
      await last;
    },
  };
}

const isTurn = (ticks: number, everySeconds: number) =>
  ticks % Math.max(1, Math.round(everySeconds / tickSeconds)) === 0;

type Runner = (jobs: readonly Job[], mayRun?: () => Promise<boolean>) => Promise<void>;

/** A job that fails does not stop the others and is logged once, until it works again. */
function createRunner({ now, log, record }: TickerDeps): Runner {
  const failing = new Set<string>();
  const attempt = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
      record.note(name, 'done', now());
      if (failing.delete(name)) log.info({ job: name }, 'job works again');
    } catch (error) {
      record.note(name, 'failed', now());
      if (!failing.has(name)) log.error({ err: error, job: name }, 'job failed');
      failing.add(name);
    }
  };
  return (jobs, mayRun = async () => true) =>
    attempt('ticker', async () => {
      if (!(await mayRun())) return;
      await Promise.all(jobs.map((job) => attempt(job.name, () => job.run(now()))));
    });
}
