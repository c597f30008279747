import { lastSubmission } from '../responses/last-submission.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { FiguresDeps } from './figures-deps.ts';
import { officialRecord, scoringOf, severalRecord } from './make-figures.ts';
import type { OfficeFiguresRecord } from './office-figures.ts';
import { rulesOfWave } from './wave-rules.ts';

export type KeepFiguresDeps = Omit<FiguresDeps, 'findWave'> & {
  /** Lets the jobs look for due work again. */
  wake(): void;
};

/** Offices done in one run of the job, so that mail and deadlines do not wait long for their turn. */
const officesInOneRun = 100;
/** Of these, offices whose answers are read and whose figures are written at the same time. */
const atTheSameTime = 4;

/** Makes the figures of one office, when its turn comes; null: nothing to keep. */
type Due = () => Promise<OfficeFiguresRecord | null>;

/** Offices whose newest submission has no figures: the server stopped between the two writes. */
async function dueInOfficial(deps: KeepFiguresDeps, wave: StartedWave): Promise<readonly Due[]> {
  const scoring = scoringOf(deps, wave, rulesOfWave(deps, wave));
  const states = await deps.responseStates(wave.id);
  const kept = await deps.store.bases({ waveId: wave.id, rules: wave.rules });
  return [...states].flatMap(([officeId, { state, at }]) => {
    const known = kept.get(officeId);
    if (state !== 'submitted' || at === null || (known && known.submittedAt >= at)) return [];
    return async () => {
      const response = await deps.findResponse(wave.id, officeId);
      if (response?.state !== 'submitted') return null;
      return officialRecord(scoring, officeId, lastSubmission(response.submissions));
    };
  });
}

/** Offices of a closed wave without figures, and those of which more was submitted than their figures know. */
async function dueInSeveral(deps: KeepFiguresDeps, wave: StartedWave): Promise<readonly Due[]> {
  if (wave.state === 'open') return [];
  const scoring = scoringOf(deps, wave, rulesOfWave(deps, wave));
  const counts = await deps.submissionCounts(wave.id);
  const kept = await deps.store.bases({ waveId: wave.id, rules: wave.rules });
  return wave.offices.flatMap((office) => {
    const known = kept.get(office.officeId);
    if (known && known.responses >= (counts.get(office.officeId) ?? 0)) return [];
    return async () => severalRecord(scoring, office, await deps.answersOf(wave.id, office.officeId));
  });
}

async function keepAll(deps: KeepFiguresDeps, due: readonly Due[]): Promise<void> {
  const waiting = due.values();
  const worker = async () => {
    for (const make of waiting) {
      const record = await make();
      if (record !== null) await deps.store.keep(record);
    }
  };
  await Promise.all(Array.from({ length: atTheSameTime }, worker));
}

/**
 * Keeps the figures that are missing: of a closed wave of mode several, and of submissions whose figures were not kept.
 * Office by office; the rest waits for the next run.
 */
export async function keepFigures(deps: KeepFiguresDeps): Promise<void> {
  let left = officesInOneRun;
  for (const wave of await deps.listWaves()) {
    if (wave.state === 'draft') continue;
    const due = await (wave.mode === 'several' ? dueInSeveral(deps, wave) : dueInOfficial(deps, wave));
    await keepAll(deps, due.slice(0, left));
    left -= due.length;
    if (left < 0) return deps.wake();
  }
}

/** The job of the ticker. */
export function keepFiguresJob(deps: KeepFiguresDeps) {
  return { name: 'keepFigures', everySeconds: 60, run: () => keepFigures(deps) };
}
