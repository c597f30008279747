import type { Wave } from '../waves/wave.ts';
import type { Invitation } from './invitation.ts';

/** Whose response counts for an invitation: the office's in mode official, the person's own in mode several. */
export function answeringIdOf(
  { mode }: Pick<Wave, 'mode'>,
  { id, officeId }: Pick<Invitation, 'id' | 'officeId'>,
): string {
  return mode === 'official' ? officeId : id;
}
