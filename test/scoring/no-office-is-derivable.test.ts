import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedOffice } from '../../surveys/scoring/2026.1/anonymity.ts';
import { type OrganisationScore, scoreOrganisation } from '../../surveys/scoring/2026.1/organisation.ts';
import type { CityScore, DivisionScore, OfficeScore } from '../../surveys/scoring/score.ts';
import { determines, isolates } from './linear-system.ts';
import { organisations, organisationPlan as plan, type RandomOrganisation } from './organisations.ts';

const runs = { numRuns: 400 };
const groups = fc.constantFrom(3, 5, 8);
const dimensions = plan.maturity.dimensions.map(({ id }) => id);

/** A number that exists for offices and as a mean of divisions; the city shows some of them. */
interface Quantity {
  readonly of: (score: OfficeScore) => number | null | undefined;
  readonly inDivision: (division: DivisionScore) => number | null | undefined;
  readonly inCity?: (city: CityScore) => number | null | undefined;
}

const quantities: readonly Quantity[] = [
  { of: ({ index }) => index, inDivision: ({ index }) => index, inCity: ({ index }) => index },
  { of: withIndex('low'), inDivision: ({ low }) => low },
  { of: withIndex('high'), inDivision: ({ high }) => high },
  ...plan.maturity.fields.map(
    ({ id }): Quantity => ({ of: ({ fields }) => fields[id], inDivision: ({ fields }) => fields[id] }),
  ),
  ...dimensions.flatMap((id): Quantity[] => [
    {
      of: (score) => score.dimensions[id]?.score,
      inDivision: (division) => division.dimensions[id]?.score,
      inCity: (city) => city.dimensions[id]?.score,
    },
    { of: withScore(id, 'low'), inDivision: (division) => division.dimensions[id]?.low },
    { of: withScore(id, 'high'), inDivision: (division) => division.dimensions[id]?.high },
    {
      of: (score) => score.dimensions[id]?.coverage,
      inDivision: (division) => division.dimensions[id]?.coverage,
    },
  ]),
];

function withIndex(bound: 'low' | 'high'): Quantity['of'] {
  return (score) => (score.index === null ? null : score[bound]);
}

function withScore(id: string, bound: 'low' | 'high'): Quantity['of'] {
  return ({ dimensions: { [id]: dimension } }) => (dimension?.score === null ? null : dimension?.[bound]);
}

/** A published mean with the offices it comes from. */
interface Published {
  readonly value: number;
  readonly offices: readonly PlacedOffice[];
}

function publishedMeans(
  quantity: Quantity,
  { offices, nodes }: RandomOrganisation,
  { divisions, city }: OrganisationScore,
): readonly Published[] {
  const has = ({ score }: PlacedOffice) => score !== null && quantity.of(score) != null;
  const ofNodes = nodes.map(({ id }) => {
    const division = divisions.get(id);
    return { value: division && quantity.inDivision(division), offices: below(id, { offices, nodes }) };
  });
  return [...ofNodes, { value: quantity.inCity?.(city), offices }].flatMap(({ value, offices: inside }) =>
    value == null ? [] : [{ value, offices: inside.filter(has) }],
  );
}

function below(node: string, { offices, nodes }: RandomOrganisation): readonly PlacedOffice[] {
  const parents = new Map([...offices, ...nodes].map(({ id, parent }) => [id, parent]));
  return offices.filter(({ id }) => {
    let at: string | null = id;
    while (at !== null && at !== node) at = parents.get(at) ?? null;
    return at === node;
  });
}

/** Sets of hidden offices that nothing may be known about: a single one, or fewer than k people together. */
function unsafeSets(hidden: readonly PlacedOffice[], k: number): readonly (readonly number[])[] {
  const sets: (readonly number[])[] = [];
  const grow = (set: readonly number[], people: number, from: number) => {
    if (set.length === 1 || (set.length > 1 && people < k)) sets.push(set);
    if (set.length > 0 && people >= k) return;
    for (let next = from; next < hidden.length; next += 1)
      grow([...set, next], people + (hidden[next]?.score?.n ?? 0), next + 1);
  };
  grow([], 0, 0);
  return sets;
}

function hiddenIn({ offices }: RandomOrganisation, { hidden }: OrganisationScore): readonly PlacedOffice[] {
  return offices.filter(({ id }) => hidden.has(id));
}

