import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmCorrected } from '../../reports/comparison/holm.ts';
import { pairedTTest } from '../../reports/comparison/paired-t-test.ts';
import { signedRankP } from '../../reports/comparison/signed-rank-test.ts';

/** Two-sided p over all sign patterns: how often a rank sum lies at least as far from the middle. */
function byEnumeration(differences: readonly number[]): number {
  const counted = differences.filter((difference) => difference !== 0);
  const sizes = counted.map(Math.abs);
  const ranks = sizes.map(
    (size) => sizes.filter((other) => other < size).length + (sizes.filter((o) => o === size).length + 1) / 2,
  );
  const middle = ranks.reduce((sum, rank) => sum + rank, 0) / 2;
  const distance = (positive: (at: number) => boolean) =>
    Math.abs(ranks.reduce((sum, rank, at) => sum + (positive(at) ? rank : 0), 0) - middle);
  const seen = distance((at) => (counted[at] ?? 0) > 0);
  let extreme = 0;
  for (let pattern = 0; pattern < 2 ** ranks.length; pattern += 1) {
    if (distance((at) => Math.floor(pattern / 2 ** at) % 2 === 1) >= seen) extreme += 1;
  }
  return extreme / 2 ** ranks.length;
}

const steps = (min: number, max: number) =>
  fc.array(fc.integer({ min: -6, max: 6 }), { minLength: min, maxLength: max });

describe('the signed-rank test', () => {
  it('gives what counting all sign patterns gives, with ties and zeros', () => {
    fc.assert(
      fc.property(steps(6, 10), (differences) => {
        expect(signedRankP(differences)).toBeCloseTo(byEnumeration(differences), 12);
      }),
    );
  });

  it('gives published critical values', () => {
    expect(signedRankP([1, 2, 3, 4, 5, 6])).toBe(0.03125);
    expect(signedRankP([-1, 2, 3, 4, 5, 6, 7, 8])).toBe(0.015625);
    const fifteen = Array.from(
      { length: 15 },
      (_, at) => (at + 1 === 10 || at + 1 === 15 ? -1 : 1) * (at + 1),
    );
    expect(signedRankP(fifteen)).toBeCloseTo(0.047_912_597_656_25, 12);
  });

  it('says nothing below six offices, and p = 1 where nothing changed', () => {
    expect(signedRankP([1, 2, 3, 4, 5])).toBeNull();
    expect(signedRankP([0, 0, 0, 0, 0, 0])).toBe(1);
  });

  it('takes what differs below 6 decimals for equal', () => {
    const noisy = [12.5, 12.500_000_000_1, 12.499_999_999_9, -12.5, 3, 1e-12];
    expect(signedRankP(noisy)).toBe(byEnumeration([12.5, 12.5, 12.5, -12.5, 3, 0]));
  });

  it('does not jump where the normal distribution takes over', () => {
    const of = (length: number) =>
      Array.from({ length }, (_, at) => ((at * 7) % 9 < 5 ? 1 : -1) * (1 + ((at * 13) % 17)));
    expect(Math.abs((signedRankP(of(500)) ?? 0) - (signedRankP(of(501)) ?? 0))).toBeLessThan(0.02);
  });
});

describe('the paired t-test', () => {
  it('gives what is published for the sleep data of Student (1908)', () => {
    const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const test = pairedTTest(sleep);
    expect(test?.t).toBeCloseTo(4.062_127_683, 9);
    expect(test?.df).toBe(9);
    expect(test?.p).toBeCloseTo(0.002_832_890_197, 9);
    expect(test?.ci[0]).toBeCloseTo(0.700_114_236, 8);
    expect(test?.ci[1]).toBeCloseTo(2.459_885_764, 8);
  });

  it('gives the closed form of the t distribution with ten degrees of freedom', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 11, maxLength: 11 }), (raw) => {
        const test = pairedTTest(raw.map((value) => value / 8));
        if (test === null) return;
        expect(test.p).toBeCloseTo(tenDegrees(test.t), 9);
      }),
    );
  });

  it('is not defined below ten offices, nor where all changed alike', () => {
    expect(pairedTTest([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
    expect(pairedTTest(Array.from({ length: 12 }, (_, at) => 5 + at * 1e-9))).toBeNull();
  });
});

describe('the t distribution of the library', () => {
  it.each<[number, number]>([
    [1, 12.706_204_736_174_7],
    [2, 4.302_652_729_749_46],
    [5, 2.570_581_835_636_31],
    [9, 2.262_157_162_798_2],
    [10, 2.228_138_851_986_27],
    [20, 2.085_963_447_265_86],
    [30, 2.042_272_456_301_24],
    [120, 1.979_930_405_082_42],
  ])('has the published 97.5 %% point with %d degrees of freedom', (df, published) => {
    expect(tQuantile(0.975, df)).toBeCloseTo(published, 9);
    expect(tCdf(published, df)).toBeCloseTo(0.975, 9);
  });

  it('has the closed form of one and of two degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 50, noNaN: true }), fc.boolean(), (size, isUp) => {
        const t = isUp ? size : -size;
        expect(tCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 9);
        expect(tCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 9);
      }),
    );
  });
});

/** Two-sided p of |t| with df = 10: 1 − sin θ (1 + ½cos² + ⅜cos⁴ + 5/16 cos⁶ + 35/128 cos⁸), θ = atan(t/√10). */
function tenDegrees(t: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(10));
  const square = Math.cos(angle) ** 2;
  const series = 1 + square / 2 + (3 / 8) * square ** 2 + (5 / 16) * square ** 3 + (35 / 128) * square ** 4;
  return 1 - Math.sin(angle) * series;
}

describe('the correction for several tests', () => {
  it('is the example of Holm: 0.01, 0.04, 0.03, 0.005', () => {
    expect(holmCorrected([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holmCorrected([null, 0.2, null])).toEqual([null, 0.2, null]);
  });

  it('keeps the order, never lowers a p and never exceeds 1', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), (values) => {
        const corrected = holmCorrected(values);
        for (const [at, p] of values.entries()) {
          const own = corrected[at] ?? null;
          expect(own === null).toBe(p === null);
          if (p === null || own === null) continue;
          expect(own).toBeGreaterThanOrEqual(p);
          expect(own).toBeLessThanOrEqual(1);
          for (const [other, q] of values.entries())
            if (q !== null && p < q) expect(own).toBeLessThanOrEqual(corrected[other] ?? 1);
        }
      }),
    );
  });
});
