import type { AnswerContext, Answers } from '../../answers/answer.ts';
import type { Plan } from '../../plan/plan.ts';
import type { DimensionScore, OfficeScore } from '../score.ts';
import { type CoveredScore, scoreDimension } from './dimension-score.ts';
import { levelOf } from './levels.ts';
import { round6OrNull } from './numbers.ts';
import { type IndexPart, scoreIndex } from './office-index.ts';
import { createItemReader } from './read-items.ts';
import type { ScoredItem } from './scored-item.ts';
import { securedLevel, strictLevel } from './secured-level.ts';

/** Scores responses to one plan; prepared once. Never throws on checked answers. */
export interface Scorer {
  /** Score of the one response of an office (mode official), rounded to 6 decimals. */
  scoreResponse(answers: Answers, context: AnswerContext): OfficeScore;
  /** The same, not rounded: what means over offices are built from. */
  scoreExactly(answers: Answers, context: AnswerContext): OfficeScore;
}

/** @see scoring.md §1–§7 */
export function createScorer(plan: Plan): Scorer {
  const readItems = createItemReader(plan);
  const scoreExactly: Scorer['scoreExactly'] = (answers, { tags }) =>
    scoreOffice(plan, readItems(answers, tags));
  return {
    scoreExactly,
    scoreResponse: (answers, context) => roundOffice(scoreExactly(answers, context)),
  };
}

function scoreOffice(plan: Plan, items: ReadonlyMap<string, readonly ScoredItem[]>): OfficeScore {
  const { maturity } = plan;
  const dimensions: Record<string, DimensionScore> = {};
  const parts: (IndexPart & { readonly field: string })[] = [];
  for (const { id, weight, field } of maturity.dimensions) {
    const own = items.get(id) ?? [];
    const covered = scoreDimension(own, maturity);
    parts.push({ weight, field, covered });
    dimensions[id] = dimensionScore(plan, covered, own);
  }
  const { index, low, high, status } = scoreIndex(parts, maturity.minIndexWeight);
  const level = levelOf(index, maturity.levels);
  return { n: 1, index, low, high, level, status, fields: fieldScores(plan, parts), rank: null, dimensions };
}

function dimensionScore(
  { maturity }: Plan,
  covered: CoveredScore,
  items: readonly ScoredItem[],
): DimensionScore {
  const steps = maturity.scale.max - maturity.scale.min;
  return {
    score: covered.score,
    low: covered.low,
    high: covered.high,
    coverage: covered.coverage,
    secured: securedLevel(items, steps),
    strict: strictLevel(items, steps),
    level: levelOf(covered.score, maturity.levels),
    status: covered.status,
    items: Object.fromEntries(items.map(({ id, score }) => [id, score])),
    agreement: null,
    interval: null,
  };
}

function fieldScores({ maturity }: Plan, parts: readonly (IndexPart & { readonly field: string })[]) {
  const fields: Record<string, number | null> = {};
  for (const { id } of maturity.fields) {
    const own = parts.filter((part) => part.field === id);
    fields[id] = scoreIndex(own, maturity.minIndexWeight).index;
  }
  return fields;
}

/** The score as it is kept and shown to machines: every number at 6 decimals. @see scoring.md §13 */
export function roundOffice(score: OfficeScore): OfficeScore {
  const dimensions: Record<string, DimensionScore> = {};
  for (const [id, dimension] of Object.entries(score.dimensions)) dimensions[id] = roundDimension(dimension);
  return {
    ...score,
    index: round6OrNull(score.index),
    low: round6OrNull(score.low),
    high: round6OrNull(score.high),
    fields: rounded(score.fields),
    dimensions,
  };
}

function roundDimension(dimension: DimensionScore): DimensionScore {
  return {
    ...dimension,
    score: round6OrNull(dimension.score),
    low: round6OrNull(dimension.low),
    high: round6OrNull(dimension.high),
    coverage: round6OrNull(dimension.coverage),
    items: rounded(dimension.items),
  };
}

function rounded(values: Readonly<Record<string, number | null>>): Record<string, number | null> {
  const result: Record<string, number | null> = {};
  for (const [key, value] of Object.entries(values)) result[key] = round6OrNull(value);
  return result;
}
