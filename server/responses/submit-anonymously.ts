import type { Answers } from '../../surveys/answers/answer.ts';
import { localDateOf } from '../waves/deadline.ts';
import { anonymousReceipt } from './anonymous-receipt.ts';
import type { Entered } from './enter-response.ts';
import { settleSubmission } from './finish-submissions.ts';
import { alreadySubmitted, tooBusy, waveIsOver } from './response-refusals.ts';
import type { Receipt } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';
import { isSame } from './same-answer.ts';
import { sealSubmission } from './seal-submission.ts';

/**
 * Puts anonymous answers away: the invitation gets a random key, the answers are kept under it, the invitation forgets
 * it. Stopped anywhere, sending again or the job `finishSubmissions` makes the rest; sent many times at once, the
 * answers are kept once. Once the key is forgotten nobody can tell whether the same is sent again, so everything is
 * refused with the receipt; the first wrong answers forget it, so that nobody tries out what a person said. After the
 * end of the wave nothing can be kept under the key any more, however long ago the request came in.
 */
export async function submitAnonymously(
  deps: ResponsesDeps,
  entered: Entered,
  answers: Answers,
): Promise<Receipt> {
  const { wave, office } = entered;
  const sealed = await sealSubmission(deps, entered);
  if (sealed === null) throw tooBusy();
  const { invitation, key, open } = sealed;
  const { id } = invitation;
  const receipt = anonymousReceipt(invitation);
  const date = localDateOf(deps.now(), deps.timeZone);
  const kept = { key, waveId: wave.id, officeId: office.officeId, date, answers };
  if (!open) await deps.anonymous.end(key);
  else if (await deps.anonymous.insert(kept)) {
    await deps.forgetKey(id, key);
    return receipt;
  }
  const found = await settleSubmission(deps, { id, key });
  if (found === 'ended') throw await waveIsOver(deps, wave);
  if (!isSame(found?.answers, answers)) throw alreadySubmitted(receipt, wave);
  return receipt;
}
