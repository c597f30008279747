import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensionOf, figuresOf, type Given, scoreOf } from './score-of.ts';

const given: fc.Arbitrary<Given> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.constantFrom('NA', 'DK', 'blank'),
);
const weights = [1, 2.5, 0.3, 1];
const row = fc.array(given, { minLength: 4, maxLength: 4 });
const office = fc.array(row, { minLength: 1, maxLength: 12 });
const few = { weights, draws: 50 };

describe('whatever many people answer', () => {
  it('the order of the responses changes nothing, to the last bit', () => {
    const shuffled = office.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(JSON.stringify(figuresOf(other, few))).toBe(JSON.stringify(figuresOf(rows, few)));
      }),
      { numRuns: 100 },
    );
  });

  it('people of one mind score as one response does', () => {
    fc.assert(
      fc.property(row, fc.integer({ min: 1, max: 9 }), (one, n) => {
        const figures = figuresOf(
          Array.from({ length: n }, () => one),
          few,
        );
        const { agreement, interval, ...several } = dimensionOf(figures);
        const { agreement: _a, interval: _i, ...official } = scoreOf(one, weights);
        for (const key of ['score', 'low', 'high', 'coverage'] as const) {
          if (official[key] === null) expect(several[key]).toBeNull();
          else expect(several[key]).toBeCloseTo(official[key], 5);
        }
        const rest = ({ secured, strict, level, status, items }: typeof several) => ({
          ...{ secured, strict, level, status, items },
        });
        expect(rest(several)).toEqual(rest(official));
        if (agreement) expect(agreement).toEqual({ rwgj: 1, rstar: 1, ad: 0 });
        if (interval && several.score !== null)
          for (const bound of interval) expect(bound).toBeCloseTo(several.score, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('bounds contain the score; interval, agreement and counts stay within their ranges', () => {
    fc.assert(
      fc.property(office, (rows) => {
        const figures = figuresOf(rows, few);
        const { score, low, high, interval, agreement } = dimensionOf(figures);
        if (score !== null) {
          expect((low ?? 101) - score).toBeLessThan(1e-9);
          expect(score - (high ?? -1)).toBeLessThan(1e-9);
        }
        for (const bound of interval ?? []) {
          expect(bound).toBeGreaterThan(-1e-9);
          expect(bound).toBeLessThan(100 + 1e-9);
        }
        for (const value of [agreement?.rwgj ?? 0, agreement?.rstar ?? 0]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        for (const { valid, na, dk, missing } of Object.values(figures.opinions ?? {}))
          expect(valid + na + dk + missing).toBe(rows.length);
        expect(figures.spreads?.['d1']?.n ?? 0).toBeLessThanOrEqual(rows.length);
      }),
      { numRuns: 200 },
    );
  });

  it('raising one answer of one person never lowers score, secured or strict level', () => {
    fc.assert(
      fc.property(office, fc.nat(), fc.nat(), (rows, person, at) => {
        const raised = rows.map((own, index) =>
          own.map((one, place) => {
            const chosen = index === person % rows.length && place === at % own.length;
            return chosen && typeof one === 'number' ? Math.min(4, one + 1) : one;
          }),
        );
        const [before, after] = [dimensionOf(figuresOf(rows, few)), dimensionOf(figuresOf(raised, few))];
        expect(after.secured ?? 0).toBeGreaterThanOrEqual(before.secured ?? 0);
        expect(after.strict ?? 0).toBeGreaterThanOrEqual(before.strict ?? 0);
        expect((after.score ?? 0) - (before.score ?? 0)).toBeGreaterThan(-1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('the secured level never exceeds the highest answer', () => {
    fc.assert(
      fc.property(office, (rows) => {
        const levels = rows.flat().filter((one) => typeof one === 'number');
        expect(dimensionOf(figuresOf(rows, few)).secured ?? 0).toBeLessThanOrEqual(Math.max(0, ...levels));
      }),
      { numRuns: 200 },
    );
  });
});
