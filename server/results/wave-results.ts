import type { CatalogEntry } from '../questionnaires/catalog.ts';
import { Refusal } from '../refusal.ts';
import type { AskedOffice, StartedWave } from '../waves/wave.ts';
import type { OfficeScoreRecord } from './office-score.ts';
import type { KnownResponse, ResultsDeps } from './results-deps.ts';

/** An asked office with what is known of it. */
export interface OfficeState {
  readonly office: AskedOffice;
  readonly response: KnownResponse | null;
  /** Null: nothing submitted. */
  readonly record: OfficeScoreRecord | null;
}

/** What every page of results starts from. */
export interface WaveResults {
  readonly wave: StartedWave;
  readonly entry: CatalogEntry;
  /** In the order of their codes. */
  readonly offices: readonly OfficeState[];
}

function unknown(): Refusal {
  return new Refusal('unknown', { de: 'Diese Erhebung gibt es nicht.', en: 'There is no such wave.' });
}

function notOpened(title: string): Refusal {
  return new Refusal('conflict', {
    de: `„${title}“ ist noch ein Entwurf. Ergebnisse gibt es, sobald die Erhebung geöffnet ist.`,
    en: `“${title}” is still a draft. There are results once the wave is open.`,
  });
}

/** The one gate of all results: the wave exists and was opened. */
export async function startedWave(deps: Pick<ResultsDeps, 'findWave'>, waveId: string): Promise<StartedWave> {
  const wave = await deps.findWave(waveId);
  if (wave === null) throw unknown();
  if (wave.state === 'draft') throw notOpened(wave.title);
  return wave;
}

export function questionnaireOf(deps: Pick<ResultsDeps, 'catalog'>, wave: StartedWave): CatalogEntry {
  const { id, version } = wave.questionnaire;
  const entry = deps.catalog.find({ id, version });
  if (entry === null)
    throw new Error(`wave ${wave.id} asked questionnaire ${id} ${version}, which is not there`);
  return entry;
}

/** "9" before "10", "004" before "40". */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code.localeCompare(b.code, 'de', { numeric: true });
}

export async function waveResults(deps: ResultsDeps, wave: StartedWave): Promise<WaveResults> {
  const [records, states] = await Promise.all([deps.store.list(wave.id), deps.responseStates(wave.id)]);
  const offices = wave.offices.toSorted(byCode).map((office) => ({
    office,
    response: states.get(office.officeId) ?? null,
    record: records.get(office.officeId) ?? null,
  }));
  return { wave, entry: questionnaireOf(deps, wave), offices };
}
