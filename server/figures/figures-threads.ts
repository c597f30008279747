import { availableParallelism } from 'node:os';
import type { Answers } from '../../surveys/answers/answer.ts';
import type { OfficeFigures } from '../../surveys/scoring/score.ts';
import { startThread } from '../jobs/start-thread.ts';
import type { FiguresDone, FiguresSetup, FiguresTask, People } from './figures-thread.ts';

/** Figures of an office from all its responses. */
export type MakeFigures = (responses: readonly Answers[], people: People) => Promise<OfficeFigures>;

export interface FiguresThreads {
  readonly make: MakeFigures;
  end(): Promise<void>;
}

/** One core stays with the server. */
const mostThreads = 4;
const threadCount = () => Math.min(mostThreads, Math.max(1, availableParallelism() - 1));

/** Computes figures beside the server, which goes on answering; whoever starts the threads ends them. */
export function startFiguresThreads(setup: FiguresSetup): FiguresThreads {
  const threads = Array.from({ length: threadCount() }, () => startFiguresThread(setup));
  let turn = 0;
  return {
    make(responses, people) {
      const thread = threads[turn % threads.length];
      turn += 1;
      if (thread === undefined) throw new Error('there is no thread for figures');
      return thread.make(responses, people);
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

interface Waiting {
  resolve(figures: OfficeFigures): void;
  reject(error: Error): void;
}

function startFiguresThread(workerData: FiguresSetup): FiguresThreads {
  const thread = startThread({ beside: import.meta.url, name: 'figures-thread', workerData });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | null = null;
  const giveUp = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  thread.on('error', giveUp);
  thread.once('exit', () => giveUp(new Error('the thread for figures ended')));
  thread.on('message', ({ id, figures }: FiguresDone) => {
    waiting.get(id)?.resolve(figures);
    waiting.delete(id);
  });
  return {
    make: (responses, people) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        last += 1;
        waiting.set(last, { resolve, reject });
        const task: FiguresTask = { id: last, responses, people };
        thread.postMessage(task);
      }),
    async end() {
      await thread.terminate();
    },
  };
}
