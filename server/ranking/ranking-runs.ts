import type { Worker } from 'node:worker_threads';
import type { Rank } from '../../surveys/scoring/score.ts';
import { startThread } from '../jobs/start-thread.ts';
import type { RankReport, RankTask } from './rank-thread.ts';

/** A ranking that is waiting, being computed or there. */
export interface RankingRun {
  /** What the ranking was made from. */
  readonly state: string;
  /** Draws done. */
  done: number;
  /** By office id; null while waiting or computing. */
  ranks: ReadonlyMap<string, Rank> | null;
}

export interface RankingRuns {
  /** The run of a wave; null: none was started, or the last one failed. */
  find(waveId: string): RankingRun | null;
  /** Computes in a thread of its own, one wave after the other, and returns at once. */
  start(waveId: string, state: string, task: RankTask): RankingRun;
}

const rememberedRuns = 20;

interface Surroundings {
  /** Ends every thread. */
  readonly signal: AbortSignal;
}

interface Waiting {
  readonly waveId: string;
  readonly run: RankingRun;
  readonly task: RankTask;
}

/** Rankings computed beside the server, in one thread at a time: whoever asks for many waits, the server does not. */
export function createRankingRuns({ signal }: Surroundings): RankingRuns {
  const runs = new Map<string, RankingRun>();
  const waiting: Waiting[] = [];
  let thread: Worker | null = null;
  signal.addEventListener('abort', () => {
    waiting.length = 0;
    void thread?.terminate();
  });
  const startNext = () => {
    const next = thread === null ? waiting.shift() : undefined;
    if (next === undefined) return;
    const { waveId, run, task } = next;
    thread = threadOf(task, run);
    thread.once('exit', () => {
      if (run.ranks === null && runs.get(waveId) === run) runs.delete(waveId);
      thread = null;
      startNext();
    });
  };
  return {
    find: (waveId) => runs.get(waveId) ?? null,
    start(waveId, state, task) {
      const run: RankingRun = { state, done: 0, ranks: null };
      runs.delete(waveId);
      runs.set(waveId, run);
      forgetOldest(runs);
      waiting.push({ waveId, run, task });
      startNext();
      return run;
    },
  };
}

function threadOf(task: RankTask, run: RankingRun): Worker {
  const thread = startThread({ beside: import.meta.url, name: 'rank-thread', workerData: task });
  thread.unref();
  thread.on('message', (report: RankReport) => follow(run, report));
  thread.on('error', (error) => process.emitWarning(error));
  return thread;
}

/** Only what is there: a run that is still waiting would be asked for, and started, again. */
function forgetOldest(runs: Map<string, RankingRun>): void {
  if (runs.size <= rememberedRuns) return;
  const oldest = [...runs].find(([, { ranks }]) => ranks !== null);
  if (oldest) runs.delete(oldest[0]);
}

function follow(run: RankingRun, report: RankReport): void {
  if ('done' in report) run.done = report.done;
  else run.ranks = new Map(report.ranks);
}
