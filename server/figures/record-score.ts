import type { Submission } from '../responses/response.ts';
import type { FiguresDeps } from './figures-deps.ts';
import { officialRecord, scoringOf } from './make-figures.ts';
import { startedWave } from './started-wave.ts';
import { rulesOfWave } from './wave-rules.ts';

export interface RecordScoreCommand {
  readonly waveId: string;
  readonly officeId: string;
  readonly submission: Submission;
}

export type RecordScoreDeps = Pick<FiguresDeps, 'store' | 'findWave' | 'catalog' | 'rulesOf'>;

/** Keeps the figures of a submission for the overviews; doing it twice, or late, changes nothing. */
export async function recordScore(
  deps: RecordScoreDeps,
  { waveId, officeId, submission }: RecordScoreCommand,
): Promise<void> {
  const wave = await startedWave(deps, waveId);
  const scoring = scoringOf(deps, wave, rulesOfWave(deps, wave));
  await deps.store.keep(officialRecord(scoring, officeId, submission));
}
