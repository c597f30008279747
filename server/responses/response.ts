import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';

/** One key of a draft: its answer (null: cleared) and how often it was written. */
export interface DraftAnswer {
  readonly value: Answer | null;
  /** 0 = never written; counts up with every accepted save of this key. */
  readonly revision: number;
  /** The save that wrote it, so that a replay is recognised. */
  readonly saveId: string;
}

export interface Submission {
  readonly at: Date;
  readonly invitationId: string;
  readonly answers: Answers;
  readonly tags: readonly string[];
  readonly rules: string;
  /** Not rounded: means over offices are built from it; rounded to 6 decimals where it leaves Pegel. */
  readonly score: OfficeScore;
  /** Short code on the receipt. */
  readonly receipt: string;
}

interface ResponseBase {
  /** `<wave id>:<office id>` in mode official, `<wave id>:<invitation id>` in mode several. */
  readonly id: string;
  readonly waveId: string;
  readonly officeId: string;
  /** Whose it is; null in mode official, where it is the office's. */
  readonly invitationId: string | null;
  readonly draft: Readonly<Record<string, DraftAnswer>>;
  readonly savedAt: Date | null;
  /** Share 0–1 of asked scored questions with an answer. */
  readonly answered: number;
  readonly revision: number;
}

export interface Draft extends ResponseBase {
  readonly state: 'draft';
}

export interface Submitted extends ResponseBase {
  readonly state: 'submitted';
  /** At least one; the last counts. */
  readonly submissions: readonly [Submission, ...Submission[]];
}

export type Response = Draft | Submitted;
