import type { Wave } from '../../waves/wave.ts';

/** Until when an office can answer, a local date. */
export function deadlineInForce(wave: Wave, _officeId: string): string {
  return wave.deadline;
}
