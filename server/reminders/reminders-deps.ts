import type { Invitation } from '../invitations/invitation.ts';
import type { MailDebt } from '../mail/mail.ts';
import type { Office } from '../offices/office.ts';
import type { StartedWave, Wave } from '../waves/wave.ts';
import type { KnownResponse } from './answer-progress.ts';
import type { Region } from './regions.ts';
import type { ReminderPlansStore } from './reminder-plans-store.ts';
import type { ReminderRunsStore } from './reminder-runs-store.ts';

export interface RemindersDeps {
  readonly plans: ReminderPlansStore;
  readonly runs: ReminderRunsStore;
  readonly now: () => Date;
  readonly timeZone: string;
  /** Of waves that say nothing else. */
  readonly holidays: Region;
  findWave(id: string): Promise<Wave | null>;
  listOpenWaves(): Promise<readonly StartedWave[]>;
  findInvitation(id: string): Promise<Invitation | null>;
  listInvitations(waveId: string): Promise<readonly Invitation[]>;
  listOffices(): Promise<readonly Office[]>;
  /** By office id in mode official, by invitation id in mode several; nothing of an anonymous wave. */
  responseStates(waveId: string): Promise<ReadonlyMap<string, KnownResponse>>;
  oweMails(debts: readonly MailDebt[]): Promise<void>;
  /** Lets the jobs look for due work now. */
  wake(): void;
}
