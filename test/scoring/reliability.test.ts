import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronbachAlpha, intraclass, reliability } from '../../surveys/scoring/2026.1/reliability.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { Spread } from '../../surveys/scoring/score.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { answersOf, figuresOf, type Given } from './score-of.ts';

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { n: values.length, mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
}

/** α as J · mean covariance / (mean variance + (J − 1) · mean covariance). */
function alphaByCovariances(rows: readonly (readonly number[])[]): number {
  const items = rows[0]?.length ?? 0;
  const column = (at: number) => rows.map((row) => row[at] ?? 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = (a: number, b: number) => {
    const [meanA, meanB] = [mean(column(a)), mean(column(b))];
    const products = rows.map((row) => ((row[a] ?? 0) - meanA) * ((row[b] ?? 0) - meanB));
    return products.reduce((sum, value) => sum + value, 0) / (rows.length - 1);
  };
  const pairs = Array.from(
    { length: items * items },
    (_, at) => [Math.floor(at / items), at % items] as const,
  );
  const own = mean(pairs.filter(([a, b]) => a === b).map(([a, b]) => covariance(a, b)));
  const shared = mean(pairs.filter(([a, b]) => a !== b).map(([a, b]) => covariance(a, b)));
  return (items * shared) / (own + (items - 1) * shared);
}

const levels = fc.integer({ min: 0, max: 4 }).map((level) => 25 * level);

describe("Cronbach's α", () => {
  it('is 1 when all items say the same', () => {
    const rows = Array.from({ length: 10 }, (_, index) => [10 * index, 10 * index, 10 * index]);
    expect(cronbachAlpha(rows)).toBeCloseTo(1, 12);
  });

  it('is 0 when the items have nothing to do with each other: all 8 patterns of three items, twice', () => {
    const rows = Array.from({ length: 16 }, (_, index) => [1, 2, 4].map((bit) => (index & bit ? 100 : 0)));
    expect(cronbachAlpha(rows)).toBeCloseTo(0, 12);
  });

  it('agrees with the formula by covariances', () => {
    const matrix = fc.array(fc.tuple(levels, levels, levels, levels), { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(matrix, (rows) => {
        const alpha = cronbachAlpha(rows);
        if (alpha !== null) expect(alpha).toBeCloseTo(alphaByCovariances(rows), 8);
      }),
    );
  });

  it('does not exist for nine offices, two items, or offices that are all the same', () => {
    const rows = Array.from({ length: 10 }, (_, index) => [index, 2 * index, index]);
    expect(cronbachAlpha(rows)).not.toBeNull();
    expect(cronbachAlpha(rows.slice(1))).toBeNull();
    expect(cronbachAlpha(rows.map(([a = 0, b = 0]) => [a, b]))).toBeNull();
    expect(cronbachAlpha(rows.map(() => [100 / 3, 100 / 7, 50]))).toBeNull();
  });
});

describe('the intraclass correlation', () => {
  /** Shrout & Fleiss 1979, table 2: six targets, four ratings each. */
  const ratings = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  it('of Shrout & Fleiss 1979: ICC(1,1) = .17, ICC(1,4) = .44, F(5, 18) = 11.24 / 6.26', () => {
    const { icc1, icc2, p } = intraclass(ratings.map(spreadOf));
    expect(icc1).toBeCloseTo(0.17, 2);
    expect(icc2).toBeCloseTo(0.44, 2);
    expect(p).toBeCloseTo(0.165, 3);
  });

  it('leaves out offices of one person and takes the mean group size, by hand: (0, 20), (60, 80, 100), (50)', () => {
    // groups 2 and 3, N = 5, grand mean 52: SSB = 2·42² + 3·28² = 5880, SSW = 200 + 800 = 1000, df 1 and 3
    const { icc1, icc2 } = intraclass([spreadOf([0, 20]), spreadOf([60, 80, 100]), spreadOf([50])]);
    expect(icc2).toBeCloseTo((5880 - 1000 / 3) / 5880, 12);
    expect(icc1).toBeCloseTo((5880 - 1000 / 3) / (5880 + 1.5 * (1000 / 3)), 12);
  });

  it('is 1 when the people of every office agree and offices differ, and the differences are no chance', () => {
    expect(intraclass([spreadOf([10, 10]), spreadOf([90, 90])])).toEqual({ icc1: 1, icc2: 1, p: 0 });
  });

  it('has no value without variance, and for one office', () => {
    const none = { icc1: null, icc2: null, p: null };
    expect(intraclass([spreadOf([50, 50]), spreadOf([50, 50])])).toEqual(none);
    expect(intraclass([spreadOf([0, 50])])).toEqual(none);
    expect(intraclass([])).toEqual(none);
  });

  it('has no ICC(2) when only people differ, not offices', () => {
    expect(intraclass([spreadOf([0, 100]), spreadOf([0, 100])])).toEqual({ icc1: -1, icc2: null, p: 1 });
  });
});

describe('the reliability of a wave', () => {
  const plan = planOf(questionnaireOf([item('q1'), item('q2'), item('q3')]));

  it('counts offices with a value on all items, in mode official too', () => {
    const scorer = createScorer(plan);
    const offices = Array.from({ length: 12 }, (_, index) => {
      const level = index % 5;
      const last: Given = index < 2 ? 'NA' : level;
      return scorer.figuresOfResponse(answersOf([level, level, last]), { tags: [] });
    });
    expect(reliability(plan, offices)['d1']).toEqual({
      ...{ alpha: 1, icc1: null, icc2: null, offices: 10, items: 3, p: null },
    });
  });

  it("compares the people's own dimension scores by the half rule: (3, 3, 3), (1, 1, –), and one without a score", () => {
    const { spreads } = figuresOf([
      [3, 3, 3],
      [1, 1, 'DK'],
      ['DK', 'DK', 2],
    ]);
    expect(spreads).toEqual({ d1: { n: 2, mean: 50, squares: 1250 } });
    expect(reliability(plan, [])['d1']).toMatchObject({ alpha: null, offices: 0, items: 3 });
  });
});
