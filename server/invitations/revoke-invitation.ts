import { alreadyRevoked, unknownInvitation } from './invitation-refusals.ts';
import type { InvitationRow } from './invitations.wire.ts';
import type { InvitationsDeps } from './invitations-deps.ts';
import { describeInvitation } from './list-invitations.ts';

/** Ends the link of an invitation; a mail that is still owed is not sent any more. */
export async function revokeInvitation(deps: InvitationsDeps, id: string): Promise<InvitationRow> {
  const invitation = await deps.store.find(id);
  const wave = invitation === null ? null : await deps.findWave(invitation.waveId);
  if (wave === null || wave.state === 'draft') throw unknownInvitation();
  const revoked = await deps.store.revoke(id, deps.now());
  if (revoked === null) throw alreadyRevoked();
  return describeInvitation(deps, wave, revoked);
}
