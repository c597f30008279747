import { resultsFinding } from '../../reports/findings/results-finding.ts';
import type { CityScore } from '../../surveys/scoring/score.ts';
import type { Finding, ResultsResponse } from './results.wire.ts';
import type { ResultsDeps } from './results-deps.ts';
import {
  cityScoreOf,
  resultsDimensions,
  resultsDivisions,
  resultsOffice,
  waveHeader,
} from './results-parts.ts';
import { startedWave, type WaveResults, waveResults } from './wave-results.ts';

function findingOf({ wave, entry, offices }: WaveResults, city: CityScore): Finding {
  const { dimensions, levels } = entry.plan.maturity;
  const submitted = offices.flatMap(({ office, record }) => (record === null ? [] : [{ office, ...record }]));
  return resultsFinding({
    dimensions: dimensions.map(({ id, shortTitle }) => ({
      title: shortTitle,
      mean: city.dimensions[id]?.score ?? null,
      levels: submitted.flatMap(({ score }) => score.dimensions[id]?.level ?? []),
    })),
    levels,
    offices: submitted.flatMap(({ office, score }) =>
      score.index === null ? [] : [{ name: office.name, index: score.index }],
    ),
    asked: city.offices,
    answered: city.answered,
    open: wave.state === 'open',
  });
}

/** The results of a wave; reads one small document per office, however many responses there are. */
export async function readResults(deps: ResultsDeps, waveId: string): Promise<ResultsResponse> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const { wave, entry, offices } = results;
  const { fields, levels, securedLevels } = entry.plan.maturity;
  const { city } = await deps.readCity();
  const cityScore = cityScoreOf(results);
  return {
    city,
    wave: waveHeader(wave, entry),
    finding: findingOf(results, cityScore),
    levels: [...levels],
    securedLevels: [...securedLevels],
    dimensions: resultsDimensions(entry),
    fields: fields.map(({ id, title }) => ({ id, title })),
    divisions: resultsDivisions(results),
    offices: offices.map(resultsOffice),
    cityScore,
  };
}
