import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, round6, roundTo, sampleDeviation } from '../../surveys/scoring/2026.1/numbers.ts';
import { type Given, scoreOf } from './score-of.ts';

const level = fc.integer({ min: 0, max: 4 });
const given: fc.Arbitrary<Given> = fc.oneof(
  { weight: 3, arbitrary: level },
  fc.constantFrom('NA', 'DK', 'blank'),
);
const weight = fc.double({ min: 0.1, max: 9, noNaN: true });
const weighted = fc.array(fc.tuple(given, weight), { minLength: 1, maxLength: 9 });

function scored(pairs: readonly (readonly [Given, number])[]) {
  const [answers, weights] = [pairs.map(([answer]) => answer), pairs.map(([, one]) => one)];
  return scoreOf(answers, weights);
}

describe('whatever is answered', () => {
  it('a score lies in 0–100 and between its bounds', () => {
    fc.assert(
      fc.property(weighted, (pairs) => {
        const { score, low, high } = scored(pairs);
        if (low === null || high === null) return;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(high);
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(low);
        expect(score).toBeLessThanOrEqual(high);
      }),
      { numRuns: 200 },
    );
  });

  it('raising one answer never lowers score or secured level', () => {
    fc.assert(
      fc.property(weighted, fc.nat(), (pairs, at) => {
        const chosen = at % pairs.length;
        const raised = pairs.map(([answer, one], index): [Given, number] => {
          if (index !== chosen || typeof answer !== 'number') return [answer, one];
          return [Math.min(4, answer + 1), one];
        });
        const [before, after] = [scored(pairs), scored(raised)];
        expect(after.secured ?? 0).toBeGreaterThanOrEqual(before.secured ?? 0);
        expect(after.strict ?? 0).toBeGreaterThanOrEqual(before.strict ?? 0);
        expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  it('the secured level never exceeds the highest answer, the strict level never the lowest', () => {
    fc.assert(
      fc.property(weighted, (pairs) => {
        const levels = pairs.map(([answer]) => answer).filter((answer) => typeof answer === 'number');
        const { secured, strict } = scored(pairs);
        expect(secured ?? 0).toBeLessThanOrEqual(Math.max(0, ...levels));
        if (strict !== null) expect(strict).toBe(Math.min(...levels));
      }),
      { numRuns: 200 },
    );
  });

  it('the order of the questions does not matter', () => {
    const shuffled = weighted.chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
    );
    fc.assert(
      fc.property(shuffled, ([pairs, other]) => {
        const { items: _a, ...one } = scored(pairs);
        const { items: _b, ...two } = scored(other);
        for (const key of ['score', 'low', 'high', 'coverage'] as const) {
          if (one[key] === null) expect(two[key]).toBeNull();
          else expect(two[key]).toBeCloseTo(one[key], 5);
        }
        expect([two.secured, two.strict, two.status]).toEqual([one.secured, one.strict, one.status]);
      }),
      { numRuns: 200 },
    );
  });

  it('"does not apply" changes nothing, "do not know" only widens the bounds', () => {
    fc.assert(
      fc.property(weighted, weight, (pairs, one) => {
        const { items: _a, ...before } = scored(pairs);
        const { items: _b, ...same } = scored([...pairs, ['NA', one]]);
        expect(same).toEqual(before);
        const open = scored([...pairs, ['DK', one]]);
        if (before.low === null || before.high === null) return;
        expect(open.low).toBeLessThanOrEqual(before.low);
        expect(open.high).toBeGreaterThanOrEqual(before.high);
      }),
      { numRuns: 200 },
    );
  });
});

describe('numbers', () => {
  it.each([
    [8.35, 1, 8.4],
    [-8.35, 1, -8.4],
    [1.005, 2, 1.01],
    [0.0000005, 6, 0.000001],
    [1.0000005, 6, 1.000001],
    [2.5, 0, 3],
    [1e-7, 6, 0],
  ])('%d rounds half away from zero at %d decimals to %d', (value, digits, expected) => {
    expect(roundTo(value, digits)).toBe(expected);
  });

  it('rounds quickly exactly as it rounds carefully', () => {
    const values = fc.oneof(
      fc.double({ min: -1_000, max: 1_000, noNaN: true }),
      fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((half) => half / 2e6),
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(round6(value) + 0).toBe(roundTo(value, 6) + 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('interpolates quantiles linearly (type 7) and has none of nothing', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([4, 1, 3, 2], p))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantile([], 0.5)).toBeNull();
    expect(sampleDeviation([5])).toBeNull();
    expect(sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5);
  });
});
