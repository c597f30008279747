import type { Answers } from '../../surveys/answers/answer.ts';
import type { OfficeSubmission } from '../responses/submissions-of.ts';
import type { ScoresDeps } from '../scores/scores-deps.ts';

export interface ExportsDeps extends ScoresDeps {
  /** Mode official. */
  submissionsOf(waveId: string): Promise<readonly OfficeSubmission[]>;
  /** Mode several: what was submitted, in no order that says who. */
  answersOf(waveId: string, officeId: string): Promise<readonly Answers[]>;
}
