import probabilityOfF from '@stdlib/stats-base-dists-f-cdf';
import probabilityOfT from '@stdlib/stats-base-dists-t-cdf';
import quantileOfT from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, it } from 'vitest';

/** Agrees to 1e-9. */
function same(value: number, expected: number) {
  expect(Math.abs(value - expected)).toBeLessThan(1e-9);
}

describe('the t distribution of the library', () => {
  it.each([
    [0.975, 5, 2.5705818366],
    [0.975, 10, 2.228138852],
    [0.995, 20, 2.8453397098],
    [0.975, 30, 2.0422724563],
  ])('has the quantile of the published table: p %d, %d degrees of freedom', (p, freedom, expected) => {
    same(quantileOfT(p, freedom), expected);
    same(probabilityOfT(expected, freedom), p);
  });

  it('has the closed forms of one, two and four degrees of freedom', () => {
    for (const p of [0.6, 0.75, 0.9, 0.95, 0.975, 0.99]) {
      same(quantileOfT(p, 1), Math.tan(Math.PI * (p - 0.5)));
      const alpha = 4 * p * (1 - p);
      same(quantileOfT(p, 2), (2 * (p - 0.5) * Math.SQRT2) / Math.sqrt(alpha));
      const q = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
      same(quantileOfT(p, 4), 2 * Math.sqrt(q - 1));
    }
    for (const t of [-30, -2.5, -1, 0, 0.3, 1, 2, 12]) {
      same(probabilityOfT(t, 1), 0.5 + Math.atan(t) / Math.PI);
      same(probabilityOfT(t, 2), 0.5 + t / (2 * Math.sqrt(2 + t * t)));
      const ratio = (t * t) / (4 + t * t);
      same(probabilityOfT(t, 4), 0.5 + (Math.sign(t) * Math.sqrt(ratio) * (3 - ratio)) / 4);
    }
  });
});

describe('the F distribution of the library', () => {
  it('has the probability of the published table', () => {
    same(probabilityOfF(4.9646027437, 1, 10), 0.95);
  });

  it('has the closed forms of (1, 1) and (2, n), and is the square of t', () => {
    for (const f of [0.01, 0.5, 1, 2.5, 4, 40]) {
      same(probabilityOfF(f, 1, 1), (2 / Math.PI) * Math.atan(Math.sqrt(f)));
      for (const n of [1, 2, 3, 10, 57]) same(probabilityOfF(f, 2, n), 1 - (1 + (2 * f) / n) ** (-n / 2));
      for (const n of [3, 14, 90]) same(probabilityOfF(f, 1, n), 2 * probabilityOfT(Math.sqrt(f), n) - 1);
    }
  });
});
