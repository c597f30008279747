import type { Plan } from '../../plan/plan.ts';
import type { DimensionScore, DivisionDimension, DivisionScore, OfficeScore, ScoreStatus } from '../score.ts';
import type { Secrecy } from './anonymity.ts';
import { type AskedOffice, scoreCity, shownMean } from './city.ts';
import { levelOf } from './levels.ts';

/**
 * Aggregate over the asked offices below a division, and the division itself if it was asked: as the city, in the
 * shape of an office; `n` is the sum of their responses. Points 0–100, rounded to 6 decimals.
 *
 * @param secrecy mode several: what must not be said; status `suppressed` stands where it empties a number
 * @see scoring.md §6, §10
 */
export function scoreDivision(
  plan: Plan,
  offices: readonly AskedOffice[],
  secrecy: Secrecy | null = null,
): DivisionScore {
  const { maturity } = plan;
  const sorted = offices.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const city = scoreCity(plan, sorted, secrecy);
  const scores = sorted.flatMap(({ score }) => score ?? []);
  const mean = (numberOf: NumberOf) => shownMean(sorted, numberOf, secrecy);
  return {
    ...city,
    n: scores.reduce((sum, { n }) => sum + n, 0),
    low: mean(({ low }) => low).mean,
    high: mean(({ high }) => high).mean,
    level: levelOf(city.index, maturity.levels),
    status: mean(({ index }) => index).secret ? 'suppressed' : statusOf(scores.map(({ status }) => status)),
    fields: Object.fromEntries(
      maturity.fields.map(({ id }) => {
        const composed = secrecy && secrecyOfField(plan, id, secrecy);
        return [id, shownMean(sorted, ({ fields }) => fields[id], composed).mean];
      }),
    ),
    rank: null,
    dimensions: Object.fromEntries(
      maturity.dimensions.map(({ id }) => [id, dimensionOf(plan, id, { offices: sorted, secrecy })]),
    ),
  };
}

/** A field is made of its dimensions: its mean must not be solved against theirs. */
function secrecyOfField({ maturity }: Plan, field: string, secrecy: Secrecy): Secrecy {
  const own = maturity.dimensions.filter((dimension) => dimension.field === field);
  const dimensions = new Set(own.map(({ id }) => id));
  return { ...secrecy, mayShow: (contributors) => secrecy.mayCompose(contributors, dimensions) };
}

type NumberOf = (score: OfficeScore) => number | null | undefined;

interface Below {
  readonly offices: readonly AskedOffice[];
  readonly secrecy: Secrecy | null;
}

function dimensionOf({ maturity }: Plan, id: string, { offices, secrecy }: Below): DivisionDimension {
  const own = offices.flatMap(({ score }) => score?.dimensions[id] ?? []);
  const mean = (numberOf: (dimension: DimensionScore) => number | null) =>
    shownMean(
      offices,
      ({ dimensions }) => {
        const dimension = dimensions[id];
        return dimension && numberOf(dimension);
      },
      secrecy,
    );
  const score = mean((dimension) => dimension.score);
  return {
    score: score.mean,
    low: mean((dimension) => (dimension.score === null ? null : dimension.low)).mean,
    high: mean((dimension) => (dimension.score === null ? null : dimension.high)).mean,
    coverage: mean(({ coverage }) => coverage).mean,
    secured: null,
    strict: null,
    level: levelOf(score.mean, maturity.levels),
    status: score.secret ? 'suppressed' : statusOf(own.map(({ status }) => status)),
    items: {},
    agreement: null,
    interval: null,
    offices: score.offices,
  };
}

function statusOf(statuses: readonly ScoreStatus[]): ScoreStatus {
  if (statuses.includes('provisional')) return 'provisional';
  if (statuses.includes('scored')) return 'scored';
  return statuses.length > 0 && statuses.every((status) => status === 'notApplicable')
    ? 'notApplicable'
    : 'insufficient';
}
