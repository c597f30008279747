import type { WaveResponse } from '../../../server/waves/waves.wire.ts';

/** The wave opened last before this one; undefined for the first. */
export function earlierWave(waves: readonly WaveResponse[], id: string): WaveResponse | undefined {
  const openedAt = waves.find((wave) => wave.id === id)?.openedAt ?? '';
  return waves
    .filter((wave) => wave.id !== id && wave.openedAt !== null && wave.openedAt < openedAt)
    .toSorted((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1))[0];
}
