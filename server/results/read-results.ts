import { startedWave } from '../figures/started-wave.ts';
import { cityScoreOf, resultsDimensions, waveHeader } from '../scores/wave-parts.ts';
import { waveResults } from '../scores/wave-results.ts';
import type { ResultsResponse } from './results.wire.ts';
import type { ResultsDeps } from './results-deps.ts';
import { findingOf } from './results-findings.ts';
import { resultsDivisions, resultsOffice } from './results-parts.ts';

/** The results of a wave; reads one small document per office, however many responses there are. */
export async function readResults(deps: ResultsDeps, waveId: string): Promise<ResultsResponse> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const { wave, entry, offices, scores, progress } = results;
  const { fields, levels, securedLevels } = entry.plan.maturity;
  const { city } = await deps.readCity();
  return {
    city,
    wave: waveHeader(wave, entry),
    finding: findingOf(results),
    levels: [...levels],
    securedLevels: [...securedLevels],
    dimensions: resultsDimensions(entry),
    fields: fields.map(({ id, title }) => ({ id, title })),
    divisions: resultsDivisions(results),
    offices: offices.map((state) => resultsOffice(results, state)),
    cityScore: cityScoreOf(results),
    reliability: { ...scores.reliability },
    priorities: [...scores.priorities],
    progress,
  };
}
