import type { StartedWave } from '../waves/wave.ts';

/** Closed waves whose figures were found complete when nothing could come any more; counting them again is dear. */
export interface SettledWaves {
  has(wave: StartedWave, now: Date): boolean;
  /** The figures of the wave are complete; it counts as settled once requests under way at its end are over. */
  add(wave: StartedWave, now: Date): void;
}

/** A request that came in just before the end is refused, and may leave its mark, at most so long after it. */
const arrivedAfterMs = 15 * 60_000;
/** Whatever else may change a database: after so long a settled wave is looked at again. */
const trustedForMs = 60 * 60_000;

/** Remembered by this process alone; a new one looks at every wave once. */
export function createSettledWaves(): SettledWaves {
  const since = new Map<string, number>();
  return {
    has({ id }, now) {
      const at = since.get(id);
      return at !== undefined && Math.abs(now.getTime() - at) < trustedForMs;
    },
    add({ id, closedAt }, now) {
      if (closedAt === null || now.getTime() - closedAt.getTime() < arrivedAfterMs) return;
      since.set(id, now.getTime());
    },
  };
}
