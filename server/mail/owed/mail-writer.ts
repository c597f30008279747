import type { Invitation } from '../../invitations/invitation.ts';
import type { Office } from '../../offices/office.ts';
import type { Wave } from '../../waves/wave.ts';
import type { ComposeDeps } from '../compose-mail.ts';
import type { MailDebt, RenderedMail } from '../mail.ts';
import type { Reminding } from './reminding.ts';

export interface RenderDeps extends ComposeDeps {
  readonly reminding: Reminding;
  findWave(id: string): Promise<Wave | null>;
  findInvitation(id: string): Promise<Invitation | null>;
  listOffices(): Promise<readonly Office[]>;
  listInvitations(waveId: string): Promise<readonly Invitation[]>;
  /** By office id in mode official, by invitation id in mode several; nothing of an anonymous wave. */
  responseStates(
    waveId: string,
  ): Promise<ReadonlyMap<string, { readonly state: 'draft' | 'submitted'; readonly answered: number }>>;
}

/** One kind of mail: one file beside this one, listed in `mail-writers.ts`. */
export interface MailWriter {
  /** Whether it is still to be sent, as things stand now. */
  isOwed(deps: RenderDeps, debt: MailDebt): Promise<boolean>;
  /** The mail as it reads now, owed or not; null when what it speaks of is gone. */
  write(deps: RenderDeps, debt: MailDebt): Promise<RenderedMail | null>;
  /** How a mail read that cannot be written any more; never sent. */
  recall?(deps: RenderDeps, debt: MailDebt): Promise<RenderedMail | null>;
}
