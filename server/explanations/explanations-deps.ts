import type { Answers } from '../../surveys/answers/answer.ts';
import type { ResultsDeps } from '../results/results-deps.ts';

export interface ExplanationsDeps extends ResultsDeps {
  /** Mode several: what was submitted, in no order that says who. */
  answersOf(waveId: string, officeId: string): Promise<readonly Answers[]>;
}
