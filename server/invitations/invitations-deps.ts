import type { MailDebt, MailState } from '../mail/mail.ts';
import type { Office } from '../offices/office.ts';
import type { Wave } from '../waves/wave.ts';
import type { InvitationsStore } from './invitations-store.ts';

export interface ResponseProgress {
  readonly state: 'draft' | 'submitted';
  /** Share 0–1. */
  readonly answered: number;
  readonly at: Date | null;
}

export interface InvitationsDeps {
  readonly store: InvitationsStore;
  readonly now: () => Date;
  findWave(id: string): Promise<Wave | null>;
  findOffice(id: string): Promise<Office | null>;
  oweMails(debts: readonly MailDebt[]): Promise<void>;
  /** By invitation id. */
  mailStates(
    waveId: string,
  ): Promise<
    ReadonlyMap<
      string,
      { readonly state: MailState; readonly at: Date | null; readonly error: string | null }
    >
  >;
  /** By office id in mode official, by invitation id in mode several; nothing of an anonymous wave. */
  responseStates(waveId: string): Promise<ReadonlyMap<string, ResponseProgress>>;
  /** Lets the jobs look for due work now. */
  wake(): void;
}
