import type { Person } from '../invitations/contact-change.ts';
import { Refusal } from '../refusal.ts';
import { listProposals } from './list-proposals.ts';
import type { Proposal } from './proposal.ts';
import type { ProposalsResponse } from './proposals.wire.ts';
import type { ProposalsDeps } from './proposals-deps.ts';

const settled = () =>
  new Refusal('already-done', {
    de: 'Über diesen Vorschlag wurde schon entschieden.',
    en: 'This proposal has already been decided.',
  });

async function openProposal({ proposals, findInvitation }: ProposalsDeps, id: string): Promise<Proposal> {
  const proposal = await proposals.find(id);
  if (proposal === null) {
    throw new Refusal('unknown', { de: 'Diesen Vorschlag gibt es nicht.', en: 'There is no such proposal.' });
  }
  const invitation = await findInvitation(id);
  if (proposal.state !== 'open' || invitation?.linkVersion !== proposal.linkVersion) throw settled();
  return proposal;
}

/** The person is replaced by the colleague, as the officer wrote them. */
export async function confirmProposal(
  deps: ProposalsDeps,
  { id, to, by }: { id: string; to: Person; by: string },
): Promise<ProposalsResponse> {
  const { waveId } = await openProposal(deps, id);
  await deps.replaceContact({ invitationId: id, to, by });
  await deps.proposals.settle(id, 'confirmed');
  return listProposals(deps, waveId);
}

/** The person stays the one who is asked. */
export async function dismissProposal(deps: ProposalsDeps, id: string): Promise<ProposalsResponse> {
  const { waveId } = await openProposal(deps, id);
  if (!(await deps.proposals.settle(id, 'dismissed'))) throw settled();
  return listProposals(deps, waveId);
}
