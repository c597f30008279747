import type { Submission } from '../responses/response.ts';
import type { OfficeScoreStore } from './office-score-store.ts';

export interface RecordScoreCommand {
  readonly waveId: string;
  readonly officeId: string;
  readonly submission: Submission;
}

/** Keeps the score of a submission for the overviews; doing it twice, or late, changes nothing. */
export async function recordScore(
  deps: { readonly store: Pick<OfficeScoreStore, 'keep'> },
  { waveId, officeId, submission }: RecordScoreCommand,
): Promise<void> {
  const { at: submittedAt, rules, score } = submission;
  await deps.store.keep({ waveId, officeId, submittedAt, rules, score });
}
