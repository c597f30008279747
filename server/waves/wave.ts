import type { Language } from '../../surveys/plan/plan.ts';
import type { ContactRole } from '../offices/office.ts';

/** The states of this release; `scheduled`, `frozen` and `cancelled` come with later ones. */
export type WaveState = 'draft' | 'open' | 'closed';
/** `official`: one consolidated answer of an office; `several`: many people of an office answer for themselves. */
export type WaveMode = 'official' | 'several';

/** Who agreed to groups below the standard size, and which officer noted it when. */
export interface Consent {
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** What mode `several` promises to the people who answer; fixed once the wave is open. */
export interface Several {
  readonly anonymous: boolean;
  /** Smallest group whose values are shown. */
  readonly minGroup: number;
  /** Null at the standard size and above. */
  readonly consent: Consent | null;
}

/** Target of a dimension, points 0–100, by its id; null or absent: the mean of what the offices aim at. */
export type Targets = Readonly<Record<string, number | null>>;

/** An office as it was when the wave opened. */
export interface AskedOffice {
  readonly officeId: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly headcount: number | null;
  readonly fields: readonly string[];
}

/** A contact as it was when the wave opened; one invitation each. */
export interface AskedContact {
  readonly contactId: string;
  readonly officeId: string;
  readonly name: string;
  readonly email: string;
  readonly role: ContactRole;
}

/** A node above the asked offices, for grouping. */
export interface WaveDivision {
  readonly officeId: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
}

interface WaveBase {
  readonly id: string;
  readonly title: string;
  readonly questionnaire: { readonly id: string; readonly version: number };
  readonly mode: WaveMode;
  /** Null in mode official. */
  readonly several: Several | null;
  readonly targets: Targets;
  /** Language of the mails and the first language of the answering page. */
  readonly language: Language;
  /** Local date; answers are taken until its 24:00 in PEGEL_TIMEZONE, plus 15 minutes for queued saves. */
  readonly deadline: string;
  readonly createdAt: Date;
  readonly revision: number;
}

export interface DraftWave extends WaveBase {
  readonly state: 'draft';
  readonly officeIds: readonly string[];
}

export interface StartedWave extends WaveBase {
  readonly state: 'open' | 'closed';
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** Version of the scoring rules at opening; the wave is scored with them. */
  readonly rules: string;
  /** Snapshot at opening. */
  readonly offices: readonly AskedOffice[];
  readonly contacts: readonly AskedContact[];
  readonly divisions: readonly WaveDivision[];
}

export type Wave = DraftWave | StartedWave;
