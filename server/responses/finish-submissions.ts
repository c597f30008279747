import type { Job } from '../jobs/job.ts';
import type { AnonymousAnswersStore } from './anonymous-answers-store.ts';

export interface FinishDeps {
  readonly anonymous: Pick<AnonymousAnswersStore, 'find'>;
  listSealed(): Promise<readonly { readonly id: string; readonly key: string }[]>;
  forgetKey(invitationId: string, key: string): Promise<void>;
}

/**
 * Makes good what a stop in the middle of an anonymous submission left undone: where the answers are kept, the
 * invitation forgets their key. Without answers it stays as it is, and the person can send again.
 */
export async function finishSubmissions(deps: FinishDeps): Promise<void> {
  for (const { id, key } of await deps.listSealed()) {
    if ((await deps.anonymous.find(key)) !== null) await deps.forgetKey(id, key);
  }
}

/** The job of the ticker. */
export function finishSubmissionsJob(deps: FinishDeps): Job {
  return { name: 'finishSubmissions', everySeconds: 60, run: () => finishSubmissions(deps) };
}
