import { isAnonymous } from '../waves/is-anonymous.ts';
import { returnCountsOf } from '../waves/return-counts.ts';
import type { StartedWave } from '../waves/wave.ts';
import { unknownWave } from '../waves/wave-refusals.ts';
import { answeringIdOf } from './answering-id.ts';
import type { Invitation } from './invitation.ts';
import type { InvitationRow, InvitationsResponse } from './invitations.wire.ts';
import type { InvitationsDeps } from './invitations-deps.ts';

/** How a wave's mails and answers fare. */
async function signsOf(deps: InvitationsDeps, waveId: string) {
  const [mails, responses] = await Promise.all([deps.mailStates(waveId), deps.responseStates(waveId)]);
  return { mails, responses };
}

type Signs = Awaited<ReturnType<typeof signsOf>>;

function mailOf({ mails }: Signs, invitationId: string): InvitationRow['mail'] {
  const mail = mails.get(invitationId);
  if (!mail) return { state: 'none', at: null, error: null };
  return { state: mail.state, at: mail.at?.toISOString() ?? null, error: mail.error };
}

function responseOf(
  wave: StartedWave,
  invitation: Invitation,
  { responses }: Signs,
): InvitationRow['response'] {
  if (isAnonymous(wave)) return { state: invitation.submitted ? 'submitted' : 'none', answered: 0, at: null };
  const response = responses.get(answeringIdOf(wave, invitation));
  if (!response) return { state: 'none', answered: 0, at: null };
  return { state: response.state, answered: response.answered, at: response.at?.toISOString() ?? null };
}

function rowOf(wave: StartedWave, invitation: Invitation, signs: Signs): InvitationRow {
  const { id, officeId, name, email, role, revokedAt, seenAt } = invitation;
  const office = wave.offices.find((asked) => asked.officeId === officeId);
  return {
    id,
    officeId,
    officeCode: office?.code ?? '',
    officeName: office?.name ?? '',
    name,
    email,
    role,
    mail: mailOf(signs, id),
    revokedAt: revokedAt?.toISOString() ?? null,
    seenAt: isAnonymous(wave) ? null : (seenAt?.toISOString() ?? null),
    response: responseOf(wave, invitation, signs),
  };
}

/** One invitation as the cockpit shows it. */
export async function describeInvitation(
  deps: InvitationsDeps,
  wave: StartedWave,
  invitation: Invitation,
): Promise<InvitationRow> {
  return rowOf(wave, invitation, await signsOf(deps, wave.id));
}

/** The return of a wave, one row per invitation, in the order of the asked offices; a draft has none. */
export async function listInvitations(deps: InvitationsDeps, waveId: string): Promise<InvitationsResponse> {
  const wave = await deps.findWave(waveId);
  if (wave === null) throw unknownWave();
  const signs = await signsOf(deps, waveId);
  const invitations = wave.state === 'draft' ? [] : await deps.store.list(waveId);
  const offices = wave.state === 'draft' ? wave.officeIds.length : wave.offices.length;
  const anonymous = isAnonymous(wave);
  const counts = returnCountsOf({ offices, anonymous, invitations, ...signs });
  if (wave.state === 'draft') return { anonymous, counts, invitations: [] };
  const place = new Map(wave.offices.map(({ officeId }, at) => [officeId, at]));
  const sorted = [...invitations].sort((a, b) => (place.get(a.officeId) ?? 0) - (place.get(b.officeId) ?? 0));
  return { anonymous, counts, invitations: sorted.map((invitation) => rowOf(wave, invitation, signs)) };
}
