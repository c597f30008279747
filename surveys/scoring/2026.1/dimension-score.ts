import type { ScoreStatus } from '../score.ts';
import { round6 } from './numbers.ts';
import { isApplicable, type ScoredItem } from './scored-item.ts';

/** Thresholds of a questionnaire, shares 0–1. */
export interface CoverageRules {
  readonly minCoverage: number;
  readonly provisionalBelow: number;
}

export interface CoveredScore {
  /** 0–100 points, not rounded; null below the required coverage. */
  readonly score: number | null;
  /** Bounds 0–100: every open answer counted as 0, as 100. Null when nothing applies. */
  readonly low: number | null;
  readonly high: number | null;
  /** Share 0–1 of the applicable weight that was answered; null when nothing applies. */
  readonly coverage: number | null;
  readonly status: ScoreStatus;
}

const nothingApplies: CoveredScore = {
  score: null,
  low: null,
  high: null,
  coverage: null,
  status: 'notApplicable',
};

/**
 * Score of one dimension from its items, with coverage and bounds. Blank answers are skipped, never zeroed.
 *
 * @see scoring.md §4; half rule: scoring manuals of SF-36, COPSOQ, EORTC
 */
export function scoreDimension(items: readonly ScoredItem[], rules: CoverageRules): CoveredScore {
  let applicable = 0;
  let applicableWeight = 0;
  let valid = 0;
  let validWeight = 0;
  let points = 0;
  for (const item of items) {
    if (!isApplicable(item)) continue;
    applicable += 1;
    applicableWeight += item.weight;
    if (item.score === null) continue;
    valid += 1;
    validWeight += item.weight;
    points += item.weight * item.score;
  }
  if (applicable === 0) return nothingApplies;
  const coverage = validWeight / applicableWeight;
  const enough = hasEnough({ coverage, valid, applicable }, rules);
  return {
    score: enough ? points / validWeight : null,
    low: points / applicableWeight,
    high: (points + 100 * (applicableWeight - validWeight)) / applicableWeight,
    coverage,
    status: enough ? statusOf(coverage, rules) : 'insufficient',
  };
}

/** How much of a dimension was answered. */
export interface Answered {
  /** Share 0–1 of the applicable weight. */
  readonly coverage: number;
  /** Items with a value, and items that apply. */
  readonly valid: number;
  readonly applicable: number;
}

/** The half rule: enough weight answered, and two items where two apply. @see scoring.md §4 */
export function hasEnough(
  { coverage, valid, applicable }: Answered,
  { minCoverage }: Pick<CoverageRules, 'minCoverage'>,
): boolean {
  return round6(coverage) >= minCoverage && valid >= Math.min(2, applicable);
}

function statusOf(coverage: number, { provisionalBelow }: CoverageRules): ScoreStatus {
  return round6(coverage) < provisionalBelow ? 'provisional' : 'scored';
}
