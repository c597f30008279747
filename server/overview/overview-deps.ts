import type { Office } from '../offices/office.ts';
import type { ResultsDeps } from '../results/results-deps.ts';

export interface OverviewDeps extends ResultsDeps {
  readonly now: () => Date;
  readonly timeZone: string;
  readonly mailTransport: 'smtp' | 'folder';
  listOffices(): Promise<readonly Office[]>;
  /** By invitation id. */
  mailStates(waveId: string): Promise<ReadonlyMap<string, { readonly state: string }>>;
}
