import type { WaveResponse } from '../../../server/waves/waves.wire.ts';

/** The wave of the same mode opened last before this one; undefined for the first. */
export function earlierWave(waves: readonly WaveResponse[], id: string): WaveResponse | undefined {
  const own = waves.find((wave) => wave.id === id);
  const openedAt = own?.openedAt ?? '';
  return waves
    .filter((wave) => wave.id !== id && wave.mode === own?.mode)
    .filter((wave) => wave.openedAt !== null && wave.openedAt < openedAt)
    .toSorted((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1))[0];
}
