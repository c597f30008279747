import { type CoverageRules, hasEnough } from './dimension-score.ts';
import type { Samples } from './samples.ts';
import { type Poll, type PolledDimension, type PolledItem, stateCode } from './several-items.ts';

/** Samples that are worked on at a time, so that everything stays in the cache of the processor. */
const blockSize = 256;
/** Both counts of a sample travel in one number: valid answers below, "does not apply" above. */
const naUnit = 2 ** 26;

/** An item whose state can differ from sample to sample. */
interface MixedItem {
  readonly weight: number;
  readonly scores: Float64Array;
  readonly votes: Float64Array;
  /** By respondent: 1 where the item was not asked; null when it was asked of everybody. */
  readonly notAsked: Uint8Array | null;
}

interface ResampledDimension {
  /** Σ weight · score by respondent, over the items that everybody gave a valid answer to. */
  readonly base: Float64Array;
  readonly baseWeight: number;
  readonly baseItems: number;
  readonly mixed: readonly MixedItem[];
  /** Result: score by sample; NaN: none. */
  readonly scores: Float64Array;
}

/** Sums of a block, by sample. */
interface Sums {
  readonly points: Float64Array;
  readonly weight: Float64Array;
  readonly applicableWeight: Float64Array;
  readonly valid: Float64Array;
  readonly applicable: Float64Array;
}

/**
 * Dimension scores of samples of respondents, each scored as an office of its own: item first, then the half rule.
 *
 * @returns by dimension in the order of the poll: points 0–100 by sample; NaN: no score
 * @see scoring.md §3, §4, §9
 */
export function resampledScores(
  poll: Poll,
  rules: Pick<CoverageRules, 'minCoverage'>,
  samples: Samples,
): readonly Float64Array[] {
  const dimensions = poll.dimensions.map((dimension) => prepared(dimension, poll.n, samples.count));
  const rows = new Uint32Array(Math.min(blockSize, samples.count) * samples.size);
  const sums = emptySums();
  for (let start = 0; start < samples.count; start += blockSize) {
    const block = { rows, size: samples.size, start, count: Math.min(blockSize, samples.count - start) };
    for (let sample = 0; sample < block.count; sample += 1) samples.next(rows, sample * samples.size);
    for (const dimension of dimensions) {
      addBase(dimension, sums, block);
      for (const item of dimension.mixed) addMixed(item, sums, block);
      finish(dimension, sums, { block, rules });
    }
  }
  return dimensions.map(({ scores }) => scores);
}

interface Block {
  /** Respondents of the samples, one sample after another. */
  readonly rows: Uint32Array;
  readonly size: number;
  /** Number of the first sample. */
  readonly start: number;
  readonly count: number;
}

function prepared({ items }: PolledDimension, n: number, count: number): ResampledDimension {
  const base = new Float64Array(n);
  let baseWeight = 0;
  let baseItems = 0;
  const mixed: MixedItem[] = [];
  for (const polled of items) {
    if (polled.states.every((state) => state === stateCode.level)) {
      const { weight } = polled.item;
      baseWeight += weight;
      baseItems += 1;
      for (const [respondent, score] of polled.scores.entries())
        base[respondent] = (base[respondent] ?? 0) + weight * score;
    } else if (polled.states.some((state) => state !== stateCode.notAsked)) mixed.push(mixedItem(polled));
  }
  return { base, baseWeight, baseItems, mixed, scores: new Float64Array(count) };
}

function mixedItem({ item, states, scores }: PolledItem): MixedItem {
  const votes = Float64Array.from(states, (state) =>
    state === stateCode.na ? naUnit : Number(state === stateCode.level),
  );
  const skipped = Uint8Array.from(states, (state) => Number(state === stateCode.notAsked));
  return { weight: item.weight, scores, votes, notAsked: skipped.includes(1) ? skipped : null };
}

function emptySums(): Sums {
  const of = () => new Float64Array(blockSize);
  return { points: of(), weight: of(), applicableWeight: of(), valid: of(), applicable: of() };
}

function addBase({ base, baseWeight, baseItems }: ResampledDimension, sums: Sums, block: Block): void {
  const { rows, size, count } = block;
  for (let sample = 0, at = 0; sample < count; sample += 1) {
    let points = 0;
    for (const end = at + size; at < end; at += 1) points += base[rows[at] ?? 0] ?? 0;
    sums.points[sample] = points / size;
  }
  sums.weight.fill(baseWeight);
  sums.applicableWeight.fill(baseWeight);
  sums.valid.fill(baseItems);
  sums.applicable.fill(baseItems);
}

function addMixed(item: MixedItem, sums: Sums, { rows, size, count }: Block): void {
  const { weight, scores, votes } = item;
  for (let sample = 0, at = 0; sample < count; sample += 1) {
    let points = 0;
    let counted = 0;
    for (const end = at + size; at < end; at += 1) {
      const respondent = rows[at] ?? 0;
      points += scores[respondent] ?? 0;
      counted += votes[respondent] ?? 0;
    }
    const notApplicable = Math.floor(counted / naUnit);
    const valid = counted - notApplicable * naUnit;
    if (notApplicable > valid) continue;
    if (valid > 0) addValid(sums, sample, { weight, points: points / valid });
    else if (isAsked(item, rows.subarray(at - size, at))) addOpen(sums, sample, weight);
  }
}

function addValid(
  sums: Sums,
  sample: number,
  { weight, points }: { readonly weight: number; readonly points: number },
): void {
  addOpen(sums, sample, weight);
  sums.points[sample] = (sums.points[sample] ?? 0) + weight * points;
  sums.weight[sample] = (sums.weight[sample] ?? 0) + weight;
  sums.valid[sample] = (sums.valid[sample] ?? 0) + 1;
}

function addOpen(sums: Sums, sample: number, weight: number): void {
  sums.applicableWeight[sample] = (sums.applicableWeight[sample] ?? 0) + weight;
  sums.applicable[sample] = (sums.applicable[sample] ?? 0) + 1;
}

function isAsked({ notAsked }: MixedItem, rows: Uint32Array): boolean {
  return notAsked === null || rows.some((respondent) => notAsked[respondent] === 0);
}

interface Finish {
  readonly block: Block;
  readonly rules: Pick<CoverageRules, 'minCoverage'>;
}

function finish({ scores }: ResampledDimension, sums: Sums, { block, rules }: Finish): void {
  for (let sample = 0; sample < block.count; sample += 1) {
    const weight = sums.weight[sample] ?? 0;
    const applicableWeight = sums.applicableWeight[sample] ?? 0;
    const [valid, applicable] = [sums.valid[sample] ?? 0, sums.applicable[sample] ?? 0];
    const coverage = weight / applicableWeight;
    const enough = valid > 0 && (valid === applicable || hasEnough({ coverage, valid, applicable }, rules));
    scores[block.start + sample] = enough ? (sums.points[sample] ?? 0) / weight : Number.NaN;
  }
}
