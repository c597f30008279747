import { lastSubmission } from '../responses/last-submission.ts';
import { recordScore } from './record-score.ts';
import type { ResultsDeps } from './results-deps.ts';

export type HealScoresDeps = Pick<ResultsDeps, 'store' | 'listWaves' | 'responseStates' | 'findResponse'>;

/** Offices whose newest submission has no score yet: the server stopped between the two writes. */
async function unscored(deps: HealScoresDeps, waveId: string): Promise<readonly string[]> {
  const states = await deps.responseStates(waveId);
  const kept = await deps.store.submittedAt(waveId);
  return [...states].flatMap(([officeId, { state, at }]) => {
    if (state !== 'submitted' || at === null) return [];
    const known = kept.get(officeId);
    return known === undefined || known < at ? [officeId] : [];
  });
}

/** Brings the kept scores of all started waves up to their submissions. */
export async function healScores(deps: HealScoresDeps): Promise<void> {
  for (const wave of await deps.listWaves()) {
    if (wave.state === 'draft') continue;
    for (const officeId of await unscored(deps, wave.id)) {
      const response = await deps.findResponse(wave.id, officeId);
      if (response?.state !== 'submitted') continue;
      const submission = lastSubmission(response.submissions);
      await recordScore(deps, { waveId: wave.id, officeId, submission });
    }
  }
}

/** The job of the ticker. */
export function healScoresJob(deps: HealScoresDeps) {
  return { name: 'healScores', run: () => healScores(deps) };
}