describe('mode several, whatever the tree of offices', () => {
  it('no number gives a hidden office or too small a group of them away', () => {
    fc.assert(
      fc.property(organisations, groups, (organisation, k) => {
        const result = scoreOrganisation(plan, { ...organisation, minGroup: k });
        const hidden = hiddenIn(organisation, result);
        for (const quantity of quantities) {
          const equations = publishedMeans(quantity, organisation, result).map(({ offices }) =>
            hidden.map((office) => Number(offices.includes(office))),
          );
          const givenAway = unsafeSets(hidden, k).filter((set) => isolates(equations, set));
          expect(givenAway.map((set) => set.map((at) => hidden[at]?.id))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('nor do all numbers together: an index is known to be the weighted sum of its dimensions', () => {
    fc.assert(
      fc.property(organisations, groups, (organisation, k) => {
        const result = scoreOrganisation(plan, { ...organisation, minGroup: k });
        const hidden = hiddenIn(organisation, result);
        const equations = composed.flatMap(({ quantity, partsOf }) =>
          publishedMeans(quantity, organisation, result).map(({ offices }) =>
            hidden.flatMap((office) => (offices.includes(office) ? partsOf(office) : none)),
          ),
        );
        for (const set of unsafeSets(hidden, k)) {
          for (const { quantity, partsOf } of composed) {
            const target = hidden.flatMap((office, at) => {
              const has = office.score !== null && quantity.of(office.score) != null;
              return has && set.includes(at) ? partsOf(office) : none;
            });
            if (target.some((part) => part !== 0)) expect(determines(equations, target)).toBe(false);
          }
        }
      }),
      runs,
    );
  });

  it('hidden offices are empty, and of an aggregate they are in only the mean is left', () => {
    fc.assert(
      fc.property(organisations, groups, (organisation, k) => {
        const result = scoreOrganisation(plan, { ...organisation, minGroup: k });
        for (const { id, score } of organisation.offices) {
          if (score !== null && score.n < k) expect(result.hidden.has(id)).toBe(true);
          if (result.hidden.has(id)) expect(numbersIn(result.offices.get(id))).toEqual([score?.n]);
          else expect(result.offices.get(id) ?? null).toBe(score);
        }
        const aggregates = organisation.nodes.map(({ id }) => ({
          of: result.divisions.get(id),
          offices: below(id, organisation),
        }));
        for (const { of, offices } of [...aggregates, { of: result.city, offices: organisation.offices }]) {
          if (!of || !offices.some(({ id, score }) => result.hidden.has(id) && score?.index != null))
            continue;
          const { byHeadcount, min, q1, median, q3, max, sd, interval } = of;
          expect([byHeadcount, min, q1, median, q3, max, sd, interval]).toEqual(Array(8).fill(null));
        }
      }),
      runs,
    );
  });

  it('a published mean is the mean, hidden offices included', () => {
    fc.assert(
      fc.property(organisations, groups, (organisation, k) => {
        const result = scoreOrganisation(plan, { ...organisation, minGroup: k });
        for (const quantity of quantities) {
          for (const { value, offices } of publishedMeans(quantity, organisation, result)) {
            const values = offices.map(({ score }) => (score === null ? 0 : (quantity.of(score) ?? 0)));
            expect(value).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / values.length, 5);
          }
        }
      }),
      runs,
    );
  });

  it('nothing is hidden where no office is small, and the order of the offices does not matter', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const large = organisation.offices.map((office) => ({
          ...office,
          score: office.score && { ...office.score, n: office.score.n + 5 },
        }));
        const several = scoreOrganisation(plan, { ...organisation, offices: large, minGroup: 5 });
        expect(several).toEqual(scoreOrganisation(plan, { ...organisation, offices: large, minGroup: null }));
        const small = { ...organisation, minGroup: 5 };
        expect(scoreOrganisation(plan, { ...small, offices: organisation.offices.toReversed() })).toEqual(
          scoreOrganisation(plan, small),
        );
      }),
      runs,
    );
  });
});

const none = dimensions.map(() => 0);

/** Index, fields and dimensions as weighted sums of the dimension scores of an office. */
const composed = [
  { quantity: quantityAt(0), partsOf: partsOver(() => true) },
  ...plan.maturity.fields.map(({ id }, at) => ({
    quantity: quantityAt(3 + at),
    partsOf: partsOver((dimension) => dimension.field === id),
  })),
  ...dimensions.map((id, at) => ({
    quantity: quantityAt(3 + plan.maturity.fields.length + 4 * at),
    partsOf: partsOver((dimension) => dimension.id === id),
  })),
];

function quantityAt(at: number): Quantity {
  const quantity = quantities[at];
  if (!quantity) throw new Error(`no quantity ${at}`);
  return quantity;
}

function partsOver(isIn: (dimension: { id: string; field: string }) => boolean) {
  return ({ score }: PlacedOffice): readonly number[] => {
    const weights = plan.maturity.dimensions.map((dimension) =>
      isIn(dimension) && score?.dimensions[dimension.id]?.score != null ? dimension.weight : 0,
    );
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => (all > 0 ? weight / all : 0));
  };
}

/** Every number anywhere inside. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
