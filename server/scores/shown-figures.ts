import type { CityScore, OfficeFigures } from '../../surveys/scoring/score.ts';
import type { StartedWave } from '../waves/wave.ts';
import { notPublished } from './not-published.ts';
import type { ScoresDeps } from './scores-deps.ts';
import { isPublished, waveResults } from './wave-results.ts';

/** What other rooms may build on: exact figures of the offices whose values are published. */
export interface ShownFigures {
  /** By office id; offices without a submission and those kept secret are absent. */
  readonly figures: ReadonlyMap<string, OfficeFigures>;
  /** The city as published, where it holds more offices than `figures`: mode several; null: mode official. */
  readonly city: CityScore | null;
}

/** @throws Refusal while values of a wave of mode several must not leave the server, or are still being computed */
export async function shownFigures(deps: ScoresDeps, wave: StartedWave): Promise<ShownFigures> {
  const { scores, progress } = await waveResults(deps, wave);
  if (!isPublished(wave, progress)) throw notPublished(wave);
  const records = await deps.figuresOf({ waveId: wave.id, rules: wave.rules });
  const figures = new Map<string, OfficeFigures>();
  for (const [officeId, record] of records) {
    const isHidden = scores.offices.get(officeId)?.status === 'suppressed';
    if (record.figures !== null && !isHidden) figures.set(officeId, record.figures);
  }
  return { figures, city: wave.mode === 'several' ? scores.city : null };
}
