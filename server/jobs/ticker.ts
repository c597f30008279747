import { Cron } from 'croner';
import type { Logger } from 'pino';
import type { Job } from './job.ts';

export interface TickerDeps {
  readonly jobs: readonly Job[];
  readonly now: () => Date;
  readonly log: Logger;
  /** True while this instance may do the work; another one does it otherwise. */
  readonly mayWork: (now: Date) => Promise<boolean>;
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

export function createTicker(deps: TickerDeps): Ticker {
  const failing = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  let schedule: Cron | null = null;
  const queue = () => {
    last = last.then(() => (stopped ? undefined : runAll(deps, failing)));
    return last;
  };
  return {
    start() {
      schedule = new Cron('*/2 * * * * *', { protect: true, unref: true }, queue);
    },
    tickNow: queue,
    wake() {
      void queue();
    },
    async stop() {
      stopped = true;
      schedule?.stop();
      await last;
    },
  };
}

async function runAll({ jobs, now, log, mayWork }: TickerDeps, failing: Set<string>): Promise<void> {
  const run = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
      if (failing.delete(name)) log.info({ job: name }, 'job works again');
    } catch (error) {
      if (!failing.has(name)) log.error({ err: error, job: name }, 'job failed');
      failing.add(name);
    }
  };
  await run('ticker', async () => {
    if (!(await mayWork(now()))) return;
    await Promise.all(jobs.map((job) => run(job.name, () => job.run(now()))));
  });
}
