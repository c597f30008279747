import type { Office } from '../offices/office.ts';
import type { Catalog } from '../questionnaires/catalog.ts';
import type { Response, Submission } from '../responses/response.ts';
import type { Wave } from '../waves/wave.ts';
import type { OfficeScoreStore } from './office-score-store.ts';

/** How far an office is, without its answers. */
export interface KnownResponse {
  readonly state: 'draft' | 'submitted';
  /** Share 0–1. */
  readonly answered: number;
  readonly at: Date | null;
}

export interface ResultsDeps {
  readonly store: OfficeScoreStore;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly catalog: Catalog;
  readonly mailTransport: 'smtp' | 'folder';
  readCity(): Promise<{ readonly city: string }>;
  listOffices(): Promise<readonly Office[]>;
  findWave(id: string): Promise<Wave | null>;
  /** Newest first. */
  listWaves(): Promise<readonly Wave[]>;
  /** By office id. */
  responseStates(waveId: string): Promise<ReadonlyMap<string, KnownResponse>>;
  submissionsOf(
    waveId: string,
  ): Promise<readonly { readonly officeId: string; readonly submission: Submission }[]>;
  findResponse(waveId: string, officeId: string): Promise<Response | null>;
  /** By invitation id. */
  mailStates(waveId: string): Promise<ReadonlyMap<string, { readonly state: string }>>;
}
