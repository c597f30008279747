import type { Answers } from '../../surveys/answers/answer.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { localDateOf } from '../waves/deadline.ts';
import { anonymousReceipt } from './anonymous-receipt.ts';
import type { Entered } from './enter-response.ts';
import { alreadySubmitted, tooBusy } from './response-refusals.ts';
import type { Receipt } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';
import { isSame } from './same-answer.ts';

/** The invitation with a key for its answers: a new one, or the one that an interrupted submission left. */
async function sealed(
  deps: ResponsesDeps,
  { wave, invitation }: Entered,
): Promise<Invitation & { sealing: string }> {
  const now =
    (await deps.sealInvitation(invitation.id, deps.newKey())) ?? (await deps.findInvitation(invitation.id));
  if (now?.submitted) throw alreadySubmitted(anonymousReceipt(now), wave);
  if (now === null || now.sealing === null) throw tooBusy();
  return { ...now, sealing: now.sealing };
}

/**
 * Puts anonymous answers away: the invitation gets a random key, the answers are kept under it, the invitation forgets
 * it. Stopped anywhere, sending again or the job `finishSubmissions` makes the rest; sent many times at once, the
 * answers are kept once. Once the key is forgotten nobody can tell whether the same is sent again, so everything is
 * refused with the receipt; the first wrong answers forget it, so that nobody tries out what a person said.
 */
export async function submitAnonymously(
  deps: ResponsesDeps,
  entered: Entered,
  answers: Answers,
): Promise<Receipt> {
  const { wave, office } = entered;
  const { id, sealing: key, ...invitation } = await sealed(deps, entered);
  const receipt = anonymousReceipt({ ...invitation, id, sealing: null });
  const date = localDateOf(deps.now(), deps.timeZone);
  const { officeId } = office;
  if (!(await deps.anonymous.insert({ key, waveId: wave.id, officeId, date, answers }))) {
    const kept = await deps.anonymous.find(key);
    await deps.forgetKey(id, key);
    if (!isSame(kept?.answers, answers)) throw alreadySubmitted(receipt, wave);
    return receipt;
  }
  await deps.forgetKey(id, key);
  return receipt;
}
