import type { StartedWave } from '../waves/wave.ts';
import { type OweInvitationsDeps, oweInvitations } from './owe-invitations.ts';

export interface HealDeps extends OweInvitationsDeps {
  listOpenWaves(): Promise<readonly StartedWave[]>;
}

/** A wave that was complete is looked at again after this time: another instance may have stopped half-way. */
const recheckMinutes = 5;

/**
 * The job that makes good what a stop between two writes left undone: every open wave gets the invitations and owed
 * mails that follow from its state. The first run of a process looks at all of them.
 */
export function healInvitationsJob(deps: HealDeps) {
  const checkedAt = new Map<string, number>();
  return {
    name: 'healInvitations',
    async run(now: Date): Promise<void> {
      for (const wave of await deps.listOpenWaves()) {
        const last = checkedAt.get(wave.id) ?? Number.NEGATIVE_INFINITY;
        if (Math.abs(now.getTime() - last) < recheckMinutes * 60_000) continue;
        await oweInvitations(deps, wave);
        checkedAt.set(wave.id, now.getTime());
      }
    },
  };
}
