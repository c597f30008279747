import type { SealedInvitation } from '../invitations/invitation.ts';
import type { Job } from '../jobs/job.ts';
import type { AnonymousAnswers } from './anonymous-answers-store.ts';
import type { ResponsesDeps } from './responses-deps.ts';

export interface SettleDeps extends Pick<ResponsesDeps, 'forgetKey' | 'unseal'> {
  readonly anonymous: Pick<ResponsesDeps['anonymous'], 'find'>;
}

export interface FinishDeps extends SettleDeps {
  listSealed(): Promise<readonly SealedInvitation[]>;
}

/** What lies under the key of a submission decides what is known of the invitation; nothing there: the key stays. */
export async function settleSubmission(
  deps: SettleDeps,
  { id, key }: Pick<SealedInvitation, 'id' | 'key'>,
): Promise<AnonymousAnswers | 'ended' | null> {
  const kept = await deps.anonymous.find(key);
  if (kept === 'ended') await deps.unseal(id, key);
  else if (kept !== null) await deps.forgetKey(id, key);
  return kept;
}

/**
 * Makes good what a stop in the middle of an anonymous submission left undone: where the answers are kept, the
 * invitation forgets their key. Without answers it stays as it is, and the person can send again.
 */
export async function finishSubmissions(deps: FinishDeps): Promise<void> {
  for (const sealed of await deps.listSealed()) await settleSubmission(deps, sealed);
}

/** The job of the ticker. */
export function finishSubmissionsJob(deps: FinishDeps): Job {
  return { name: 'finishSubmissions', everySeconds: 60, run: () => finishSubmissions(deps) };
}
