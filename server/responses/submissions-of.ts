import { lastSubmission } from './last-submission.ts';
import type { Submission } from './response.ts';
import type { ResponseStore } from './response-store.ts';

export interface OfficeSubmission {
  readonly officeId: string;
  /** The one that counts. */
  readonly submission: Submission;
}

/** What every office of a wave has submitted, by office id. */
export async function submissionsOf(
  deps: { readonly store: Pick<ResponseStore, 'submitted'> },
  waveId: string,
): Promise<readonly OfficeSubmission[]> {
  const responses = await deps.store.submitted(waveId);
  return responses.map(({ officeId, submissions }) => ({
    officeId,
    submission: lastSubmission(submissions),
  }));
}
