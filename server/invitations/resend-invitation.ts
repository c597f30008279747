import { waveIsOpenAt } from '../waves/deadline.ts';
import type { StartedWave, Wave } from '../waves/wave.ts';
import type { Invitation } from './invitation.ts';
import {
  changedMeanwhile,
  linkEnded,
  tooManyLinks,
  unknownInvitation,
  waveNotOpen,
} from './invitation-refusals.ts';
import type { InvitationRow } from './invitations.wire.ts';
import type { InvitationsDeps } from './invitations-deps.ts';
import type { Resending } from './invitations-store.ts';
import { maxLinkVersion } from './link.ts';
import { describeInvitation } from './list-invitations.ts';
import { debtOf } from './owe-invitations.ts';

export interface ResendCommand {
  readonly invitationId: string;
  readonly newLink: boolean;
}

export interface ResendDeps extends InvitationsDeps {
  readonly timeZone: string;
}

function refuseUnlessOpen(wave: Wave | null, deps: ResendDeps): asserts wave is StartedWave {
  if (wave === null || !waveIsOpenAt(wave, deps.now(), deps.timeZone)) throw waveNotOpen();
}

/** The contact's name and address as they are now; a corrected address ends the link that went to the wrong one. */
async function resendingOf(
  deps: ResendDeps,
  invitation: Invitation,
  { newLink }: ResendCommand,
): Promise<Resending> {
  if (invitation.revokedAt !== null && !newLink) throw linkEnded();
  const office = await deps.findOffice(invitation.officeId);
  const { name, email } = office?.contacts.find(({ id }) => id === invitation.contactId) ?? invitation;
  const linkVersion = invitation.linkVersion + (newLink || email !== invitation.email ? 1 : 0);
  if (linkVersion > maxLinkVersion) throw tooManyLinks();
  return { linkVersion, name, email };
}

/** Owes the invitation's mail once more, with the same or a new link. */
export async function resendInvitation(deps: ResendDeps, command: ResendCommand): Promise<InvitationRow> {
  const invitation = await deps.store.find(command.invitationId);
  if (invitation === null) throw unknownInvitation();
  const wave = await deps.findWave(invitation.waveId);
  refuseUnlessOpen(wave, deps);
  const change = await resendingOf(deps, invitation, command);
  const resent = await deps.store.resend(invitation, change);
  if (resent === null) throw changedMeanwhile();
  await deps.oweMails([debtOf(resent, wave, deps.now())]);
  deps.wake();
  return describeInvitation(deps, wave, resent);
}
