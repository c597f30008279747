import { overviewFinding } from '../../reports/findings/overview-finding.ts';
import { rankedDimensions } from '../../reports/findings/ranked-dimensions.ts';
import type { CityScore } from '../../surveys/scoring/score.ts';
import type { Office } from '../offices/office.ts';
import { unpublishedFinding } from '../results/results-findings.ts';
import { cityScoreOf, resultsDimensions, waveHeader } from '../scores/wave-parts.ts';
import { type WaveResults, waveResults } from '../scores/wave-results.ts';
import { daysLeft } from '../waves/deadline.ts';
import type { DraftWave, StartedWave, Wave } from '../waves/wave.ts';
import { nextSteps, type WaveReturn } from './next-steps.ts';
import type { OverviewResponse } from './overview.wire.ts';
import type { OverviewDeps } from './overview-deps.ts';

const noQuestionnaire = { title: { de: '', en: '' }, items: 0, dimensions: 0, minutes: 0 };

/** A node that only groups others, without a contact of its own, is a division and not counted. */
function askable(offices: readonly Office[]): readonly Office[] {
  const parents = new Set(offices.map(({ parentId }) => parentId));
  return offices.filter(({ id, contacts }) => contacts.length > 0 || !parents.has(id));
}

async function stepsOf(deps: OverviewDeps, waves: readonly Wave[]): Promise<OverviewResponse['steps']> {
  const offices = await deps.listOffices();
  const questionnaire = deps.catalog.list()[0]?.summary;
  const { title, items, dimensions, minutes } = questionnaire ?? noQuestionnaire;
  return {
    offices: askable(offices).length,
    contacts: offices.reduce((sum, { contacts }) => sum + contacts.length, 0),
    questionnaire: { title, items, dimensions, minutes },
    mailTransport: deps.mailTransport,
    waves: waves.length,
  };
}

function isStarted(wave: Wave): wave is StartedWave {
  return wave.state !== 'draft';
}

/** The newest wave with a submission, else the newest started one. */
async function shownWave(deps: OverviewDeps, waves: readonly StartedWave[]): Promise<StartedWave | null> {
  for (const wave of waves) {
    const { offices } = await waveResults(deps, wave);
    if (offices.some(({ submissions }) => submissions > 0)) return wave;
  }
  return waves[0] ?? null;
}

async function returnOf(deps: OverviewDeps, wave: StartedWave): Promise<WaveReturn> {
  const [{ offices }, mails] = await Promise.all([waveResults(deps, wave), deps.mailStates(wave.id)]);
  const missing = offices
    .filter(({ submissions }) => submissions === 0)
    .map(({ office: { code, name } }) => `${code} ${name}`);
  return {
    wave,
    missing,
    submitted: wave.offices.length - missing.length,
    refusedMails: [...mails.values()].filter(({ state }) => state === 'refused').length,
    daysLeft: daysLeft(wave.deadline, deps.now(), deps.timeZone),
  };
}

function extremesOf({ entry }: WaveResults, city: CityScore): Pick<OverviewResponse, 'strengths' | 'gaps'> {
  const dimensions = resultsDimensions(entry).map((dimension) => ({
    id: dimension.id,
    title: dimension.shortTitle,
    score: city.dimensions[dimension.id]?.score ?? null,
    dimension,
  }));
  const byId = new Map(dimensions.map(({ id, dimension }) => [id, dimension]));
  const ranked = rankedDimensions(dimensions).flatMap(({ id, score }) => {
    const dimension = byId.get(id);
    return dimension === undefined ? [] : [{ dimension, score }];
  });
  const each = Math.min(3, Math.floor(ranked.length / 2));
  return { strengths: ranked.slice(0, each), gaps: ranked.slice(ranked.length - each).reverse() };
}

type Standing = Pick<OverviewResponse, 'wave' | 'finding' | 'levels' | 'cityScore' | 'strengths' | 'gaps'>;

async function standingOf(deps: OverviewDeps, wave: StartedWave, city: string): Promise<Standing> {
  const results = await waveResults(deps, wave);
  const { entry } = results;
  const { levels, dimensions } = entry.plan.maturity;
  const cityScore = cityScoreOf(results);
  const finding =
    unpublishedFinding(results) ??
    overviewFinding({
      city,
      index: cityScore.index,
      levels,
      dimensions: dimensions.map(({ id, shortTitle: title }) => ({
        id,
        title,
        score: cityScore.dimensions[id]?.score ?? null,
      })),
      offices: cityScore.offices,
      answered: cityScore.answered,
      open: wave.state === 'open',
    });
  return {
    wave: waveHeader(wave, entry),
    finding,
    levels: [...levels],
    cityScore,
    ...extremesOf(results, cityScore),
  };
}

const nothingYet: Standing = {
  wave: null,
  finding: null,
  levels: [],
  cityScore: null,
  strengths: [],
  gaps: [],
};

/** Where the city stands and what is next; before the first wave, the steps that lead there. */
export async function readOverview(deps: OverviewDeps): Promise<OverviewResponse> {
  const [{ city }, waves] = await Promise.all([deps.readCity(), deps.listWaves()]);
  const started = waves.filter(isStarted);
  const drafts = waves.filter((wave): wave is DraftWave => wave.state === 'draft');
  const shown = await shownWave(deps, started);
  const current = started.filter((wave) => wave.state === 'open' || wave.id === shown?.id);
  const returns = await Promise.all(current.map((wave) => returnOf(deps, wave)));
  return {
    city,
    steps: await stepsOf(deps, waves),
    ...(shown === null ? nothingYet : await standingOf(deps, shown, city)),
    next: shown === null && drafts.length === 0 ? [] : nextSteps(returns, drafts),
  };
}
