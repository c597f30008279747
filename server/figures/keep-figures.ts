import { lastSubmission } from '../responses/last-submission.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { FiguresDeps } from './figures-deps.ts';
import { type MakeFigures, startFiguresThreads } from './figures-threads.ts';
import { makeHere, officialRecord, type Scoring, scoringOf, severalRecord } from './make-figures.ts';
import type { OfficeFiguresRecord } from './office-figures.ts';
import type { SettledWaves } from './settled-waves.ts';
import { rulesOfWave } from './wave-rules.ts';

export interface KeepFiguresDeps extends Omit<FiguresDeps, 'findWave'> {
  readonly settled: SettledWaves;
  /** Mode several: after it nothing can be submitted in the closed wave any more. */
  endSubmissions(wave: StartedWave): Promise<void>;
  /** Lets the jobs look for due work again. */
  wake(): void;
  /** Ends a run early. */
  readonly signal: AbortSignal;
}

/** Responses behind the figures made in one run of the job, so that mail and deadlines do not wait long for their turn. */
const responsesInOneRun = 10_000;
/** Offices whose answers are read and whose figures are written at the same time. */
const atTheSameTime = 12;
/** With fewer responses than this, starting threads takes longer than the work. */
const worthThreads = 200;

/** Figures of one office to be made. */
interface Due {
  /** Responses to be read. */
  readonly responses: number;
  /** Null: nothing to keep. */
  record(make: MakeFigures): Promise<OfficeFiguresRecord | null>;
}

/** Offices whose newest submission has no figures: the server stopped between the two writes. */
async function dueInOfficial(deps: KeepFiguresDeps, scoring: Scoring): Promise<readonly Due[]> {
  const { wave } = scoring;
  const states = await deps.responseStates(wave.id);
  const kept = await deps.store.bases({ waveId: wave.id, rules: wave.rules });
  return [...states].flatMap(([officeId, { state, at }]) => {
    const known = kept.get(officeId);
    if (state !== 'submitted' || at === null || (known && known.submittedAt >= at)) return [];
    const record = async () => {
      const response = await deps.findResponse(wave.id, officeId);
      if (response?.state !== 'submitted') return null;
      return officialRecord(scoring, officeId, lastSubmission(response.submissions));
    };
    return [{ responses: 1, record }];
  });
}

/** Offices of a closed wave without figures, and those of which more was submitted than their figures know. */
async function dueInSeveral(deps: KeepFiguresDeps, scoring: Scoring): Promise<readonly Due[]> {
  const { wave } = scoring;
  const counts = await deps.submissionCounts(wave.id);
  const kept = await deps.store.bases({ waveId: wave.id, rules: wave.rules });
  return wave.offices.flatMap((office) => {
    const known = kept.get(office.officeId);
    const submitted = counts.get(office.officeId) ?? 0;
    if (known && known.responses >= submitted) return [];
    const record = async (make: MakeFigures) => {
      const responses = await deps.answersOf(wave.id, office.officeId);
      return severalRecord(scoring, { office, responses }, make);
    };
    return [{ responses: submitted, record }];
  });
}

const responsesOf = (due: readonly Due[]) => due.reduce((sum, { responses }) => sum + responses, 0);

/** The first ones, as many as there is room for; the very first always when the run has done nothing yet. */
function firstOf(due: readonly Due[], room: number): readonly Due[] {
  let left = room;
  const end = due.findIndex(({ responses }) => {
    const isFull = left < responsesInOneRun && responses > left;
    left -= Math.max(1, responses);
    return isFull;
  });
  return end < 0 ? due : due.slice(0, end);
}

async function keepAll(deps: KeepFiguresDeps, due: readonly Due[], make: MakeFigures): Promise<void> {
  const waiting = due.values();
  const worker = async () => {
    for (const one of waiting) {
      if (deps.signal.aborted) return;
      const record = await one.record(make);
      if (record !== null) await deps.store.keep(record);
    }
  };
  await Promise.all(Array.from({ length: atTheSameTime }, worker));
}

/** Few here, many in threads beside the server. */
async function keepOfWave(deps: KeepFiguresDeps, scoring: Scoring, due: readonly Due[]): Promise<void> {
  const { plan, rules, wave } = scoring;
  if (wave.mode === 'official' || responsesOf(due) < worthThreads)
    return keepAll(deps, due, makeHere(scoring));
  const threads = startFiguresThreads({ plan, rules: rules.version });
  try {
    await keepAll(deps, due, threads.make);
  } finally {
    await threads.end();
  }
}

/** What is to be done in a wave; a settled one is not even counted. */
async function dueIn(deps: KeepFiguresDeps, scoring: Scoring, now: Date): Promise<readonly Due[]> {
  const { wave } = scoring;
  if (wave.mode === 'official') return dueInOfficial(deps, scoring);
  if (wave.state === 'open' || deps.settled.has(wave, now)) return [];
  await deps.endSubmissions(wave);
  const due = await dueInSeveral(deps, scoring);
  if (due.length === 0) deps.settled.add(wave, now);
  return due;
}

/**
 * Keeps the figures that are missing: of a closed wave of mode several, and of submissions whose figures were not kept.
 * Office by office; what is too much for one run waits for the next.
 */
export async function keepFigures(deps: KeepFiguresDeps, now: Date): Promise<void> {
  let room = responsesInOneRun;
  for (const wave of await deps.listWaves()) {
    if (wave.state === 'draft') continue;
    const scoring = scoringOf(deps, wave, rulesOfWave(deps, wave));
    const due = await dueIn(deps, scoring, now);
    const first = firstOf(due, room);
    await keepOfWave(deps, scoring, first);
    if (first.length < due.length) return deps.wake();
    room -= responsesOf(first);
  }
}

/** The job of the ticker. */
export function keepFiguresJob(deps: KeepFiguresDeps) {
  return { name: 'keepFigures', everySeconds: 60, run: (now: Date) => keepFigures(deps, now) };
}
