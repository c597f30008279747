import { answersEnd } from './deadline.ts';
import type { WavesStore } from './waves-store.ts';

interface CloseDueDeps {
  readonly store: WavesStore;
  readonly timeZone: string;
  /** Lets the jobs look for due work now: what is computed once a wave has closed. */
  wake(): void;
}

/**
 * Closes every open wave whose deadline and grace have passed, however long ago: a stopped server catches up. The wave
 * counts as closed at the instant from which no answer was taken any more.
 */
export async function closeDueWaves({ store, timeZone, wake }: CloseDueDeps, now: Date): Promise<void> {
  for (const wave of await store.listOpen()) {
    const end = answersEnd(wave.deadline, timeZone);
    if (end <= now && (await store.close(wave, end)) !== null) wake();
  }
}

/** The job of the ticker. */
export function closeDueWavesJob(deps: CloseDueDeps) {
  return { name: 'closeDueWaves', run: (now: Date) => closeDueWaves(deps, now) };
}
