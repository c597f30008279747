import type { OfficeScore } from '../../surveys/scoring/score.ts';

/** The score that counts for an office in a wave; derived from its newest submission, so that overviews stay small. */
export interface OfficeScoreRecord {
  readonly waveId: string;
  readonly officeId: string;
  readonly submittedAt: Date;
  readonly rules: string;
  /** Not rounded. */
  readonly score: OfficeScore;
}
