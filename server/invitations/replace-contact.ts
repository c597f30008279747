import { Refusal } from '../refusal.ts';
import { waveIsOpenAt } from '../waves/deadline.ts';
import type { StartedWave } from '../waves/wave.ts';
import { answeringIdOf } from './answering-id.ts';
import { type ContactChange, newContactIdOf, type Person } from './contact-change.ts';
import type { ContactChangesStore } from './contact-changes-store.ts';
import { type FinishChangeDeps, finishContactChange } from './finish-contact-change.ts';
import type { Invitation } from './invitation.ts';
import { changedMeanwhile, tooManyLinks, unknownInvitation, waveNotOpen } from './invitation-refusals.ts';
import type { InvitationRow } from './invitations.wire.ts';
import type { InvitationsDeps } from './invitations-deps.ts';
import { maxLinkVersion } from './link.ts';
import { describeInvitation } from './list-invitations.ts';

export interface ReplaceDeps extends InvitationsDeps, Pick<FinishChangeDeps, 'replaceOffice'> {
  readonly changes: ContactChangesStore;
  readonly timeZone: string;
}

export interface ReplaceCommand {
  readonly invitationId: string;
  readonly to: Person;
  /** Name of the officer. */
  readonly by: string;
}

const alreadySubmitted = () =>
  new Refusal('already-done', {
    de: 'Die Antwort ist schon abgesendet. Die Person kann nicht mehr ersetzt werden.',
    en: 'The answer is already submitted. The person can no longer be replaced.',
  });

const hasBegun = () =>
  new Refusal('conflict', {
    de: 'Diese Person hat schon für sich geantwortet. Ihre Antworten gehören ihr und gehen nicht an jemand anderen über.',
    en: 'This person has already begun to answer. Their answers are theirs and do not go to somebody else.',
  });

const alreadyAsked = () =>
  new Refusal('conflict', {
    de: 'Diese Adresse ist für dieses Amt schon eingeladen.',
    en: 'This address is already invited for this office.',
  });

/** The office's answers move along; a person's own ones do not. */
async function refuseLateChange(deps: ReplaceDeps, wave: StartedWave, invitation: Invitation): Promise<void> {
  const states = await deps.responseStates(wave.id);
  const response = states.get(answeringIdOf(wave, invitation));
  if (invitation.submitted || invitation.sealing !== null || response?.state === 'submitted') {
    throw alreadySubmitted();
  }
  if (wave.mode === 'several' && response !== undefined) throw hasBegun();
}

async function refuseAskedAddress(deps: ReplaceDeps, invitation: Invitation, to: Person): Promise<void> {
  const all = await deps.store.list(invitation.waveId);
  const same = all.some(({ officeId, email }) => officeId === invitation.officeId && email === to.email);
  if (same) throw alreadyAsked();
}

async function changeOf(
  deps: ReplaceDeps,
  invitation: Invitation,
  { to, by }: ReplaceCommand,
): Promise<ContactChange> {
  const { waveId, officeId, contactId, name, email, role } = invitation;
  const linkVersion = invitation.linkVersion + 1;
  if (linkVersion > maxLinkVersion) throw tooManyLinks();
  const id = `${invitation.id}:${linkVersion}`;
  const known = (await deps.findOffice(officeId))?.contacts.find((one) => one.email === to.email);
  return {
    id,
    ...{ waveId, officeId, invitationId: invitation.id, linkVersion, role, by, to },
    oldContactId: contactId,
    newContactId: known?.id ?? newContactIdOf(id),
    from: { name, email },
    at: deps.now(),
    state: 'begun',
  };
}

/**
 * Asks another person in place of the one invited: the open answers of the office move along, the old link ends, the
 * new person gets a mail with an own one.
 */
export async function replaceContact(deps: ReplaceDeps, command: ReplaceCommand): Promise<InvitationRow> {
  const invitation = await deps.store.find(command.invitationId);
  if (invitation === null) throw unknownInvitation();
  const wave = await deps.findWave(invitation.waveId);
  if (wave === null || wave.state === 'draft') throw unknownInvitation();
  if (!waveIsOpenAt(wave, deps.now(), deps.timeZone)) throw waveNotOpen();
  await refuseLateChange(deps, wave, invitation);
  await refuseAskedAddress(deps, invitation, command.to);
  const change = await changeOf(deps, invitation, command);
  if (!(await deps.changes.begin(change))) throw changedMeanwhile();
  const handed = await finishContactChange(deps, change);
  if (handed === null) throw changedMeanwhile();
  deps.wake();
  return describeInvitation(deps, wave, handed);
}
