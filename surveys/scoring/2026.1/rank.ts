import type { Plan } from '../../plan/plan.ts';
import type { OfficeScore, Rank } from '../score.ts';
import { type Draws, drawRanks } from './draw-ranks.ts';
import { quantileOfSorted } from './numbers.ts';

/** An office with a place in the ranking. */
export interface RankedOffice {
  readonly id: string;
  readonly score: OfficeScore;
}

export interface RankOptions {
  /** Whole number, stored with the result. */
  readonly seed: number;
  /** Sets of weights to draw; 2,000 by default. */
  readonly draws?: number;
}

/** Share of draws above which the order of two offices is not certain. */
const flipShare = 0.05;
/** Offices an order is checked against. */
const neighbours = 10;

/**
 * Robustness of the ranking against the choice of weights: median rank and 5–95 % interval of the ranks over sets of
 * weights drawn uniformly from the simplex. Rank 1 is best, ties have their mean rank. Offices without an index have no
 * rank. Inside a draw an office counts with the dimensions it has a score for.
 *
 * @param offices in any order; the result is the same
 * @yields draws done, so that a caller may show progress and breathe
 * @returns ranks by office id; ranks are 1..offices, halves at ties
 * @see scoring.md §9; OECD/JRC 2008, Handbook on Constructing Composite Indicators, step 7; type 7 of Hyndman & Fan 1996
 */
export function* rankOffices(
  { maturity }: Plan,
  offices: readonly RankedOffice[],
  { seed, draws = 2_000 }: RankOptions,
): Generator<number, ReadonlyMap<string, Rank>> {
  const ranked = offices.filter(({ score }) => score.index !== null).toSorted(byIndex);
  const scores = maturity.dimensions.map(({ id }) =>
    ranked.map(({ score }) => score.dimensions[id]?.score ?? null),
  );
  const drawn = yield* drawRanks(scores, { offices: ranked.length, seed, draws, reach: neighbours });
  return new Map(ranked.map(({ id }, place) => [id, rankOf(place, ranked, drawn)]));
}

/** {@link rankOffices} in one go. */
export function ranksOf(
  plan: Plan,
  offices: readonly RankedOffice[],
  options: RankOptions,
): ReadonlyMap<string, Rank> {
  const run = rankOffices(plan, offices, options);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

/** Best first; at the same index by id, so that the order of the input does not matter. */
function byIndex(a: RankedOffice, b: RankedOffice): number {
  const better = (b.score.index ?? 0) - (a.score.index ?? 0);
  if (better !== 0) return better;
  return a.id < b.id ? -1 : 1;
}

function rankOf(place: number, ranked: readonly RankedOffice[], { ranks, flips, draws }: Draws): Rank {
  const own = ranks.subarray(place * draws, (place + 1) * draws).sort();
  const tied = nearest(place, ranked.length).filter((other) => {
    const [better, worse] = [Math.min(place, other), Math.max(place, other)];
    if (ranked[better]?.score.index === ranked[worse]?.score.index) return true;
    return (flips[better * neighbours + (worse - better - 1)] ?? 0) > flipShare * draws;
  });
  return {
    median: quantileOfSorted(own, 0.5) ?? 0,
    p5: quantileOfSorted(own, 0.05) ?? 0,
    p95: quantileOfSorted(own, 0.95) ?? 0,
    tiedWith: tied.flatMap((other) => ranked[other]?.id ?? []).sort(),
  };
}

/** Places of the ten offices around one: five on each side, further ones where a side ends. */
function nearest(place: number, count: number): readonly number[] {
  const first = Math.max(0, Math.min(place - neighbours / 2, count - 1 - neighbours));
  const last = Math.min(count - 1, first + neighbours);
  const places: number[] = [];
  for (let other = first; other <= last; other += 1) if (other !== place) places.push(other);
  return places;
}
