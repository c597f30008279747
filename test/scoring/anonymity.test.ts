import { describe, expect, it } from 'vitest';
import type { PlacedOffice } from '../../surveys/scoring/2026.1/anonymity.ts';
import { scoreOrganisation } from '../../surveys/scoring/2026.1/organisation.ts';
import { organisationPlan as plan, scoreBy } from './organisations.ts';
import type { Given } from './score-of.ts';

const full: readonly Given[] = [4, 4, 2, 2];

function office(
  id: string,
  n: number,
  more: Partial<PlacedOffice> & { tags?: string[]; given?: Given[] } = {},
) {
  const { tags = [], given = [...full, 3, 3], ...rest } = more;
  return { id, parent: 'I', headcount: 10, score: n === 0 ? null : scoreBy(n, given, tags), ...rest };
}

const nodes = [
  { id: 'I', parent: null },
  { id: 'II', parent: null },
];

function scored(offices: readonly PlacedOffice[], minGroup: number | null = 5) {
  return scoreOrganisation(plan, { offices, nodes, minGroup });
}

const hiddenOf = (offices: readonly PlacedOffice[], minGroup = 5) =>
  [...scored(offices, minGroup).hidden].sort();

describe('which offices are kept secret in mode several', () => {
  it('those with fewer than k people; with k they are shown', () => {
    expect(hiddenOf([office('10', 4), office('20', 4), office('30', 5)])).toEqual(['10', '20']);
    expect(hiddenOf([office('10', 5), office('20', 5)])).toEqual([]);
    expect(hiddenOf([office('10', 1), office('20', 4), office('30', 9)])).toEqual(['10', '20']);
    expect(hiddenOf([office('10', 2), office('20', 1)], 3)).toEqual(['10', '20']);
  });

  it('the next smallest with a single one, by people and then by id', () => {
    expect(hiddenOf([office('10', 4), office('20', 9), office('30', 7), office('40', 7)])).toEqual([
      '10',
      '30',
    ]);
  });

  it('further ones until k people are behind what is hidden', () => {
    expect(hiddenOf([office('10', 1), office('20', 1), office('30', 9), office('40', 6)])).toEqual([
      '10',
      '20',
      '40',
    ]);
  });

  it('in the same division first, elsewhere where it has no other', () => {
    const elsewhere = office('50', 5, { parent: 'II' });
    expect(hiddenOf([office('10', 4), office('20', 30), elsewhere])).toEqual(['10', '20']);
    expect(hiddenOf([office('10', 4), office('60', 7, { parent: 'II' }), elsewhere])).toEqual(['10', '50']);
  });

  it('not on account of an office that nobody answered', () => {
    expect(hiddenOf([office('10', 0), office('20', 9)])).toEqual([]);
  });

  it('the division too, when it was asked itself and is small', () => {
    expect(hiddenOf([office('I', 2, { parent: null }), office('10', 8), office('20', 9)])).toEqual([
      '10',
      'I',
    ]);
  });

  it('nobody in mode official', () => {
    const { hidden, offices } = scored([office('10', 1), office('20', 1)], null);
    expect([hidden.size, offices.get('10')?.index]).toEqual([0, 87.5]);
  });
});

