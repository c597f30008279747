import type { ContactChange, Person } from '../invitations/contact-change.ts';
import type { Invitation } from '../invitations/invitation.ts';
import type { InvitationRow } from '../invitations/invitations.wire.ts';
import type { AskedOffice, StartedWave, Wave } from '../waves/wave.ts';
import type { ProposalsStore } from './proposals-store.ts';

export interface ProposalsDeps {
  readonly proposals: ProposalsStore;
  readonly now: () => Date;
  readonly timeZone: string;
  /** Refuses unknown, replaced and revoked links. */
  openLink(link: string): Promise<{ invitation: Invitation; wave: StartedWave; office: AskedOffice }>;
  findWave(id: string): Promise<Wave | null>;
  findInvitation(id: string): Promise<Invitation | null>;
  listInvitations(waveId: string): Promise<readonly Invitation[]>;
  replaceContact(command: { invitationId: string; to: Person; by: string }): Promise<InvitationRow>;
  listContactChanges(waveId: string): Promise<readonly ContactChange[]>;
}
