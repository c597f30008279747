import type { AnswerContext, Answers } from '../../answers/answer.ts';
import type { Plan } from '../../plan/plan.ts';
import type {
  Aim,
  DimensionScore,
  ItemOpinion,
  ItemState,
  OfficeFigures,
  OfficeScore,
  Spread,
} from '../score.ts';
import { aimOfPoll, aimOfResponse } from './aims.ts';
import { type BootstrapSettings, bootstrap } from './bootstrap.ts';
import { mean } from './numbers.ts';
import { dimensionAgreement, type OfficeItem, officeItem } from './office-items.ts';
import { itemReader, type PreparedItems } from './read-items.ts';
import { createResample, type Resample } from './resampled-scores.ts';
import { oneByOne } from './samples.ts';
import { exact, scoreItems, scoreResponse } from './score-response.ts';
import type { ScoredItem } from './scored-item.ts';
import { type Poll, readPoll } from './several-items.ts';

export interface PreparedPlan {
  readonly plan: Plan;
  readonly prepared: PreparedItems;
}

/** Who the respondents are, and what random draws start from. */
export interface OfficeContext extends AnswerContext, Omit<BootstrapSettings, 'draws'> {
  /** Bootstrap samples; 2,000 by default. */
  readonly draws?: number;
}

/**
 * Figures of an office in mode official, from its one response. Exact.
 *
 * @see scoring.md §1–§7, §12
 */
export function figuresOfResponse(
  { plan, prepared }: PreparedPlan,
  answers: Answers,
  { tags }: AnswerContext,
): OfficeFigures {
  const items = itemReader(prepared)(answers, tags);
  const aims: Record<string, Aim | null> = {};
  for (const dimension of prepared.dimensions)
    aims[dimension.id] = aimOfResponse(dimension, items.get(dimension.id) ?? [], answers);
  return {
    score: scoreResponse(plan, items, exact),
    states: statesOf([...items.values()].flat()),
    aims,
    opinions: null,
    spreads: null,
    dropped: null,
  };
}

function statesOf(items: readonly ScoredItem[]): Record<string, ItemState> {
  const states: Record<string, ItemState> = {};
  for (const { id, state } of items) states[id] = state;
  return states;
}

/**
 * Figures of an office in mode several, from all its responses. Exact. The order of the responses does not matter.
 *
 * @returns every number open when nobody answered
 * @see scoring.md §3–§9, §12
 */
export function figuresOfOffice(
  { plan, prepared }: PreparedPlan,
  responses: readonly Answers[],
  { tags, seed, office, draws = 2000 }: OfficeContext,
): OfficeFigures {
  const poll = readPoll(prepared, responses, tags);
  const blank = itemReader(prepared)({}, tags);
  const items = poll.dimensions.map(({ id, items: polled }) =>
    polled.map((one, index) => officeItem(one, blank.get(id)?.[index]?.state ?? 'missing')),
  );
  const several = { poll, items };
  const resample = createResample(poll, plan.maturity);
  const replicates = bootstrap(poll, resample, { seed, office, draws });
  const score = scoreSeveral(plan, several);
  return {
    score: { ...score, dimensions: withAgreement(score, several, replicates) },
    states: statesOf(items.flat().map(({ scored }) => scored)),
    aims: byDimension(poll, (dimension, index) => aimOfPoll(dimension, items[index] ?? [])),
    opinions: opinionsOf(items.flat()),
    spreads: spreadsOf(poll, resample),
    dropped: byDimension(poll, (_, index) => replicates[index]?.dropped ?? 0),
  };
}

interface Several {
  readonly poll: Poll;
  /** By dimension, in the order of the poll. */
  readonly items: readonly (readonly OfficeItem[])[];
}

function scoreSeveral(plan: Plan, { poll, items }: Several): OfficeScore {
  const by = (pick: (item: OfficeItem) => ScoredItem) =>
    new Map(poll.dimensions.map(({ id }, index) => [id, (items[index] ?? []).map(pick)]));
  return scoreItems(
    plan,
    { n: poll.n, items: by(({ scored }) => scored), gate: by(({ gate }) => gate) },
    exact,
  );
}

function withAgreement(
  { dimensions }: OfficeScore,
  { poll, items }: Several,
  replicates: ReturnType<typeof bootstrap>,
): OfficeScore['dimensions'] {
  const all: Record<string, DimensionScore> = { ...dimensions };
  for (const [index, polled] of poll.dimensions.entries()) {
    const scored = dimensions[polled.id];
    if (!scored) continue;
    const agreement = dimensionAgreement(polled, items[index] ?? []);
    const interval = scored.score === null ? null : (replicates[index]?.interval ?? null);
    all[polled.id] = { ...scored, agreement, interval };
  }
  return all;
}

function byDimension<T>(
  { dimensions }: Poll,
  of: (dimension: Poll['dimensions'][number], index: number) => T,
): Readonly<Record<string, T>> {
  const all: Record<string, T> = {};
  for (const [index, dimension] of dimensions.entries()) all[dimension.id] = of(dimension, index);
  return all;
}

function opinionsOf(items: readonly OfficeItem[]): Record<string, ItemOpinion> {
  const opinions: Record<string, ItemOpinion> = {};
  for (const { scored, opinion } of items) opinions[scored.id] = opinion;
  return opinions;
}

/** The respondents' own dimension scores by the half rule, each scored like the one response of an office. */
function spreadsOf(poll: Poll, resample: Resample): OfficeFigures['spreads'] {
  const own = resample(oneByOne(poll.n));
  return byDimension(poll, (_, index) =>
    spreadOf([...(own[index] ?? [])].filter((score) => !Number.isNaN(score))),
  );
}

function spreadOf(scores: readonly number[]): Spread | null {
  const center = mean(scores);
  if (center === null) return null;
  const squares = scores.reduce((sum, score) => sum + (score - center) ** 2, 0);
  return { n: scores.length, mean: center, squares };
}
