import { drawWeights, seededRandom } from './random.ts';

export interface DrawOptions {
  readonly offices: number;
  readonly seed: number;
  readonly draws: number;
  /** Places below an office up to which the order is watched. */
  readonly reach: number;
}

/** What the draws gave; offices by their place, best first. */
export interface Draws {
  readonly draws: number;
  /** Rank of office `p` in draw `b` at `p·draws + b`. */
  readonly ranks: Float64Array;
  /** Draws in which office `p` stands below the office `s` places after it, at `p·reach + s − 1`. */
  readonly flips: Uint32Array;
}

/** Draws between two reports of progress. */
const step = 50;

/**
 * Ranks offices again and again with drawn weights.
 *
 * @param scores by dimension and place, points 0–100; null: no score
 * @yields draws done
 * @see rankOffices
 */
export function* drawRanks(
  scores: readonly (readonly (number | null)[])[],
  { offices, seed, draws, reach }: DrawOptions,
): Generator<number, Draws> {
  const random = seededRandom(seed, 'ranks');
  const columns = scores.map((column) => Float64Array.from(column, (score) => score ?? Number.NaN));
  const ranks = new Float64Array(offices * draws);
  const flips = new Uint32Array(offices * reach);
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = drawWeights(random, columns.length);
    const indexes = indexesWith(columns, weights, offices);
    writeRanks(indexes, { ranks, draw, draws });
    countFlips(indexes, flips, reach);
    if ((draw + 1) % step === 0) yield draw + 1;
  }
  return { draws, ranks, flips };
}

/** Index of every office with one set of weights, at 9 decimals: the noise of doubles makes no order. */
function indexesWith(columns: readonly Float64Array[], weights: Float64Array, offices: number): Float64Array {
  const sums = new Float64Array(offices);
  const divisors = new Float64Array(offices);
  for (const [at, column] of columns.entries()) {
    const weight = weights[at] ?? 0;
    for (let place = 0; place < offices; place += 1) {
      const score = column[place] ?? Number.NaN;
      if (Number.isNaN(score)) continue;
      sums[place] = (sums[place] ?? 0) + weight * score;
      divisors[place] = (divisors[place] ?? 0) + weight;
    }
  }
  return sums.map((sum, place) => Math.round((sum / (divisors[place] ?? 1)) * 1e9) / 1e9);
}

interface RankSheet {
  readonly ranks: Float64Array;
  readonly draw: number;
  readonly draws: number;
}

function writeRanks(indexes: Float64Array, { ranks, draw, draws }: RankSheet): void {
  const sorted = indexes.toSorted();
  for (let place = 0; place < indexes.length; place += 1) {
    const index = indexes[place] ?? 0;
    const start = firstWhere(sorted, (value) => value >= index);
    const end = firstWhere(sorted, (value) => value > index);
    ranks[place * draws + draw] = sorted.length - (start + end - 1) / 2;
  }
}

/** Position of the first of rising values that is far enough; their number when none is. */
function firstWhere(sorted: Float64Array, isFar: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isFar(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countFlips(indexes: Float64Array, flips: Uint32Array, reach: number): void {
  for (let place = 0; place < indexes.length; place += 1) {
    const own = indexes[place] ?? 0;
    const last = Math.min(indexes.length - 1, place + reach);
    for (let other = place + 1; other <= last; other += 1) {
      if ((indexes[other] ?? 0) <= own) continue;
      const at = place * reach + other - place - 1;
      flips[at] = (flips[at] ?? 0) + 1;
    }
  }
}
