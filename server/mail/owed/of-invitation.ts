import type { Invitation } from '../../invitations/invitation.ts';
import { waveIsOpenAt } from '../../waves/deadline.ts';
import type { AskedOffice, StartedWave } from '../../waves/wave.ts';
import type { MailDebt } from '../mail.ts';
import { askedValues, type WaveValues } from './asked-values.ts';
import { deadlineInForce } from './deadline-in-force.ts';
import type { RenderDeps } from './mail-writer.ts';

/** What a mail to somebody invited speaks of. */
export interface InvitedPerson {
  readonly wave: StartedWave;
  readonly invitation: Invitation;
  readonly office: AskedOffice;
  readonly deadline: string;
}

/** Null when the wave, the invitation or the office is gone. */
export async function invitedPerson(
  deps: Pick<RenderDeps, 'findWave' | 'findInvitation'>,
  { waveId, invitationId }: Pick<MailDebt, 'waveId' | 'invitationId'>,
): Promise<InvitedPerson | null> {
  const wave = await deps.findWave(waveId);
  const invitation = invitationId === null ? null : await deps.findInvitation(invitationId);
  if (wave === null || wave.state === 'draft' || invitation === null) return null;
  const office = wave.offices.find(({ officeId }) => officeId === invitation.officeId);
  if (!office) return null;
  return { wave, invitation, office, deadline: deadlineInForce(wave, office.officeId) };
}

/** Whether the person's link takes answers now. */
export function canAnswer(
  { now, timeZone }: Pick<RenderDeps, 'now' | 'timeZone'>,
  { wave, invitation }: InvitedPerson,
): boolean {
  return waveIsOpenAt(wave, now(), timeZone) && invitation.revokedAt === null;
}

export function invitedValues(
  deps: Pick<RenderDeps, 'findQuestionnaire' | 'now' | 'timeZone' | 'readCity'>,
  { wave, invitation, office, deadline }: InvitedPerson,
  language: MailDebt['language'],
): Promise<WaveValues> {
  return askedValues(deps, { wave, office, person: invitation.name, deadline }, language);
}

export const mailboxOf = ({ name, email }: Invitation) => ({ name, address: email });
