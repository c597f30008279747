import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../surveys/plan/plan.ts';
import { quantile } from '../../surveys/scoring/2026.1/numbers.ts';
import { sumsOf } from '../../surveys/scoring/2026.1/packed-sums.ts';
import { prepareItems } from '../../surveys/scoring/2026.1/read-items.ts';
import { createResample } from '../../surveys/scoring/2026.1/resampled-scores.ts';
import { everySample, randomSamples, type Samples } from '../../surveys/scoring/2026.1/samples.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { selectQuantile } from '../../surveys/scoring/2026.1/select-quantile.ts';
import { readPoll } from '../../surveys/scoring/2026.1/several-items.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { answersOf, dimensionOf, figuresOf, type Given } from './score-of.ts';

const given: fc.Arbitrary<Given> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.constantFrom('NA', 'DK', 'blank'),
);
const people = (minLength: number, maxLength: number) =>
  fc.array(fc.tuple(given, given, given, given), { minLength, maxLength });

/** Items whose scores are whole, thirds, uneven and hidden by a condition, with weights. */
const plan: Plan = planOf(
  questionnaireOf([
    item('q1'),
    item('q2', { weight: 2.5, choices: [0, 1, 2, 3, { value: 4, score: 3 }], scale: { min: 0, max: 3 } }),
    item('q3', { choices: [0, { value: 1, score: 3 }, { value: 2, score: 3.3 }, { value: 3, score: 4 }, 4] }),
    item('q4', { visibleIf: '{q1} > 1' }),
  ]),
);
const scorer = createScorer(plan);
const plain = { tags: [], seed: 1, office: '10', draws: 0 } as const;

/** What every sample scores when it is scored as an office of its own, the slow way. */
function slowly(rows: readonly Given[][], samples: Samples): readonly (number | null)[] {
  const poll = readPoll(
    prepareItems(plan),
    rows.map((row) => answersOf(row)),
    [],
  );
  const inOrder = orderOf(rows, poll);
  const times = new Float64Array(rows.length);
  return Array.from({ length: samples.count }, () => {
    samples.next(times);
    const drawn = inOrder.flatMap((row, index) => Array.from({ length: times[index] ?? 0 }, () => row));
    const { score } = scorer.figuresOfOffice(
      drawn.map((row) => answersOf(row)),
      plain,
    );
    return score.dimensions['d1']?.score ?? null;
  });
}

/** The people as the poll orders them: by their answers, item by item. */
function orderOf(rows: readonly Given[][], poll: ReturnType<typeof readPoll>): readonly Given[][] {
  const keyOf = (one: typeof poll, respondent: number) =>
    JSON.stringify(
      one.dimensions.flatMap(({ items }) =>
        items.map(({ states, scores }) => [states[respondent], scores[respondent]]),
      ),
    );
  const byKey = new Map(
    rows.map((row) => [keyOf(readPoll(prepareItems(plan), [answersOf(row)], []), 0), row]),
  );
  return rows.map((_, respondent) => byKey.get(keyOf(poll, respondent)) ?? []);
}

function quickly(rows: readonly Given[][], samples: Samples): readonly (number | null)[] {
  const poll = readPoll(
    prepareItems(plan),
    rows.map((row) => answersOf(row)),
    [],
  );
  const [scores] = createResample(poll, plan.maturity)(samples);
  return [...(scores ?? [])].map((score) => (Number.isNaN(score) ? null : score));
}

function expectSame(quick: readonly (number | null)[], slow: readonly (number | null)[]): void {
  expect(quick.map((score) => score === null)).toEqual(slow.map((score) => score === null));
  for (const [index, score] of slow.entries()) expect(quick[index] ?? 0).toBeCloseTo(score ?? 0, 9);
}

