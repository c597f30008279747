import type { Office } from '../offices/office.ts';
import type { ScoresDeps } from '../scores/scores-deps.ts';

import type { Wave } from '../waves/wave.ts';

export interface OverviewDeps extends ScoresDeps {
  readCity(): Promise<{ readonly city: string }>;
  /** Newest first. */
  listWaves(): Promise<readonly Wave[]>;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly mailTransport: 'smtp' | 'folder';
  listOffices(): Promise<readonly Office[]>;
  /** By invitation id. */
  mailStates(waveId: string): Promise<ReadonlyMap<string, { readonly state: string }>>;
}
