import type { Answers } from '../../surveys/answers/answer.ts';
import type { Rules } from '../../surveys/scoring/rules.ts';
import type { Catalog } from '../questionnaires/catalog.ts';
import type { Response } from '../responses/response.ts';
import type { Wave } from '../waves/wave.ts';
import type { OfficeFiguresStore } from './office-figures-store.ts';
import type { FindWave } from './started-wave.ts';

/** How far an office is, without its answers. */
export interface KnownResponse {
  readonly state: 'draft' | 'submitted';
  /** Share 0–1. */
  readonly answered: number;
  readonly at: Date | null;
}

/** What a wave is scored with. */
export interface ScoringDeps {
  readonly catalog: Catalog;
  /** Null: a version this release does not know. */
  rulesOf(version: string): Rules | null;
}

export interface FiguresDeps extends ScoringDeps, FindWave {
  readonly store: OfficeFiguresStore;
  /** Newest first. */
  listWaves(): Promise<readonly Wave[]>;
  /** Mode official, by office id. */
  responseStates(waveId: string): Promise<ReadonlyMap<string, KnownResponse>>;
  /** Mode official. */
  findResponse(waveId: string, officeId: string): Promise<Response | null>;
  /** Mode several: how many have submitted, by office id. */
  submissionCounts(waveId: string): Promise<ReadonlyMap<string, number>>;
  /** Mode several: what was submitted, in no order that says who. */
  answersOf(waveId: string, officeId: string): Promise<readonly Answers[]>;
}
