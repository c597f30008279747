import { type CoverageRules, hasEnough } from './dimension-score.ts';
import { type ItemTable, itemTable, type TableRange } from './item-table.ts';
import { sumsOf } from './packed-sums.ts';
import type { Samples } from './samples.ts';
import type { Poll } from './several-items.ts';

interface Sample {
  readonly size: number;
  /** How often every respondent is in the sample. */
  readonly times: Float64Array;
  /** Sum of the values by item. */
  readonly sums: Float64Array;
}

interface Scoring {
  readonly sample: Sample;
  readonly rule: HalfRule;
}

type HalfRule = Pick<CoverageRules, 'minCoverage'>;

/**
 * Dimension scores of samples of respondents: by dimension in the order of the poll, points 0–100 by sample; NaN: no
 * score.
 */
export type Resample = (samples: Samples) => readonly Float64Array[];

/**
 * Scores samples of the respondents of an office, each as an office of its own: item first, then the half rule.
 *
 * @see scoring.md §3, §4, §9
 */
export function createResample(poll: Poll, rule: HalfRule): Resample {
  const table = itemTable(poll);
  const addUp = sumsOf(table.values, poll.n);
  return ({ size, count, next }) => {
    const scored = table.dimensions.map((range) => ({ range, into: new Float64Array(count) }));
    const scoring = {
      rule,
      sample: { size, times: new Float64Array(poll.n), sums: new Float64Array(table.weights.length) },
    };
    const { sample } = scoring;
    for (let number = 0; number < count; number += 1) {
      next(sample.times);
      addUp(sample.times, sample.sums);
      for (const { range, into } of scored) into[number] = scoreOf(table, range, scoring);
    }
    return scored.map(({ into }) => into);
  };
}

/** Score of a dimension in one sample; NaN: none. */
function scoreOf(table: ItemTable, range: TableRange, { sample, rule }: Scoring): number {
  const { weights, from, step, silent, ends } = table;
  const { size, times, sums } = sample;
  let at = range.firstSilent;
  let points = 0;
  let weight = 0;
  let applicableWeight = 0;
  let valid = 0;
  let applicable = 0;
  for (let item = range.first; item < range.end; item += 1) {
    let na = 0;
    for (const end = ends[3 * item] ?? 0; at < end; at += 1) na += times[silent[at] ?? 0] ?? 0;
    let open = 0;
    for (const end = ends[3 * item + 1] ?? 0; at < end; at += 1) open += times[silent[at] ?? 0] ?? 0;
    let answers = size - na - open;
    for (const end = ends[3 * item + 2] ?? 0; at < end; at += 1) answers -= times[silent[at] ?? 0] ?? 0;
    if (na > answers || (answers === 0 && open === 0)) continue;
    const itemWeight = weights[item] ?? 0;
    applicable += 1;
    applicableWeight += itemWeight;
    if (answers === 0) continue;
    valid += 1;
    weight += itemWeight;
    points += itemWeight * ((from[item] ?? 0) + ((step[item] ?? 0) * (sums[item] ?? 0)) / answers);
  }
  const coverage = weight / applicableWeight;
  const enough = valid === applicable || hasEnough({ coverage, valid, applicable }, rule);
  return enough && valid > 0 ? points / weight : Number.NaN;
}
