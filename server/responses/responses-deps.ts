import type { Invitation } from '../invitations/invitation.ts';
import type { Catalog } from '../questionnaires/catalog.ts';
import type { AskedOffice, StartedWave } from '../waves/wave.ts';
import type { Submission } from './response.ts';
import type { ResponseStore } from './response-store.ts';

/** What a valid link opens. */
export interface OpenedLink {
  readonly invitation: Invitation;
  readonly wave: StartedWave;
  readonly office: AskedOffice;
}

export interface ScoreRecord {
  readonly waveId: string;
  readonly officeId: string;
  readonly submission: Submission;
}

export interface ResponsesDeps {
  readonly store: ResponseStore;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly catalog: Catalog;
  /** Refuses unknown, replaced and revoked links; does not look at the deadline. */
  openLink(link: string): Promise<OpenedLink>;
  findInvitation(id: string): Promise<Invitation | null>;
  markSeen(invitationId: string, now: Date): Promise<void>;
  readCity(): Promise<{
    readonly city: string;
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  }>;
  recordScore(record: ScoreRecord): Promise<void>;
}
