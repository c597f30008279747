import type { Rules } from '../../surveys/scoring/rules.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import type { Basis } from '../figures/office-figures.ts';
import { questionnaireOf, rulesOfWave } from '../figures/wave-rules.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import type { AskedOffice, StartedWave } from '../waves/wave.ts';
import type { WaveScores } from './remembered-scores.ts';
import { scoreWave } from './score-wave.ts';
import type { ScoresDeps } from './scores-deps.ts';

/** An asked office with what may be said of it. */
export interface OfficeState {
  readonly office: AskedOffice;
  /** People invited, and people who submitted; in mode official 0 or 1. */
  readonly invited: number;
  readonly submissions: number;
  /** Null in mode several: it would say when somebody submitted. */
  readonly submittedAt: Date | null;
  /** Share 0–1 of a draft; 1 when submitted. */
  readonly answered: number;
  /** Null: nothing submitted, or not to be shown yet. */
  readonly score: OfficeScore | null;
}

/** How far the figures of a closed wave of mode several are. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** What every page of results starts from. */
export interface WaveResults {
  readonly wave: StartedWave;
  readonly entry: CatalogEntry;
  readonly rules: Rules;
  /** In the order of their codes. */
  readonly offices: readonly OfficeState[];
  readonly scores: WaveScores;
  /** Names what the scores were made from. */
  readonly state: string;
  /** Null: every figure is there. */
  readonly progress: Progress | null;
}

/** "9" before "10", "004" before "40". */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code.localeCompare(b.code, 'de', { numeric: true });
}

const orders = new WeakMap<StartedWave, readonly AskedOffice[]>();

/** The asked offices in the order of their codes; sorted once for every wave that is remembered. */
function inOrder(wave: StartedWave): readonly AskedOffice[] {
  const known = orders.get(wave);
  if (known) return known;
  const sorted = wave.offices.toSorted(byCode);
  orders.set(wave, sorted);
  return sorted;
}

const invitations = new WeakMap<StartedWave, ReadonlyMap<string, number>>();

/** How many people each office has in the wave; counted once for every wave that is remembered. */
function invitedIn(wave: StartedWave): ReadonlyMap<string, number> {
  const known = invitations.get(wave);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const { officeId } of wave.contacts) counts.set(officeId, (counts.get(officeId) ?? 0) + 1);
  invitations.set(wave, counts);
  return counts;
}

/** Mode several shows nothing before every figure is there: what comes in step by step could be subtracted. */
function progressOf(wave: StartedWave, bases: ReadonlyMap<string, Basis>): Progress | null {
  if (wave.mode === 'official' || wave.state === 'open') return null;
  const done = wave.offices.filter(({ officeId }) => bases.has(officeId)).length;
  return done === wave.offices.length ? null : { done, all: wave.offices.length };
}

/** Whether values of a wave may be shown. */
export function isPublished(wave: StartedWave, progress: Progress | null): boolean {
  return wave.mode === 'official' || (wave.state === 'closed' && progress === null);
}

/** Records follow from the submissions they were made from, so this and the revision name a state of all scores. */
function stateOf(wave: StartedWave, bases: ReadonlyMap<string, Basis>): string {
  const parts = [...bases].map(([id, one]) => `${id} ${one.submittedAt.getTime()} ${one.responses}`);
  return `${wave.revision} ${wave.rules}\n${parts.join('\n')}`;
}

type StatesOf = (office: AskedOffice) => Omit<OfficeState, 'office' | 'invited' | 'score'>;

function officialState(basis: Basis | undefined, drafted: number | undefined) {
  const submittedAt = basis?.submittedAt ?? null;
  const answered = submittedAt === null ? (drafted ?? 0) : 1;
  return { submittedAt, answered, submissions: submittedAt === null ? 0 : 1 };
}

async function statesOf(
  deps: ScoresDeps,
  wave: StartedWave,
  known: { readonly bases: ReadonlyMap<string, Basis>; readonly published: boolean },
): Promise<StatesOf> {
  const { bases } = known;
  if (wave.mode === 'official') {
    const drafts = await deps.drafts(wave.id);
    return ({ officeId }) => officialState(bases.get(officeId), drafts.get(officeId));
  }
  const counts = known.published ? null : await deps.submissionCounts(wave.id);
  return ({ officeId }) => {
    const submissions = (counts ? counts.get(officeId) : bases.get(officeId)?.responses) ?? 0;
    return { submittedAt: null, answered: submissions > 0 ? 1 : 0, submissions };
  };
}

export async function waveResults(deps: ScoresDeps, wave: StartedWave): Promise<WaveResults> {
  const [entry, rules] = [questionnaireOf(deps, wave), rulesOfWave(deps, wave)];
  const under = { waveId: wave.id, rules: wave.rules };
  const bases = await deps.basesOf(under);
  const progress = progressOf(wave, bases);
  const published = isPublished(wave, progress);
  const invited = invitedIn(wave);
  const stateOfOffice = await statesOf(deps, wave, { bases, published });
  const state = published ? stateOf(wave, bases) : `${wave.revision} not published`;
  const scores = await deps.remembered.of(wave.id, state, async () =>
    scoreWave({ wave, entry, rules }, published ? await deps.figuresOf(under) : new Map()),
  );
  const offices = inOrder(wave).map((office) => ({
    office,
    invited: invited.get(office.officeId) ?? 0,
    ...stateOfOffice(office),
    score: scores.offices.get(office.officeId) ?? null,
  }));
  return { wave, entry, rules, offices, scores, state, progress };
}
