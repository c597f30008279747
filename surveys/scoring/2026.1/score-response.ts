import type { MaturityPlan, Plan } from '../../plan/plan.ts';
import type { DimensionScore, OfficeScore } from '../score.ts';
import { type CoveredScore, scoreDimension } from './dimension-score.ts';
import { levelOf } from './levels.ts';
import { type IndexPart, scoreIndex } from './office-index.ts';
import { isApplicable, type ScoredItem } from './scored-item.ts';
import { securedLevel, strictLevel } from './secured-level.ts';

/** How numbers leave: exact, or at 6 decimals. */
export type Rounding = (value: number | null) => number | null;

/** Leaves numbers as they are: what further sums are built from. */
export const exact: Rounding = (value) => value;

interface FieldPart extends IndexPart {
  readonly field: string;
}

/** What an office answered, by dimension. */
export interface OfficeItems {
  /** Responses behind the items. */
  readonly n: number;
  readonly items: ReadonlyMap<string, readonly ScoredItem[]>;
  /** The same items as the gate reads them: with the lower median in mode several. */
  readonly gate: ReadonlyMap<string, readonly ScoredItem[]>;
}

/**
 * Score of an office from the items of its one response, by dimension (mode official).
 *
 * @returns points 0–100; a number without value is null
 * @see scoring.md §4–§7
 */
export function scoreResponse(
  plan: Plan,
  items: ReadonlyMap<string, readonly ScoredItem[]>,
  round: Rounding,
): OfficeScore {
  return scoreItems(plan, { n: 1, items, gate: items }, round);
}

/**
 * Score of an office from its items by dimension.
 *
 * @returns points 0–100; a number without value is null
 * @see scoring.md §4–§7
 */
export function scoreItems(
  { maturity }: Plan,
  { n, items, gate }: OfficeItems,
  round: Rounding,
): OfficeScore {
  const dimensions: Record<string, DimensionScore> = {};
  const parts: FieldPart[] = [];
  for (const { id, weight, field } of maturity.dimensions) {
    const own = items.get(id) ?? [];
    const covered = scoreDimension(own, maturity);
    parts.push({ weight, field, covered });
    dimensions[id] = dimensionScore(maturity, { covered, items: own, gate: gate.get(id) ?? [], round });
  }
  const { index, low, high, status } = scoreIndex(parts, maturity.minIndexWeight);
  return {
    n,
    index: round(index),
    low: round(low),
    high: round(high),
    level: levelOf(index, maturity.levels),
    status,
    fields: fieldScores(maturity, parts, round),
    rank: null,
    dimensions,
  };
}

interface CoveredItems {
  readonly covered: CoveredScore;
  readonly items: readonly ScoredItem[];
  readonly gate: readonly ScoredItem[];
  readonly round: Rounding;
}

function dimensionScore(
  maturity: MaturityPlan,
  { covered, items, gate, round }: CoveredItems,
): DimensionScore {
  const steps = maturity.scale.max - maturity.scale.min;
  const applicable = gate.filter(isApplicable);
  const itemScores: Record<string, number | null> = {};
  for (const { id, score } of items) itemScores[id] = round(score);
  return {
    score: round(covered.score),
    low: round(covered.low),
    high: round(covered.high),
    coverage: round(covered.coverage),
    secured: securedLevel(applicable, steps),
    strict: strictLevel(applicable, steps),
    level: levelOf(covered.score, maturity.levels),
    status: covered.status,
    items: itemScores,
    agreement: null,
    interval: null,
  };
}

function fieldScores({ fields, minIndexWeight }: MaturityPlan, parts: readonly FieldPart[], round: Rounding) {
  const scores: Record<string, number | null> = {};
  for (const { id } of fields) {
    const own = parts.filter((part) => part.field === id);
    scores[id] = round(scoreIndex(own, minIndexWeight).index);
  }
  return scores;
}
