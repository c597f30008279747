import type { Plan } from '../../plan/plan.ts';
import type { CityScore, Interval, OfficeScore } from '../score.ts';
import type { Secrecy } from './anonymity.ts';
import { cityInterval } from './city-interval.ts';
import { mean, quantile, round6, round6OrNull, sampleDeviation } from './numbers.ts';

/** An office that was asked. */
export interface AskedOffice {
  readonly id: string;
  /** Employees, ≥ 0; null: unknown. */
  readonly headcount: number | null;
  /** Score of its submission; null: none yet. */
  readonly score: OfficeScore | null;
}

/**
 * Aggregate over asked offices: the typical office, the place where the typical employee works, spread, coverage.
 * Offices without a score are never imputed. Points 0–100, rounded to 6 decimals.
 *
 * @param offices in any order; sums run by id
 * @param secrecy mode several: what must not be said. A mean that would give a hidden office away is null; spread, headcount
 * mean and interval are null as soon as a hidden office is in the mean, since with it they could be solved for its value
 * @see scoring.md §6, §9, §10
 */
export function scoreCity(
  plan: Plan,
  offices: readonly AskedOffice[],
  secrecy: Secrecy | null = null,
): CityScore {
  const sorted = offices.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const counted = sorted.filter(({ score }) => score?.index != null);
  const open = secrecy === null || !counted.some(({ id }) => secrecy.hidden.has(id));
  return {
    index: shownMean(sorted, (score) => score.index, secrecy).mean,
    ...spread(open ? counted : []),
    offices: sorted.length,
    answered: sorted.filter(({ score }) => score !== null).length,
    headcountCovered: round6OrNull(headcountCovered(sorted)),
    interval: open ? intervalOf(sorted) : null,
    dimensions: dimensionMeans(plan, sorted, secrecy),
  };
}

/** Mean of a number over the offices that have it, and how many they are; null for none, or where it must not be said. */
export function shownMean(
  offices: readonly AskedOffice[],
  numberOf: (score: OfficeScore) => number | null | undefined,
  secrecy: Secrecy | null,
): { readonly mean: number | null; readonly offices: number; readonly secret: boolean } {
  const ids: string[] = [];
  const values: number[] = [];
  for (const { id, score } of offices) {
    const value = score === null ? null : numberOf(score);
    if (value == null) continue;
    ids.push(id);
    values.push(value);
  }
  const secret = secrecy !== null && !secrecy.mayShow(ids);
  return { mean: secret ? null : round6OrNull(mean(values)), offices: ids.length, secret };
}

function spread(
  offices: readonly AskedOffice[],
): Pick<CityScore, 'byHeadcount' | 'min' | 'q1' | 'median' | 'q3' | 'max' | 'sd'> {
  const indexes = offices.flatMap(({ score }) => score?.index ?? []);
  return {
    byHeadcount: round6OrNull(meanByHeadcount(offices)),
    min: round6OrNull(quantile(indexes, 0)),
    q1: round6OrNull(quantile(indexes, 0.25)),
    median: round6OrNull(quantile(indexes, 0.5)),
    q3: round6OrNull(quantile(indexes, 0.75)),
    max: round6OrNull(quantile(indexes, 1)),
    sd: round6OrNull(sampleDeviation(indexes)),
  };
}

function intervalOf(offices: readonly AskedOffice[]): Interval | null {
  const interval = cityInterval(
    offices.flatMap(({ score }) => score?.index ?? []),
    { asked: offices.length, answered: offices.filter(({ score }) => score !== null).length },
  );
  return interval && [round6(interval[0]), round6(interval[1])];
}

/** Σ h·I / Σ h over offices with an index and a known headcount; null when nobody is counted. */
function meanByHeadcount(offices: readonly AskedOffice[]): number | null {
  let people = 0;
  let points = 0;
  for (const { headcount, score } of offices) {
    if (headcount === null || score?.index == null) continue;
    people += headcount;
    points += headcount * score.index;
  }
  return people > 0 ? points / people : null;
}

/** Share 0–1 of the employees of asked offices (with known headcount) whose office has an index. */
function headcountCovered(offices: readonly AskedOffice[]): number | null {
  let known = 0;
  let covered = 0;
  for (const { headcount, score } of offices) {
    known += headcount ?? 0;
    if (score?.index != null) covered += headcount ?? 0;
  }
  return known > 0 ? covered / known : null;
}

function dimensionMeans(
  { maturity }: Plan,
  offices: readonly AskedOffice[],
  secrecy: Secrecy | null,
): CityScore['dimensions'] {
  return Object.fromEntries(
    maturity.dimensions.map(({ id }) => {
      const shown = shownMean(offices, ({ dimensions }) => dimensions[id]?.score, secrecy);
      return [id, { score: shown.mean, offices: shown.offices }];
    }),
  );
}
