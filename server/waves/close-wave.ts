import type { StartedWave } from './wave.ts';
import { alreadyClosed, notYetOpened, staleWave, unknownWave } from './wave-refusals.ts';
import type { WaveAt, WavesStore } from './waves-store.ts';

interface CloseDeps {
  readonly store: WavesStore;
  readonly now: () => Date;
  /** Lets the jobs look for due work now: what is computed once a wave has closed. */
  wake(): void;
}

/** Closes an open wave by hand; from then on no answer is taken. */
export async function closeWave({ store, now, wake }: CloseDeps, at: WaveAt): Promise<StartedWave> {
  const closed = await store.close(at, now());
  if (closed !== null) {
    wake();
    return closed;
  }
  const wave = await store.find(at.id);
  if (wave === null) throw unknownWave();
  if (wave.state === 'draft') throw notYetOpened(wave);
  if (wave.state === 'closed') throw alreadyClosed(wave);
  throw staleWave(wave);
}
