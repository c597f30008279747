import type { Plan } from '../../plan/plan.ts';
import type { DivisionDimension, DivisionScore, OfficeScore, ScoreStatus } from '../score.ts';
import { type AskedOffice, scoreCity } from './city.ts';
import { levelOf } from './levels.ts';
import { mean, round6OrNull } from './numbers.ts';

/**
 * Aggregate over the asked offices below a division, and the division itself if it was asked: as the city, in the
 * shape of an office. Points 0–100, rounded to 6 decimals.
 *
 * @see scoring.md §6
 */
export function scoreDivision(plan: Plan, offices: readonly AskedOffice[]): DivisionScore {
  const { maturity } = plan;
  const sorted = offices.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const city = scoreCity(plan, sorted);
  const scores = sorted.flatMap(({ score }) => score ?? []);
  const fields: Record<string, number | null> = {};
  for (const { id } of maturity.fields) fields[id] = meanOf(scores, (score) => score.fields[id]);
  const dimensions: Record<string, DivisionDimension> = {};
  for (const { id } of maturity.dimensions) dimensions[id] = dimensionOf(plan, id, scores);
  return {
    ...city,
    n: scores.length,
    low: meanOf(scores, ({ low }) => low),
    high: meanOf(scores, ({ high }) => high),
    level: levelOf(city.index, maturity.levels),
    status: statusOf(scores.map(({ status }) => status)),
    fields,
    rank: null,
    dimensions,
  };
}

function dimensionOf({ maturity }: Plan, id: string, scores: readonly OfficeScore[]): DivisionDimension {
  const own = scores.flatMap((score) => score.dimensions[id] ?? []);
  const counted = own.filter((dimension) => dimension.score !== null);
  const score = meanOf(counted, (dimension) => dimension.score);
  return {
    score,
    low: meanOf(counted, ({ low }) => low),
    high: meanOf(counted, ({ high }) => high),
    coverage: meanOf(own, ({ coverage }) => coverage),
    secured: null,
    strict: null,
    level: levelOf(score, maturity.levels),
    status: statusOf(own.map(({ status }) => status)),
    items: {},
    agreement: null,
    interval: null,
    offices: counted.length,
  };
}

function meanOf<T>(list: readonly T[], value: (entry: T) => number | null | undefined): number | null {
  return round6OrNull(mean(list.flatMap((entry) => value(entry) ?? [])));
}

function statusOf(statuses: readonly ScoreStatus[]): ScoreStatus {
  if (statuses.includes('provisional')) return 'provisional';
  if (statuses.includes('scored')) return 'scored';
  return statuses.length > 0 && statuses.every((status) => status === 'notApplicable')
    ? 'notApplicable'
    : 'insufficient';
}
