import type { Invitation } from '../invitations/invitation.ts';
import { waveIsOpenAt } from '../waves/deadline.ts';
import { anonymousReceipt } from './anonymous-receipt.ts';
import type { Entered } from './enter-response.ts';
import { alreadySubmitted } from './response-refusals.ts';
import type { ResponsesDeps } from './responses-deps.ts';

/** A submission that the end of the wave waits for, or ends. */
export interface Sealed {
  readonly invitation: Invitation;
  readonly key: string;
  /** Whether answers are still taken, read after the submission was marked as under way. */
  readonly open: boolean;
}

/**
 * Marks the submission as under way, with a new key or the one that an interrupted submission left, and then reads the
 * wave again. Whoever ends a closed wave either finds the mark, or the submission finds the wave closed.
 * Null: another request of the person has just finished, or the link has ended.
 */
export async function sealSubmission(
  deps: ResponsesDeps,
  { wave, invitation }: Pick<Entered, 'wave' | 'invitation'>,
): Promise<Sealed | null> {
  const sealed =
    (await deps.sealInvitation(invitation.id, deps.newKey())) ?? (await deps.findInvitation(invitation.id));
  if (sealed?.submitted) throw alreadySubmitted(anonymousReceipt(sealed), wave);
  if (sealed === null || sealed.sealing === null) return null;
  const now = await deps.findWave(wave.id);
  const open = now !== null && waveIsOpenAt(now, deps.now(), deps.timeZone);
  return { invitation: sealed, key: sealed.sealing, open };
}