describe('samples of people', () => {
  it('are all nⁿ, each once, for up to five people', () => {
    const samples = everySample(3);
    const times = new Float64Array(3);
    const drawn = Array.from({ length: samples.count }, () => {
      samples.next(times);
      return [...times];
    });
    expect(drawn).toHaveLength(27);
    expect(drawn.filter((one) => one.every((count) => count === 1))).toHaveLength(6);
    expect(drawn.filter((one) => one[0] === 3)).toHaveLength(1);
  });

  it('score quickly what they score one by one: full enumeration', () => {
    fc.assert(
      fc.property(people(1, 4), (rows) =>
        expectSame(quickly(rows, everySample(rows.length)), slowly(rows, everySample(rows.length))),
      ),
      { numRuns: 25 },
    );
  });

  it('score quickly what they score one by one: random draws', () => {
    fc.assert(
      fc.property(people(6, 30), fc.integer(), (rows, seed) => {
        const samples = () => randomSamples(rows.length, 20, { seed, office: '10' });
        expectSame(quickly(rows, samples()), slowly(rows, samples()));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the interval of an office', () => {
  it('two people, 0 and 100: samples 0, 50, 50, 100 → 0 + 0.075 · 50 = 3.75 and 50 + 0.925 · 50 = 96.25', () => {
    const figures = figuresOf([
      [0, 0],
      [4, 4],
    ]);
    const [low, high] = dimensionOf(figures).interval ?? [];
    expect(low).toBeCloseTo(3.75, 12);
    expect(high).toBeCloseTo(96.25, 12);
    expect(figures.dropped).toEqual({ d1: 0 });
  });

  it('drops and counts samples without a score: of two people one knows nothing → 1 of 4', () => {
    const figures = figuresOf([
      [4, 4],
      ['DK', 'DK'],
    ]);
    expect(dimensionOf(figures).interval).toEqual([100, 100]);
    expect(figures.dropped).toEqual({ d1: 1 });
  });

  it('does not exist for one person and where there is no score', () => {
    expect(dimensionOf(figuresOf([[4, 3]])).interval).toBeNull();
    expect(
      dimensionOf(
        figuresOf([
          ['DK', 3],
          ['DK', 'DK'],
        ]),
      ).interval,
    ).toBeNull();
  });

  it('equals the quantiles of the full enumeration for five people', () => {
    const rows: Given[][] = [
      [0, 1],
      [2, 'DK'],
      [4, 3],
      ['NA', 1],
      [3, 'blank'],
    ];
    const scores: number[] = [];
    for (let number = 0; number < 5 ** 5; number += 1) {
      const drawn = [0, 1, 2, 3, 4].map((place) => rows[Math.floor(number / 5 ** place) % 5] ?? []);
      const { score } = dimensionOf(figuresOf(drawn, { draws: 0 }));
      if (score !== null) scores.push(score);
    }
    const figures = figuresOf(rows);
    const [low, high] = dimensionOf(figures).interval ?? [];
    expect(low).toBeCloseTo(quantile(scores, 0.025) ?? -1, 9);
    expect(high).toBeCloseTo(quantile(scores, 0.975) ?? -1, 9);
    expect(figures.dropped).toEqual({ d1: 5 ** 5 - scores.length });
  });

  it('follows from seed and office alone: the same again, another with another seed or office', () => {
    const rows = Array.from({ length: 12 }, (_, index): Given[] => [
      index % 5,
      (index * 3) % 5,
      (index * 7) % 4,
    ]);
    const interval = (seed: number, office: string) =>
      dimensionOf(figuresOf(rows, { seed, office, draws: 400 })).interval;
    expect(interval(1, '10')).toEqual(interval(1, '10'));
    const others = [interval(2, '10'), interval(1, '20'), interval(7, '30')];
    expect(others.some((other) => JSON.stringify(other) !== JSON.stringify(interval(1, '10')))).toBe(true);
  });

  it('covers about ±1.96 standard errors of a mean of many people', () => {
    const rows = Array.from({ length: 200 }, (_, index): Given[] => [index % 5]);
    const [low, high] = dimensionOf(figuresOf(rows, { draws: 2_000 })).interval ?? [0, 0];
    const standardError = Math.sqrt(1250 / 200);
    expect(Math.abs(low - (50 - 1.96 * standardError))).toBeLessThan(0.6);
    expect(Math.abs(high - (50 + 1.96 * standardError))).toBeLessThan(0.6);
  });
});

it('adds up packed lists exactly as one by one', () => {
  const list = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 40, maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 40, maxLength: 40 }),
    fc.array(fc.constantFrom(0, 100 / 3, 50), { minLength: 40, maxLength: 40 }),
  );
  const times = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(list, { maxLength: 40 }), times, (lists, drawn) => {
      const into = new Float64Array(lists.length);
      const addUp = sumsOf(
        lists.map((one) => Float64Array.from(one)),
        40,
      );
      addUp(Float64Array.from(drawn), into);
      const slow = lists.map((one) => one.reduce((sum, value, at) => sum + value * (drawn[at] ?? 0), 0));
      expect([...into]).toEqual(slow);
    }),
    { numRuns: 200 },
  );
});

it('selects the same quantiles as sorting does', () => {
  const values = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ noNaN: true, min: 0, max: 100 })),
  );
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
      expect(selectQuantile(Float64Array.from(list), p)).toBe(quantile(list, p));
    }),
    { numRuns: 500 },
  );
});
