import { howDimension } from '../../reports/findings/how-dimension.ts';
import { officeFinding } from '../../reports/findings/office-finding.ts';
import { rulesOf } from '../../surveys/scoring/rules.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import { Refusal } from '../refusal.ts';
import { lastSubmission } from '../responses/last-submission.ts';
import type { Submission } from '../responses/response.ts';
import type { StartedWave } from '../waves/wave.ts';
import { officeProjects } from './office-projects.ts';
import type { ExplainedDimension, Finding, OfficeResultsResponse } from './results.wire.ts';
import type { ResultsDeps } from './results-deps.ts';
import { cityScoreOf, resultsDimensions, resultsOffice, waveHeader } from './results-parts.ts';
import { type OfficeState, startedWave, type WaveResults, waveResults } from './wave-results.ts';

function notAsked(wave: StartedWave): Refusal {
  return new Refusal('unknown', {
    de: `In der Erhebung „${wave.title}“ wurde dieses Amt nicht gefragt.`,
    en: `This office was not asked in the wave “${wave.title}”.`,
  });
}

function explanationOf({ plan, rules }: CatalogEntry, submission: Submission): ExplainedDimension[] {
  const { answers, tags, score } = submission;
  const { explainDimension } = rulesOf(submission.rules) ?? rules;
  return plan.maturity.dimensions.map(({ id }) => {
    const explained = explainDimension(plan, answers, { tags, dimension: id });
    const items = explained.map(({ item, reason, ...others }) => ({
      ...others,
      id: item,
      answer: others.answer ?? reason,
      comment: answers[item]?.comment ?? null,
    }));
    return { id, how: howOf({ plan, rules }, submission, { id, items, score }), items };
  });
}

function howOf(
  { plan }: Pick<CatalogEntry, 'plan' | 'rules'>,
  submission: Submission,
  dimension: { id: string; items: ExplainedDimension['items']; score: OfficeScore },
): ExplainedDimension['how'] {
  const found = dimension.score.dimensions[dimension.id];
  return howDimension({
    status: found?.status ?? 'notApplicable',
    coverage: found?.coverage ?? null,
    items: dimension.items,
    minCoverage: plan.maturity.minCoverage,
    rules: submission.rules,
    questionnaire: { id: plan.id, version: plan.version },
  });
}

function findingOf(
  results: WaveResults,
  state: OfficeState,
  explanation: readonly ExplainedDimension[],
): Finding {
  const score = state.record?.score ?? null;
  const city = cityScoreOf(results);
  const countOf = (id: string, ...states: readonly string[]) =>
    explanation.find((one) => one.id === id)?.items.filter((item) => states.includes(item.state)).length ?? 0;
  return officeFinding({
    name: state.office.name,
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

/** One office against the city, and where each of its numbers comes from. */
export async function readOfficeResults(
  deps: ResultsDeps,
  { waveId, officeId }: { readonly waveId: string; readonly officeId: string },
): Promise<OfficeResultsResponse> {
  const results = await waveResults(deps, await startedWave(deps, waveId));
  const { wave, entry } = results;
  const state = results.offices.find(({ office }) => office.officeId === officeId);
  if (state === undefined) throw notAsked(wave);
  const [response, { city }] = await Promise.all([deps.findResponse(waveId, officeId), deps.readCity()]);
  const submission = response?.state === 'submitted' ? lastSubmission(response.submissions) : null;
  const explanation = submission === null ? [] : explanationOf(entry, submission);
  const division = wave.divisions.find((one) => one.officeId === state.office.parentId);
  return {
    city,
    wave: waveHeader(wave, entry),
    finding: findingOf(results, state, explanation),
    levels: [...entry.plan.maturity.levels],
    securedLevels: [...entry.plan.maturity.securedLevels],
    dimensions: resultsDimensions(entry),
    office: resultsOffice(state),
    division:
      division === undefined
        ? null
        : { officeId: division.officeId, code: division.code, name: division.name },
    cityScore: cityScoreOf(results),
    explanation,
    projects: submission === null ? [] : officeProjects(entry.plan, state.office, submission.answers),
  };
}
