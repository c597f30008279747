import { Cron } from 'croner';
import type { Logger } from 'pino';
import type { Job } from './job.ts';

export interface TickerDeps {
  readonly jobs: readonly Job[];
  readonly now: () => Date;
  readonly log: Logger;
  /** True while this instance may do the work; another one does it otherwise. */
  readonly mayWork: () => Promise<boolean>;
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
  const queue = (jobs: readonly Job[]) => {
    last = last.then(() => (stopped ? undefined : run(jobs)));
    return last;
  };
  const scheduled = () => {
    const due = deps.jobs.filter(({ everySeconds = tickSeconds }) => isTurn(ticks, everySeconds));
    ticks += 1;
    return queue(due);
  };
  return {
    start() {
      schedule = new Cron(`*/${tickSeconds} * * * * *`, { protect: true, unref: true }, scheduled);
    },
    tickNow: () => queue(deps.jobs),
    wake() {
      void queue(deps.jobs);
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

/** A job that fails does not stop the others and is logged once, until it works again. */
function createRunner({ now, log, mayWork }: TickerDeps): (jobs: readonly Job[]) => Promise<void> {
  const failing = new Set<string>();
  const attempt = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
      if (failing.delete(name)) log.info({ job: name }, 'job works again');
    } catch (error) {
      if (!failing.has(name)) log.error({ err: error, job: name }, 'job failed');
      failing.add(name);
    }
  };
  return (jobs) =>
    attempt('ticker', async () => {
      if (!(await mayWork())) return;
      await Promise.all(jobs.map((job) => attempt(job.name, () => job.run(now()))));
    });
}
