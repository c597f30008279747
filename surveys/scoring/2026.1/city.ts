import type { Plan } from '../../plan/plan.ts';
import type { CityScore, OfficeScore } from '../score.ts';
import { mean, quantile, round6OrNull, sampleDeviation } from './numbers.ts';

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
 * @see scoring.md §6
 */
export function scoreCity(plan: Plan, offices: readonly AskedOffice[]): CityScore {
  const sorted = offices.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const indexes = sorted.flatMap(({ score }) => (score?.index == null ? [] : [score.index]));
  return {
    index: round6OrNull(mean(indexes)),
    byHeadcount: round6OrNull(meanByHeadcount(sorted)),
    min: round6OrNull(quantile(indexes, 0)),
    q1: round6OrNull(quantile(indexes, 0.25)),
    median: round6OrNull(quantile(indexes, 0.5)),
    q3: round6OrNull(quantile(indexes, 0.75)),
    max: round6OrNull(quantile(indexes, 1)),
    sd: round6OrNull(sampleDeviation(indexes)),
    offices: sorted.length,
    answered: sorted.filter(({ score }) => score !== null).length,
    headcountCovered: round6OrNull(headcountCovered(sorted)),
    interval: null,
    dimensions: dimensionMeans(plan, sorted),
  };
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

function dimensionMeans({ maturity }: Plan, offices: readonly AskedOffice[]): CityScore['dimensions'] {
  const dimensions: Record<string, CityScore['dimensions'][string]> = {};
  for (const { id } of maturity.dimensions) {
    const scores = offices.flatMap(({ score }) => score?.dimensions[id]?.score ?? []);
    dimensions[id] = { score: round6OrNull(mean(scores)), offices: scores.length };
  }
  return dimensions;
}
