import type { WaveResponse } from '../../../server/waves/waves.wire.ts';

/** Of a wave that many people answer there are values after closing alone. */
function hasValues({ mode, state }: WaveResponse): boolean {
  return state !== 'draft' && (mode === 'official' || state === 'closed');
}

/** The wave of the same mode opened last before this one that it can be compared with; undefined: none. */
export function earlierWave(waves: readonly WaveResponse[], id: string): WaveResponse | undefined {
  const own = waves.find((wave) => wave.id === id);
  if (own === undefined || !hasValues(own)) return undefined;
  const openedAt = own.openedAt ?? '';
  return waves
    .filter((wave) => wave.id !== id && wave.mode === own.mode && hasValues(wave))
    .filter((wave) => wave.openedAt !== null && wave.openedAt < openedAt)
    .toSorted((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? 1 : -1))[0];
}
