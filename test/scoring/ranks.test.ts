import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawWeights, seededRandom } from '../../surveys/scoring/2026.1/random.ts';
import { type RankedOffice, rankOffices, ranksOf } from '../../surveys/scoring/2026.1/rank.ts';
import type { DimensionScore } from '../../surveys/scoring/score.ts';
import { organisationPlan as plan, scoreBy } from './organisations.ts';

/** An office with a score in d1 and d2 (weights 3 and 1); null: none. */
function office(id: string, d1: number | null, d2: number | null): RankedOffice {
  const base = scoreBy(1, [2, 2, 2, 2]);
  const withScore = (score: number | null): DimensionScore | undefined =>
    base.dimensions['d1'] && { ...base.dimensions['d1'], score };
  const [one, two, three] = [withScore(d1), withScore(d2), base.dimensions['d3']];
  if (!one || !two || !three) throw new Error('no dimension');
  const parts = [...(d1 === null ? [] : [d1, d1, d1]), ...(d2 === null ? [] : [d2])];
  const index = parts.length === 0 ? null : parts.reduce((sum, x) => sum + x, 0) / parts.length;
  return { id, score: { ...base, index, dimensions: { d1: one, d2: two, d3: three } } };
}

describe('the robustness of the ranking', () => {
  it('is certain where one office leads in everything', () => {
    const ranks = ranksOf(plan, [office('10', 20, 20), office('20', 80, 90), office('30', 50, 60)], {
      seed: 1,
    });
    expect(Object.fromEntries(ranks)).toEqual({
      10: { median: 3, p5: 3, p95: 3, tiedWith: [] },
      20: { median: 1, p5: 1, p95: 1, tiedWith: [] },
      30: { median: 2, p5: 2, p95: 2, tiedWith: [] },
    });
  });

  it('shows how far a place depends on the weights, and who is tied', () => {
    const ranks = ranksOf(plan, [office('10', 60, 40), office('20', 40, 60), office('30', 10, 10)], {
      seed: 1,
    });
    expect(ranks.get('10')).toMatchObject({ p5: 1, p95: 2, tiedWith: ['20'] });
    expect(ranks.get('20')).toMatchObject({ p5: 1, p95: 2, tiedWith: ['10'] });
    expect(ranks.get('30')).toEqual({ median: 3, p5: 3, p95: 3, tiedWith: [] });
  });

  it('gives equal offices their mean rank and calls them tied', () => {
    const ranks = ranksOf(plan, [office('10', 50, 50), office('20', 50, 50), office('30', 50, null)], {
      seed: 1,
    });
    for (const id of ['10', '20', '30']) expect(ranks.get(id)).toMatchObject({ median: 2, p5: 2, p95: 2 });
    expect(ranks.get('10')?.tiedWith).toEqual(['20', '30']);
  });

  it('leaves out an office without an index, and counts what an office has a score for', () => {
    const ranks = ranksOf(plan, [office('10', null, null), office('20', null, 90), office('30', 60, 60)], {
      seed: 1,
    });
    expect([...ranks.keys()].sort()).toEqual(['20', '30']);
    expect(ranks.get('20')).toMatchObject({ median: 1, p5: 1, p95: 1 });
  });

  it('compares an office with its ten neighbours only', () => {
    const many = Array.from({ length: 30 }, (_, at) => office(String(at + 10), 50 + at / 100, 50 - at / 10));
    const ranks = ranksOf(plan, many, { seed: 1 });
    const lengths = many.map(({ id }) => ranks.get(id)?.tiedWith.length);
    expect(lengths).toEqual(many.map(() => 10));
    expect(ranks.get('25')?.tiedWith).toEqual(['20', '21', '22', '23', '24', '26', '27', '28', '29', '30']);
  });

  it('is the same for the same seed, whatever the order of the offices, and another for another', () => {
    const offices = [office('10', 60, 40), office('20', 40, 61), office('30', 55, 45), office('40', 45, 56)];
    const one = ranksOf(plan, offices, { seed: 7 });
    const reversed = ranksOf(plan, offices.toReversed(), { seed: 7 });
    expect(new Map([...reversed].sort())).toEqual(new Map([...one].sort()));
    const single = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => ranksOf(plan, offices, { seed, draws: 1 }));
    expect(new Set(single.map((ranks) => ranks.get('10')?.median)).size).toBeGreaterThan(1);
  });

  it('tells how far it has come', () => {
    const run = rankOffices(plan, [office('10', 60, 40), office('20', 40, 60)], { seed: 1, draws: 200 });
    expect([run.next().value, run.next().value, run.next().value, run.next().value]).toEqual([
      50, 100, 150, 200,
    ]);
    expect(run.next().done).toBe(true);
  });

  it('keeps ranks between 1 and the number of offices, their sum what it must be', () => {
    const points = fc.option(fc.integer({ min: 0, max: 20 }), { freq: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(points, points), { maxLength: 15 }), fc.nat(), (list, seed) => {
        const offices = list.map(([d1, d2], at) => office(String(at), d1, d2));
        const ranks = [...ranksOf(plan, offices, { seed, draws: 1 }).values()];
        for (const { median, p5, p95 } of ranks) expect([p5, p95]).toEqual([median, median]);
        const sum = ranks.reduce((all, { median }) => all + median, 0);
        expect(sum).toBe((ranks.length * (ranks.length + 1)) / 2);
      }),
      { numRuns: 300 },
    );
  });
});

describe('drawn weights', () => {
  it('sum to 1 and are uniform on the simplex: each weight has mean 1/m and variance (m − 1)/(m²(m + 1))', () => {
    const random = seededRandom(1, 'test');
    const drawn = Array.from({ length: 20_000 }, () => drawWeights(random, 4));
    for (const weights of drawn.slice(0, 100))
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const first = drawn.map(([weight = 0]) => weight);
    const mean = first.reduce((sum, weight) => sum + weight, 0) / first.length;
    const variance = first.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / first.length;
    expect(mean).toBeCloseTo(0.25, 2);
    expect(variance).toBeCloseTo(3 / 80, 2);
    expect(first.filter((weight) => weight < 0.1).length / first.length).toBeCloseTo(1 - 0.9 ** 3, 1);
  });

  it('have a stream of their own for every seed and office', () => {
    const firstOf = (seed: number, stream: string) => seededRandom(seed, stream).next();
    const streams = [
      firstOf(1, '10'),
      firstOf(1, '11'),
      firstOf(2, '10'),
      firstOf(11, '0'),
      firstOf(1, '10'),
    ];
    expect(new Set(streams.slice(0, 4)).size).toBe(4);
    expect(streams[4]).toBe(streams[0]);
  });
});