describe('what is left of a hidden office and of its division', () => {
  const result = scored([office('10', 4), office('20', 2, { given: [0, 0, 0, 0] }), office('30', 9)]);

  it('the office says how many people answered, and nothing else', () => {
    const office = result.offices.get('10');
    expect({ ...office, dimensions: null }).toEqual({
      ...{ n: 4, index: null, low: null, high: null, level: null, status: 'suppressed', rank: null },
      ...{ fields: { verwaltung: null, bildung: null }, dimensions: null },
    });
    expect(office?.dimensions['d1']).toEqual({
      ...{ score: null, low: null, high: null, coverage: null, secured: null, strict: null, level: null },
      ...{ status: 'suppressed', items: { q1: null, q2: null }, agreement: null, interval: null },
    });
  });

  it('the division keeps its means, and loses what they could be solved with', () => {
    const division = result.divisions.get('I');
    expect(division).toMatchObject({ n: 15, index: 58.333333, status: 'scored', offices: 3, answered: 3 });
    expect(division).toMatchObject({
      ...{ byHeadcount: null, min: null, q1: null, median: null, q3: null, max: null, sd: null },
      interval: null,
    });
    expect(division?.dimensions['d1']).toMatchObject({ score: 66.666667, offices: 3, agreement: null });
  });

  it('a number that a single hidden office has is kept secret in its division and in the city', () => {
    const tagged = { tags: ['bildung'] };
    const { divisions, city } = scored([
      ...[office('10', 4, tagged), office('20', 2), office('30', 3)],
      ...[office('40', 9, tagged), office('50', 9, tagged)],
    ]);
    expect(divisions.get('I')?.index).not.toBeNull();
    expect(divisions.get('I')?.dimensions['d3']).toMatchObject({
      ...{ score: null, low: null, high: null, coverage: null, level: null },
      ...{ status: 'suppressed', offices: 3 },
    });
    expect(divisions.get('I')?.fields).toMatchObject({ bildung: null });
    expect(city.dimensions).toMatchObject({ d1: { offices: 5 }, d3: { score: null, offices: 3 } });
  });

  it('two hidden offices with a dimension and one without: the sums would be solved for the one', () => {
    const tagged = { tags: ['bildung'] };
    const offices = [office('10', 3, tagged), office('20', 3, tagged), office('30', 3)];
    expect(scored(offices).city).toMatchObject({
      dimensions: { d1: { score: 100 }, d2: { score: 50 }, d3: { score: null } },
    });
    const two = scored([...offices, office('40', 3)]);
    expect(two.city.dimensions['d3']).toEqual({ score: 75, offices: 2 });
  });

  it('a division with nothing but one small office says nothing, the city does', () => {
    const { divisions, city } = scored([office('10', 3, { parent: 'II' }), office('20', 9), office('30', 9)]);
    expect(divisions.get('II')).toMatchObject({ n: 3, index: null, status: 'suppressed' });
    expect(city.index).not.toBeNull();
  });

  it('a chain of divisions with nothing between them says the same at every step', () => {
    const chain = ['A', 'B', 'C'].map((id, at, all) => ({ id, parent: all[at - 1] ?? null }));
    const offices = [3, 4, 9].map((n, at) => office(String(at), n, { parent: 'C' }));
    const { divisions } = scoreOrganisation(plan, { offices, nodes: chain, minGroup: 5 });
    const means = ['A', 'B', 'C'].map((id) => divisions.get(id)?.index);
    expect(means).toEqual([87.5, 87.5, 87.5]);
  });

  it('a dimension of the city that one hidden office lacks is kept secret; if hidden offices of two divisions do, it is shown', () => {
    const unsure: Given[] = [4, 4, 'DK', 'DK', 3, 3];
    const tags = ['bildung'];
    const inDivision = (parent: string, lacking: number) => [
      ...[1, 2].map((at) => office(`${parent}${at}`, 4, { parent, tags })),
      office(`${parent}3`, lacking, { parent, tags, given: unsure }),
      office(`${parent}4`, 20, { parent, tags }),
    ];
    const cityOf = (...offices: PlacedOffice[]) => scored(offices).city.dimensions['d2'];
    expect(cityOf(...inDivision('I', 4), ...inDivision('II', 20))).toEqual({ score: null, offices: 6 });
    expect(cityOf(...inDivision('I', 4), ...inDivision('II', 4))).toEqual({ score: 50, offices: 6 });
  });

  it('a city with one office, and that small, says nothing', () => {
    expect(scored([office('10', 3)]).city).toMatchObject({ index: null, offices: 1, answered: 1 });
  });
});
