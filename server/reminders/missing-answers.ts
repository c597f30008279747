import { answeringIdOf } from '../invitations/answering-id.ts';
import type { Invitation } from '../invitations/invitation.ts';
import type { StartedWave } from '../waves/wave.ts';
import { progressOf } from './answer-progress.ts';
import type { RemindersDeps } from './reminders-deps.ts';

/** The valid invitations of a wave that have not led to a submission. */
export async function missingAnswers(
  deps: Pick<RemindersDeps, 'listInvitations' | 'responseStates'>,
  wave: StartedWave,
): Promise<readonly Invitation[]> {
  const [invitations, responses] = await Promise.all([
    deps.listInvitations(wave.id),
    deps.responseStates(wave.id),
  ]);
  return invitations.filter((invitation) => {
    const response = responses.get(answeringIdOf(wave, invitation)) ?? null;
    return invitation.revokedAt === null && progressOf(wave, invitation, response) !== 'submitted';
  });
}
