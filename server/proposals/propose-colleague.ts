import type { Person } from '../invitations/contact-change.ts';
import { waveNotOpen } from '../invitations/invitation-refusals.ts';
import { waveIsOpenAt } from '../waves/deadline.ts';
import type { ProposalsDeps } from './proposals-deps.ts';

export interface ProposeCommand {
  readonly link: string;
  readonly colleague: Person | null;
  readonly note: string;
}

/** "I am not the right person": noted for the officer, who decides. Nothing else changes. */
export async function proposeColleague(
  deps: ProposalsDeps,
  { link, colleague, note }: ProposeCommand,
): Promise<void> {
  const { invitation, wave } = await deps.openLink(link);
  const at = deps.now();
  if (!waveIsOpenAt(wave, at, deps.timeZone)) throw waveNotOpen();
  const { id, linkVersion } = invitation;
  await deps.proposals.put({ id, waveId: wave.id, linkVersion, colleague, note, at, state: 'open' });
}
