import type { MailDebt } from '../mail/mail.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { Invitation } from './invitation.ts';
import { invitationIdOf } from './invitation-id.ts';
import type { InvitationsStore } from './invitations-store.ts';

export interface OweInvitationsDeps {
  readonly store: InvitationsStore;
  readonly now: () => Date;
  oweMails(debts: readonly MailDebt[]): Promise<void>;
}

/** The invitations a wave calls for, as they are at their beginning. */
function invitationsOf({ id: waveId, contacts }: StartedWave, createdAt: Date): Invitation[] {
  return contacts.map((contact) => ({
    ...contact,
    id: invitationIdOf(waveId, contact.contactId),
    waveId,
    linkVersion: 1,
    mailStep: 0,
    revokedAt: null,
    seenAt: null,
    submitted: false,
    sealing: null,
    createdAt,
  }));
}

/** The mail an invitation calls for now; a function of the state alone. */
export function debtOf(
  { id, waveId, mailStep }: Invitation,
  { language }: StartedWave,
  dueAt: Date,
): MailDebt {
  return {
    id: `invitation:${id}:${mailStep}`,
    kind: 'invitation',
    waveId,
    invitationId: id,
    step: mailStep,
    to: null,
    language,
    dueAt,
    facts: null,
  };
}

/** Writes the invitations and owed mails of an open wave that are missing; doing it again changes nothing. */
export async function oweInvitations(deps: OweInvitationsDeps, wave: StartedWave): Promise<void> {
  const now = deps.now();
  const there = new Set((await deps.store.list(wave.id)).map(({ id }) => id));
  await deps.store.add(invitationsOf(wave, now).filter(({ id }) => !there.has(id)));
  const valid = (await deps.store.list(wave.id)).filter(({ revokedAt }) => revokedAt === null);
  await deps.oweMails(valid.map((invitation) => debtOf(invitation, wave, now)));
}
