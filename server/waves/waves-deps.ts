import type { Text } from '../../surveys/plan/plan.ts';
import type { Invitation } from '../invitations/invitation.ts';
import type { MailState } from '../mail/mail.ts';
import type { Office } from '../offices/office.ts';
import type { QuestionnaireRef } from '../questionnaires/questionnaires.wire.ts';
import type { StartedWave, Wave } from './wave.ts';
import type { MailPreviewResponse, TestMailResponse } from './waves.wire.ts';
import type { WavesStore } from './waves-store.ts';

export interface KnownQuestionnaire {
  readonly summary: { readonly id: string; readonly version: number; readonly title: Text };
  readonly plan: { readonly maturity: { readonly dimensions: readonly { readonly id: string }[] } };
  /** What new waves are scored with. */
  readonly rules: { readonly version: string };
}

/** What this room needs of the catalog. */
export interface KnownQuestionnaires {
  list(): readonly KnownQuestionnaire[];
  find(ref: QuestionnaireRef): KnownQuestionnaire | null;
}

export interface MailPreviewCommand {
  readonly wave: Wave;
  readonly officeId: string | null;
  readonly language: 'de' | 'en' | null;
}

export interface TestMailCommand {
  readonly wave: Wave;
  /** Null: to the officer. */
  readonly to: string | null;
  readonly language: 'de' | 'en' | null;
}

export interface WavesDeps {
  readonly store: WavesStore;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly timeZone: string;
  readonly mailTransport: 'smtp' | 'folder';
  readonly questionnaires: KnownQuestionnaires;
  listOffices(): Promise<readonly Office[]>;
  readCity(): Promise<{
    readonly city: string;
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  }>;
  /** Writes the invitations and the owed mails of an open wave that are not there yet. */
  oweInvitations(wave: StartedWave): Promise<void>;
  listInvitations(waveId: string): Promise<readonly Invitation[]>;
  mailStates(waveId: string): Promise<ReadonlyMap<string, { readonly state: MailState }>>;
  /** By office id in mode official, by invitation id in mode several. */
  responseStates(waveId: string): Promise<ReadonlyMap<string, { readonly state: 'draft' | 'submitted' }>>;
  previewMail(command: MailPreviewCommand): Promise<MailPreviewResponse>;
  oweTestMail(command: TestMailCommand): Promise<TestMailResponse>;
  /** Lets the jobs look for due work now. */
  wake(): void;
}
