import { hiddenOfficeFinding } from '../../reports/findings/hidden-offices.ts';
import { officeFinding } from '../../reports/findings/office-finding.ts';
import { officeReturnFinding } from '../../reports/findings/return-finding.ts';
import { startedWave } from '../figures/started-wave.ts';
import { officeProjects } from '../projects/office-projects.ts';
import { Refusal } from '../refusal.ts';
import { lastSubmission } from '../responses/last-submission.ts';
import type { Submission } from '../responses/response.ts';
import type { Finding } from '../scores/scores.wire.ts';
import { cityScoreOf, resultsDimensions, waveHeader } from '../scores/wave-parts.ts';
import { isPublished, type OfficeState, type WaveResults, waveResults } from '../scores/wave-results.ts';
import type { StartedWave } from '../waves/wave.ts';
import { explainedFigures, explainedSubmission } from './explained-dimensions.ts';
import type { ExplainedDimension, OfficeResultsResponse } from './results.wire.ts';
import type { ResultsDeps } from './results-deps.ts';
import { resultsOffice } from './results-parts.ts';

function notAsked(wave: StartedWave): Refusal {
  return new Refusal('unknown', {
    de: `In der Erhebung „${wave.title}“ wurde dieses Amt nicht gefragt.`,
    en: `This office was not asked in the wave “${wave.title}”.`,
  });
}

function valueFinding(
  results: WaveResults,
  { office, score }: OfficeState,
  explanation: readonly ExplainedDimension[],
): Finding {
  const city = cityScoreOf(results);
  const countOf = (id: string, ...states: readonly string[]) =>
    explanation.find((one) => one.id === id)?.items.filter((item) => states.includes(item.state)).length ?? 0;
  return officeFinding({
    name: office.name,
    submitted: score !== null,
    index: score?.index ?? null,
    dimensions: results.entry.plan.maturity.dimensions.map(({ id, shortTitle }) => ({
      id,
      title: shortTitle,
      score: score?.dimensions[id]?.score ?? null,
      status: score?.dimensions[id]?.status ?? 'notApplicable',
      applicable: countOf(id, 'level', 'dk', 'missing'),
      dontKnow: countOf(id, 'dk'),
    })),
    city: city.index,
    answered: city.answered,
    open: results.wave.state === 'open',
  });
}

function findingOf(
  results: WaveResults,
  state: OfficeState,
  explanation: readonly ExplainedDimension[],
): Finding {
  const { wave, progress } = results;
  const { office, invited, submissions: submitted, score } = state;
  if (!isPublished(wave, progress)) return officeReturnFinding(office.name, { invited, submitted });
  if (score?.status === 'suppressed') {
    return hiddenOfficeFinding(office.name, { minGroup: wave.several?.minGroup ?? 0 });
  }
  return valueFinding(results, state, explanation);
}

async function submissionOf(
  deps: ResultsDeps,
  { wave }: WaveResults,
  officeId: string,
): Promise<Submission | null> {
  if (wave.mode === 'several') return null;
  const response = await deps.findResponse(wave.id, officeId);
  return response?.state === 'submitted' ? lastSubmission(response.submissions) : null;
}

/** Mode several: only of an office whose values are shown. */
async function explanationOf(
  deps: ResultsDeps,
  results: WaveResults,
  { office, score }: OfficeState,
): Promise<ExplainedDimension[]> {
  const { id: waveId, mode, rules } = results.wave;
  if (mode === 'official' || score === null || score.status === 'suppressed') return [];
  const record = await deps.findFigures({ waveId, rules }, office.officeId);
  return record?.figures ? explainedFigures(results, record.figures) : [];
}

/** One office against the city, and where each of its numbers comes from. */
export async function readOfficeResults(
  deps: ResultsDeps,
  { waveId, officeId }: { readonly waveId: string; readonly officeId: string },
): Promise<OfficeResultsResponse> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const { wave, entry } = results;
  const state = results.offices.find(({ office }) => office.officeId === officeId);
  if (state === undefined) throw notAsked(wave);
  const [submission, { city }] = await Promise.all([submissionOf(deps, results, officeId), deps.readCity()]);
  const explanation =
    submission === null
      ? await explanationOf(deps, results, state)
      : explainedSubmission(results, submission);
  const division = wave.divisions.find((one) => one.officeId === state.office.parentId);
  return {
    city,
    wave: waveHeader(wave, entry),
    finding: findingOf(results, state, explanation),
    levels: [...entry.plan.maturity.levels],
    securedLevels: [...entry.plan.maturity.securedLevels],
    dimensions: resultsDimensions(entry),
    office: resultsOffice(results, state),
    division:
      division === undefined
        ? null
        : { officeId: division.officeId, code: division.code, name: division.name },
    cityScore: cityScoreOf(results),
    explanation,
    projects: submission === null ? [] : officeProjects(entry.plan, state.office, submission.answers),
  };
}
