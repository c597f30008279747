import type { ScoreStatus } from '../score.ts';
import type { CoveredScore } from './dimension-score.ts';
import { round6 } from './numbers.ts';

/** A dimension's share in an index: weight > 0 and its score. */
export interface IndexPart {
  readonly weight: number;
  readonly covered: CoveredScore;
}

export interface IndexScore {
  /** 0–100 points, not rounded; null when too little of the weight has a score. */
  readonly index: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: ScoreStatus;
}

/**
 * Weighted mean of dimension scores: the index of an office, or of one field of it.
 *
 * @param minWeight share 0–1 of the applicable weight that must have a score
 * @returns null everywhere when nothing applies or too little has a score
 * @see scoring.md §6
 */
export function scoreIndex(parts: readonly IndexPart[], minWeight: number): IndexScore {
  let applicableWeight = 0;
  let validWeight = 0;
  let provisional = false;
  const sums = { score: 0, low: 0, high: 0 };
  for (const { weight, covered } of parts) {
    if (covered.status === 'notApplicable') continue;
    applicableWeight += weight;
    if (covered.score === null) continue;
    validWeight += weight;
    provisional ||= covered.status === 'provisional';
    sums.score += weight * covered.score;
    sums.low += weight * (covered.low ?? covered.score);
    sums.high += weight * (covered.high ?? covered.score);
  }
  if (applicableWeight === 0) return without('notApplicable');
  if (validWeight === 0 || round6(validWeight / applicableWeight) < minWeight) return without('insufficient');
  return {
    index: sums.score / validWeight,
    low: sums.low / validWeight,
    high: sums.high / validWeight,
    status: provisional || validWeight < applicableWeight ? 'provisional' : 'scored',
  };
}

function without(status: ScoreStatus): IndexScore {
  return { index: null, low: null, high: null, status };
}
