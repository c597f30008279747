import { startedWave } from '../figures/started-wave.ts';
import { questionnaireOf } from '../figures/wave-rules.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import { Refusal } from '../refusal.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { CompareQuery } from './comparison.wire.ts';
import type { ComparisonDeps } from './comparison-deps.ts';

/** A wave with what was asked in it. */
export interface AskedWave {
  readonly wave: StartedWave;
  readonly entry: CatalogEntry;
}

export interface WavePair {
  readonly from: AskedWave;
  readonly to: AskedWave;
}

/**
 * The one gate of all comparisons: two waves that were opened, of the same questionnaire, not of mode several and open.
 *
 * @throws Refusal saying which wave cannot be compared, and why
 */
export async function wavePair(
  deps: Pick<ComparisonDeps, 'findWave' | 'catalog'>,
  { from, to }: CompareQuery,
): Promise<WavePair> {
  if (from === to) throw sameWave();
  const [older, newer] = [await askedWave(deps, from), await askedWave(deps, to)];
  const [olderPlan, newerPlan] = [older.entry.plan, newer.entry.plan];
  if (olderPlan.id !== newerPlan.id) throw otherQuestionnaire(olderPlan.title, newerPlan.title);
  return { from: older, to: newer };
}

async function askedWave(
  deps: Pick<ComparisonDeps, 'findWave' | 'catalog'>,
  waveId: string,
): Promise<AskedWave> {
  const wave = await startedWave(deps, waveId);
  if (wave.mode === 'several' && wave.state === 'open') throw stillOpen(wave.title);
  return { wave, entry: questionnaireOf(deps, wave) };
}

function sameWave(): Refusal {
  const detail = {
    de: 'Eine Erhebung lässt sich nicht mit sich selbst vergleichen. Bitte wählen Sie zwei verschiedene.',
    en: 'A wave cannot be compared with itself. Please choose two different ones.',
  };
  return new Refusal('malformed-request', detail, { errors: [{ pointer: '#/to', detail }] });
}

function otherQuestionnaire(older: CatalogEntry['plan']['title'], newer: CatalogEntry['plan']['title']) {
  return new Refusal('conflict', {
    de: `Die Erhebungen fragen Verschiedenes: „${older.de}“ und „${newer.de}“. Vergleichen lassen sich Fassungen desselben Fragebogens.`,
    en: `The waves ask different things: “${older.en}” and “${newer.en}”. Versions of the same questionnaire can be compared.`,
  });
}

function stillOpen(title: string): Refusal {
  return new Refusal('conflict', {
    de: `„${title}“ läuft noch. Antworten vieler Personen werden erst nach dem Schließen verglichen, damit sich keine einzelne ablesen lässt.`,
    en: `“${title}” is still open. Answers of many people are compared after closing only, so that no single one can be read off.`,
  });
}
