import type { Answers } from '../../surveys/answers/answer.ts';
import type { Rules } from '../../surveys/scoring/rules.ts';
import type { Catalog } from '../questionnaires/catalog.ts';
import type { Response, Submission } from '../responses/response.ts';
import type { Wave } from '../waves/wave.ts';
import type { OfficeFiguresStore } from './office-figures-store.ts';
import type { RememberedScores } from './remembered-scores.ts';

/** How far an office is, without its answers. */
export interface KnownResponse {
  readonly state: 'draft' | 'submitted';
  /** Share 0–1. */
  readonly answered: number;
  readonly at: Date | null;
}

export interface ResultsDeps {
  readonly store: OfficeFiguresStore;
  readonly catalog: Catalog;
  readonly remembered: RememberedScores;
  /** Null: a version this release does not know. */
  rulesOf(version: string): Rules | null;
  readCity(): Promise<{ readonly city: string }>;
  findWave(id: string): Promise<Wave | null>;
  /** Newest first. */
  listWaves(): Promise<readonly Wave[]>;
  /** Mode official: share 0–1 answered of what is not submitted yet, by office id. */
  drafts(waveId: string): Promise<ReadonlyMap<string, number>>;
  /** Mode official, by office id. */
  responseStates(waveId: string): Promise<ReadonlyMap<string, KnownResponse>>;
  /** Mode official. */
  submissionsOf(
    waveId: string,
  ): Promise<readonly { readonly officeId: string; readonly submission: Submission }[]>;
  /** Mode official. */
  findResponse(waveId: string, officeId: string): Promise<Response | null>;
  /** Mode several: how many have submitted, by office id. */
  submissionCounts(waveId: string): Promise<ReadonlyMap<string, number>>;
  /** Mode several: what was submitted, in no order that says who. */
  answersOf(waveId: string, officeId: string): Promise<readonly Answers[]>;
}
