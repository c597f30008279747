import type { Submission } from './response.ts';

/** The submission that counts: the last. */
export function lastSubmission(submissions: readonly [Submission, ...Submission[]]): Submission {
  return submissions.at(-1) ?? submissions[0];
}
