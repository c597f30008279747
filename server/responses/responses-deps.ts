import type { Invitation } from '../invitations/invitation.ts';
import type { Catalog } from '../questionnaires/catalog.ts';
import type { AskedOffice, StartedWave, Wave } from '../waves/wave.ts';
import type { AnonymousAnswersStore } from './anonymous-answers-store.ts';
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
  readonly anonymous: Pick<AnonymousAnswersStore, 'insert' | 'end' | 'find'>;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly catalog: Catalog;
  /** Refuses unknown, replaced and revoked links; does not look at the deadline. */
  openLink(link: string): Promise<OpenedLink>;
  findWave(id: string): Promise<Wave | null>;
  findInvitation(id: string): Promise<Invitation | null>;
  markSeen(invitationId: string, now: Date): Promise<void>;
  /** A random key of 128 bits or more, without a time in it. */
  newKey(): string;
  /** Null when the invitation has a key, was submitted, or its link ended. */
  sealInvitation(invitationId: string, key: string): Promise<Invitation | null>;
  /** From now on only "submitted" is known of the invitation. */
  forgetKey(invitationId: string, key: string): Promise<void>;
  /** The invitation is as it was before it got the key. */
  unseal(invitationId: string, key: string): Promise<void>;
  readCity(): Promise<{
    readonly city: string;
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  }>;
  /** In mode official; a wave of mode several is scored when it is over. */
  recordScore(record: ScoreRecord): Promise<void>;
}
