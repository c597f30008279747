import { unknownWave } from '../waves/wave-refusals.ts';
import type { ProposalsResponse } from './proposals.wire.ts';
import type { ProposalsDeps } from './proposals-deps.ts';

const noOffice = { code: '', name: '' };

/** What waits for the officer, and who was replaced before. */
export async function listProposals(deps: ProposalsDeps, waveId: string): Promise<ProposalsResponse> {
  const wave = await deps.findWave(waveId);
  if (wave === null) throw unknownWave();
  if (wave.state === 'draft') return { proposals: [], changes: [] };
  const [open, changes, invitations] = await Promise.all([
    deps.proposals.listOpen(waveId),
    deps.listContactChanges(waveId),
    deps.listInvitations(waveId),
  ]);
  const officeOf = (id: string) => {
    const { code, name } = wave.offices.find(({ officeId }) => officeId === id) ?? noOffice;
    return { code, name };
  };
  const proposals = open.flatMap(({ id, linkVersion, colleague, note, at }) => {
    const invitation = invitations.find((one) => one.id === id);
    if (!invitation || invitation.linkVersion !== linkVersion || invitation.revokedAt !== null) return [];
    const { name, email, officeId } = invitation;
    return [{ id, office: officeOf(officeId), from: { name, email }, colleague, note, at: at.toISOString() }];
  });
  return {
    proposals,
    changes: changes.map(({ id, officeId, from, to, by, at }) => ({
      ...{ id, from, to, by },
      office: officeOf(officeId),
      at: at.toISOString(),
    })),
  };
}
