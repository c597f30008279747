import type { FindWave } from '../figures/started-wave.ts';
import type { Catalog } from '../questionnaires/catalog.ts';
import type { OfficeSubmission } from '../responses/submissions-of.ts';

export interface ProjectsDeps extends FindWave {
  readonly catalog: Catalog;
  /** Mode official. */
  submissionsOf(waveId: string): Promise<readonly OfficeSubmission[]>;
}
