import type { AskedOffice as ScoredOffice } from '../../surveys/scoring/2026.1/city.ts';
import type { CityScore } from '../../surveys/scoring/score.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import type { StartedWave } from '../waves/wave.ts';
import type { ResultsDimension, ResultsDivision, ResultsOffice, WaveHeader } from './results.wire.ts';
import { roundedScore } from './rounded-score.ts';
import { byCode, type OfficeState, type WaveResults } from './wave-results.ts';

export function waveHeader(wave: StartedWave, { plan, rules }: CatalogEntry): WaveHeader {
  return {
    id: wave.id,
    title: wave.title,
    state: wave.state,
    deadline: wave.deadline,
    openedAt: wave.openedAt.toISOString(),
    closedAt: wave.closedAt?.toISOString() ?? null,
    questionnaire: { id: plan.id, version: plan.version, title: plan.title },
    rules: rules.version,
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

export function resultsOffice({ office, response, record }: OfficeState): ResultsOffice {
  const { officeId, code, name, parentId, headcount } = office;
  const submittedAt = record?.submittedAt ?? (response?.state === 'submitted' ? response.at : null);
  return {
    officeId,
    code,
    name,
    divisionId: parentId,
    headcount,
    submittedAt: submittedAt?.toISOString() ?? null,
    answered: submittedAt === null ? (response?.answered ?? 0) : 1,
    score: record === null ? null : roundedScore(record.score),
  };
}

function scored({ office, record }: OfficeState): ScoredOffice {
  return { id: office.officeId, headcount: office.headcount, score: record?.score ?? null };
}

export function cityScoreOf({ entry, offices }: WaveResults): CityScore {
  return entry.rules.scoreCity(entry.plan, offices.map(scored));
}

/** Every node above each office, the office itself included. */
function nodesAbove(wave: StartedWave): (officeId: string) => ReadonlySet<string> {
  const parents = new Map(
    [...wave.divisions, ...wave.offices].map(({ officeId, parentId }) => [officeId, parentId]),
  );
  return (officeId) => {
    const above = new Set<string>();
    let node: string | null = officeId;
    while (node !== null && !above.has(node)) {
      above.add(node);
      node = parents.get(node) ?? null;
    }
    return above;
  };
}

/** The divisions of a wave, each with the mean over the asked offices below it and itself. */
export function resultsDivisions({ wave, entry, offices }: WaveResults): ResultsDivision[] {
  const above = nodesAbove(wave);
  const placed = offices.map((state) => ({ state, nodes: above(state.office.officeId) }));
  return wave.divisions.toSorted(byCode).map(({ officeId, code, name }) => {
    const below = placed.filter(({ nodes }) => nodes.has(officeId)).map(({ state }) => scored(state));
    return { officeId, code, name, score: entry.rules.scoreDivision(entry.plan, below) };
  });
}
