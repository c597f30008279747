import type { Worker } from 'node:worker_threads';
import type { Rank } from '../../surveys/scoring/score.ts';
import { startThread } from '../store/embedded/start-thread.ts';
import type { RankReport, RankTask } from './rank-thread.ts';

/** A ranking that is being computed or is there. */
export interface RankingRun {
  /** What the ranking was made from. */
  readonly state: string;
  /** Draws done. */
  done: number;
  /** By office id; null while computing. */
  ranks: ReadonlyMap<string, Rank> | null;
}

export interface RankingRuns {
  /** The run of a wave; null: none was started, or the last one failed. */
  find(waveId: string): RankingRun | null;
  /** Computes in a thread of its own and returns at once. */
  start(waveId: string, state: string, task: RankTask): RankingRun;
}

const rememberedRuns = 20;

interface Surroundings {
  /** Ends every thread. */
  readonly signal: AbortSignal;
}

/** Rankings computed beside the server, one thread each, which ends when it is done. */
export function createRankingRuns({ signal }: Surroundings): RankingRuns {
  const runs = new Map<string, RankingRun>();
  const threads = new Set<Worker>();
  signal.addEventListener('abort', () => {
    for (const thread of threads) void thread.terminate();
  });
  return {
    find: (waveId) => runs.get(waveId) ?? null,
    start(waveId, state, task) {
      const run: RankingRun = { state, done: 0, ranks: null };
      runs.delete(waveId);
      runs.set(waveId, run);
      const [oldest] = runs.keys();
      if (runs.size > rememberedRuns && oldest !== undefined) runs.delete(oldest);
      const thread = startThread({ beside: import.meta.url, name: 'rank-thread', workerData: task });
      threads.add(thread);
      thread.unref();
      thread.on('message', (report: RankReport) => follow(run, report));
      thread.on('error', (error) => process.emitWarning(error));
      thread.once('exit', () => {
        threads.delete(thread);
        if (run.ranks === null && runs.get(waveId) === run) runs.delete(waveId);
      });
      return run;
    },
  };
}

function follow(run: RankingRun, report: RankReport): void {
  if ('done' in report) run.done = report.done;
  else run.ranks = new Map(report.ranks);
}
