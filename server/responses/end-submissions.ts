import { isAnonymous } from '../waves/is-anonymous.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { Answering } from './enter-response.ts';
import { type FinishDeps, settleSubmission } from './finish-submissions.ts';
import type { ResponseStore } from './response-store.ts';
import type { ResponsesDeps } from './responses-deps.ts';
import { blankDraft, writeAttempts, writeResponse } from './save-answers.ts';

export interface EndDeps extends FinishDeps {
  readonly anonymous: Pick<ResponsesDeps['anonymous'], 'end' | 'find'>;
  readonly store: Pick<ResponseStore, 'find' | 'insert' | 'replace'>;
}

/** Named answers: once the revision has risen, the guarded write of the submission fails, unless it was first. */
async function endNamed(deps: EndDeps, underWay: Answering): Promise<void> {
  const { wave, invitation } = underWay;
  for (let attempt = 0; attempt < writeAttempts; attempt += 1) {
    const before = (await deps.store.find(wave.id, invitation.id)) ?? blankDraft(underWay);
    if (before.state === 'submitted') return;
    if (await writeResponse(deps, before, { ...before, revision: before.revision + 1 })) return;
  }
  throw new Error(`response of invitation ${invitation.id} changes all the time`);
}

/**
 * Ends what is still under way in a closed wave of mode several: a submission that was written first counts, any other
 * fails, however late it arrives. Afterwards what was submitted changes no more, so figures can be made of it.
 */
export async function endSubmissions(deps: EndDeps, wave: StartedWave): Promise<void> {
  const sealed = (await deps.listSealed()).filter(({ waveId }) => waveId === wave.id);
  for (const { id, key, officeId } of sealed) {
    if (isAnonymous(wave)) {
      await deps.anonymous.end(key);
      await settleSubmission(deps, { id, key });
    } else {
      await endNamed(deps, { wave, office: { officeId }, invitation: { id } });
      await deps.unseal(id, key);
    }
  }
}
