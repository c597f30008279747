import probabilityBelow from '@stdlib/stats-base-dists-f-cdf';
import type { DimensionPlan, Plan } from '../../plan/plan.ts';
import type { OfficeFigures, Reliability, Spread } from '../score.ts';
import { round6, sampleDeviation } from './numbers.ts';

/** What reliability is computed from; offices without a submission are left out by the caller. */
export type ReliableFigures = Pick<OfficeFigures, 'score' | 'spreads'>;

/** Fewest offices and items behind Cronbach's α. */
const fewest = { offices: 10, items: 3 } as const;

/**
 * How well the items of every dimension hang together in a wave, and how much of what people say is about their office.
 *
 * @param offices in any order, in mode official without `spreads` (then only α)
 * @see scoring.md §8
 */
export function reliability(
  { maturity }: Pick<Plan, 'maturity'>,
  offices: readonly ReliableFigures[],
): Readonly<Record<string, Reliability>> {
  const all: Record<string, Reliability> = {};
  for (const dimension of maturity.dimensions) {
    const complete = completeItems(dimension, offices);
    all[dimension.id] = {
      alpha: cronbachAlpha(complete),
      ...intraclass(offices.flatMap(({ spreads }) => spreads?.[dimension.id] ?? [])),
      offices: complete.length,
      items: dimension.items.length,
    };
  }
  return all;
}

/** Item scores of the offices that have a value on all items of the dimension. */
function completeItems(
  { id, items }: DimensionPlan,
  offices: readonly ReliableFigures[],
): readonly number[][] {
  return offices.flatMap(({ score }) => {
    const own = score.dimensions[id]?.items ?? {};
    const values = items.flatMap((item) => own[item] ?? []);
    return values.length === items.length ? [values] : [];
  });
}

/**
 * Cronbach's α = J/(J−1)·(1 − Σ var_i / var_total), with sample variances.
 *
 * @param rows item scores by office, without gaps
 * @returns at most 1, may be negative; null for fewer than ten offices or three items, and when all totals are the same
 * @see Cronbach 1951; scoring.md §8
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0;
  if (rows.length < fewest.offices || items < fewest.items) return null;
  const total = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
  if (isNothing(total)) return null;
  let single = 0;
  for (let item = 0; item < items; item += 1) single += variance(rows.map((row) => row[item] ?? 0));
  return (items / (items - 1)) * (1 - single / total);
}

/** Sample variance (n − 1); the values are sorted first, so that it does not depend on their order. */
function variance(values: readonly number[]): number {
  return (sampleDeviation(values.toSorted((a, b) => a - b)) ?? 0) ** 2;
}

/** Below 6 decimals a variance is what rounding leaves of none. */
function isNothing(value: number): boolean {
  return round6(value) === 0;
}

type Intraclass = Pick<Reliability, 'icc1' | 'icc2' | 'p'>;

/**
 * One-way analysis of variance of the respondents' dimension scores: ICC(1) = (MSB−MSW)/(MSB+(k−1)MSW) with k = N/G,
 * ICC(2) = (MSB−MSW)/MSB, and the probability of F = MSB/MSW by chance.
 *
 * @param spreads of the offices; those with fewer than two respondents are left out
 * @returns ICCs at most 1, may be negative; null below two offices and without variance
 * @see Shrout & Fleiss 1979; Bliese 2000; scoring.md §8
 */
export function intraclass(spreads: readonly Spread[]): Intraclass {
  const groups = spreads.filter(({ n }) => n >= 2).sort(byValue);
  const people = groups.reduce((sum, { n }) => sum + n, 0);
  if (groups.length < 2) return { icc1: null, icc2: null, p: null };
  const center = groups.reduce((sum, { n, mean: own }) => sum + n * own, 0) / people;
  const freedom = { between: groups.length - 1, within: people - groups.length };
  const between =
    groups.reduce((sum, { n, mean: own }) => sum + n * (own - center) ** 2, 0) / freedom.between;
  const within = groups.reduce((sum, { squares }) => sum + squares, 0) / freedom.within;
  if (isNothing(between) && isNothing(within)) return { icc1: null, icc2: null, p: null };
  const size = people / groups.length;
  return {
    icc1: (between - within) / (between + (size - 1) * within),
    icc2: isNothing(between) ? null : (between - within) / between,
    p: probabilityBelow(within / between, freedom.within, freedom.between),
  };
}

function byValue(a: Spread, b: Spread): number {
  return a.mean - b.mean || a.squares - b.squares || a.n - b.n;
}
