import type { OfficeFigures } from '../../surveys/scoring/score.ts';

/** What is kept of an office in a wave under one version of the rules, so that no overview reads answers again. */
export interface OfficeFiguresRecord {
  readonly waveId: string;
  readonly officeId: string;
  /** Version of the rules. */
  readonly rules: string;
  /** Of the submission that counts; in mode several when the wave closed. */
  readonly submittedAt: Date;
  /** Submissions behind the figures. */
  readonly responses: number;
  /** What chance started from; null where there was none. */
  readonly chance: Chance | null;
  /** Not rounded; null without a submission. */
  readonly figures: OfficeFigures | null;
}

export interface Chance {
  readonly seed: number;
  readonly generator: string;
}

/** What a record was made from; figures follow from it, the wave and the rules alone. */
export type Basis = Pick<OfficeFiguresRecord, 'submittedAt' | 'responses'>;

/** Figures of one wave under one version of the rules. */
export type KeptUnder = Pick<OfficeFiguresRecord, 'waveId' | 'rules'>;
