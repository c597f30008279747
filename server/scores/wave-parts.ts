import type { CityScore } from '../../surveys/scoring/score.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { ResultsDimension, WaveHeader } from './scores.wire.ts';
import type { WaveResults } from './wave-results.ts';

export function waveHeader(wave: StartedWave, { plan }: CatalogEntry): WaveHeader {
  return {
    id: wave.id,
    title: wave.title,
    state: wave.state,
    mode: wave.mode,
    minGroup: wave.several?.minGroup ?? null,
    revision: wave.revision,
    deadline: wave.deadline,
    openedAt: wave.openedAt.toISOString(),
    closedAt: wave.closedAt?.toISOString() ?? null,
    questionnaire: { id: plan.id, version: plan.version, title: plan.title },
    rules: wave.rules,
  };
}

export function resultsDimensions({ plan }: CatalogEntry): ResultsDimension[] {
  return plan.maturity.dimensions.map(({ id, title, shortTitle, field, items }) => ({
    id,
    title,
    shortTitle,
    field,
    items: items.length,
  }));
}

/** The city with its return, which is known before any value is shown. */
export function cityScoreOf({ scores, offices }: WaveResults): CityScore {
  return { ...scores.city, answered: offices.filter(({ submissions }) => submissions > 0).length };
}
