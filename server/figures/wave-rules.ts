import type { Scorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { Rules } from '../../surveys/scoring/rules.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { ScoringDeps } from './figures-deps.ts';

export function questionnaireOf(deps: Pick<ScoringDeps, 'catalog'>, wave: StartedWave): CatalogEntry {
  const { id, version } = wave.questionnaire;
  const entry = deps.catalog.find({ id, version });
  if (entry === null)
    throw new Error(`wave ${wave.id} asked questionnaire ${id} ${version}, which is not there`);
  return entry;
}

/** The rules a wave is scored with: those it was opened with, whatever came later. */
export function rulesOfWave(deps: Pick<ScoringDeps, 'rulesOf'>, wave: StartedWave): Rules {
  const rules = deps.rulesOf(wave.rules);
  if (rules === null)
    throw new Error(`wave ${wave.id} is scored with rules ${wave.rules}, which are not there`);
  return rules;
}

export function scorerOf({ plan, scorer, rules: current }: CatalogEntry, rules: Rules): Scorer {
  return rules.version === current.version ? scorer : rules.createScorer(plan);
}
