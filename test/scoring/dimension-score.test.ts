import { describe, expect, it } from 'vitest';
import { standardLevels } from '../../surveys/plan/standard-model.ts';
import { scoreDimension } from '../../surveys/scoring/2026.1/dimension-score.ts';
import { levelScore, pointsScore, reversed } from '../../surveys/scoring/2026.1/item-score.ts';
import { levelOf } from '../../surveys/scoring/2026.1/levels.ts';
import type { ScoredItem } from '../../surveys/scoring/2026.1/scored-item.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { ratingOf } from '../../surveys/scoring/2026.1/secured-level.ts';
import { item, planOf, problemsOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { type Given, scoreOf } from './score-of.ts';

const rules = { minCoverage: 0.5, provisionalBelow: 0.8 };

function valued(scores: readonly (number | null)[]): ScoredItem[] {
  return scores.map((score, index) => ({
    id: `q${index}`,
    weight: 1,
    score,
    state: score === null ? 'missing' : 'level',
  }));
}

describe('the worked examples', () => {
  it.each<[Given[], object]>([
    [
      [4, 3, 'NA', 'DK', 1],
      {
        coverage: 0.75,
        score: 66.666667,
        low: 50,
        high: 75,
        secured: 1,
        level: 3,
        strict: null,
        status: 'provisional',
      },
    ],
    [
      [3, 3, 3, 3, 2],
      { coverage: 1, score: 70, low: 70, high: 70, secured: 3, level: 3, strict: 2, status: 'scored' },
    ],
    [
      [4, 4, 4, 4, 0],
      { coverage: 1, score: 80, low: 80, high: 80, secured: 1, level: 3, strict: 0, status: 'scored' },
    ],
    [
      [3, 2, 2, 1, 1, 1],
      { coverage: 1, score: 41.666667, low: 41.666667, high: 41.666667, secured: 1, level: 2 },
    ],
    [
      [1, 1, 1, 1, 1, 1, 0],
      { coverage: 1, score: 21.428571, low: 21.428571, secured: 1, level: 1, strict: 0 },
    ],
    [
      ['DK', 'DK', 'DK', 2, 3],
      { coverage: 0.4, score: null, low: 25, high: 85, secured: 0, level: null, status: 'insufficient' },
    ],
    [
      ['NA', 'NA', 'NA', 'NA', 'NA'],
      {
        coverage: null,
        score: null,
        low: null,
        high: null,
        secured: null,
        strict: null,
        level: null,
        status: 'notApplicable',
      },
    ],
  ])('%j', (given, expected) => {
    expect(scoreOf(given)).toMatchObject(expected);
  });

  it('RAND-36: blank answers are skipped, not zeroed', () => {
    const { score } = scoreDimension(valued([40, 60, 40, null]), rules);
    expect(score).toBeCloseTo(46.666667, 6);
  });

  it.each([
    [15, 'N'],
    [15.000001, 'P'],
    [50, 'P'],
    [50.000001, 'L'],
    [85, 'L'],
    [85.000001, 'F'],
    [0, 'N'],
    [100, 'F'],
  ])('ISO/IEC 33020: a share of %d is rated %s', (percent, rating) => {
    expect(ratingOf(percent)).toBe(rating);
  });
});

describe('edge cases of a dimension', () => {
  it('gives no number when nobody knows: open bounds, level 0', () => {
    expect(scoreOf(['DK', 'DK'])).toMatchObject({
      ...{ score: null, low: 0, high: 100, coverage: 0, secured: 0, strict: null, status: 'insufficient' },
    });
  });

  it('scores a single applicable item', () => {
    expect(scoreOf([3])).toMatchObject({ score: 75, status: 'scored' });
    expect(scoreOf([3, 'NA', 'NA'])).toMatchObject({ score: 75, coverage: 1, status: 'scored' });
    expect(scoreOf([3, 'blank'])).toMatchObject({ score: null, coverage: 0.5, status: 'insufficient' });
  });

  it('needs half of the weight: exactly half is enough, just below is not', () => {
    expect(scoreOf([2, 2, 'blank', 'DK'])).toMatchObject({ coverage: 0.5, score: 50, status: 'provisional' });
    expect(scoreOf([2, 2, 'blank', 'DK'], [1, 1, 1, 1.01])).toMatchObject({
      score: null,
      status: 'insufficient',
    });
  });

  it('is provisional below 80 % and not at 80 %', () => {
    expect(scoreOf([2, 2, 2, 2, 'DK']).status).toBe('scored');
    expect(scoreOf([2, 2, 2, 'DK']).status).toBe('provisional');
  });

  it('weighs items', () => {
    expect(scoreOf([4, 0], [3, 1])).toMatchObject({ score: 75, secured: 1 });
    expect(scoreOf([4, 0], [9, 1])).toMatchObject({ score: 90, secured: 4, strict: 0 });
  });

  it('tells levels, "does not apply", "do not know" and blank apart in its items', () => {
    expect(scoreOf([0, 'NA', 'DK', 'blank']).items).toEqual({ q1: 0, q2: null, q3: null, q4: null });
  });
});

describe('item scores', () => {
  it('rejects a level outside the scale instead of clamping it', () => {
    expect(levelScore(5, { min: 0, max: 4 })).toBeNull();
    expect(levelScore(-1, { min: 0, max: 4 })).toBeNull();
    expect(levelScore(Number.NaN, { min: 0, max: 4 })).toBeNull();
    expect(levelScore(3, { min: 1, max: 5 })).toBe(50);
  });

  it('turns reverse items round', () => {
    expect(reversed(25)).toBe(75);
    const plan = planOf(questionnaireOf([item('a', { reverse: true })]));
    const score = createScorer(plan).scoreResponse({ a: { value: 4 } }, { tags: [] });
    expect(score.dimensions['d1']?.items).toEqual({ a: 0 });
  });

  it('reads an explicit score on the scale of the question', () => {
    const choices = [
      { value: 'a', score: 0 },
      { value: 'b', score: 3 },
    ];
    const plan = planOf(questionnaireOf([item('x', { choices, scale: { min: 0, max: 5 } })]));
    const score = createScorer(plan).scoreResponse({ x: { value: 'b' } }, { tags: [] });
    expect(score.dimensions['d1']?.score).toBe(60);
  });

  it('scores numbers piecewise linearly and rejects what lies outside', () => {
    const points = [
      [0, 0],
      [50, 80],
      [100, 100],
    ] as const;
    expect([0, 25, 50, 75, 100].map((value) => pointsScore(value, points))).toEqual([0, 40, 80, 90, 100]);
    expect([-1, 101, Number.NaN].map((value) => pointsScore(value, points))).toEqual([null, null, null]);
  });

  it('scores true as the top and false as the bottom', () => {
    const plan = planOf(
      questionnaireOf([
        { type: 'boolean', name: 'a' },
        { type: 'boolean', name: 'b' },
      ]),
    );
    const score = createScorer(plan).scoreResponse({ a: { value: true }, b: { value: false } }, { tags: [] });
    expect(score.dimensions['d1']?.items).toEqual({ a: 100, b: 0 });
  });

  it('T28: only the exact value of a choice scores', () => {
    const plan = planOf(questionnaireOf([item('a'), item('b')]));
    const score = createScorer(plan).scoreResponse({ a: { value: '4' }, b: { value: true } }, { tags: [] });
    expect(score.dimensions['d1']?.items).toEqual({ a: null, b: null });
  });

  it('refuses weight 0 and negative weights with the questionnaire', () => {
    for (const weight of [0, -1])
      expect(problemsOf(questionnaireOf([item('a', { weight })]))).not.toEqual([]);
  });
});

describe('names of levels', () => {
  it.each([
    [0, 0],
    [12.499999, 0],
    [12.5, 1],
    [25, 1],
    [25.5, 1],
    [37.5, 2],
    [50, 2],
    [62.5, 3],
    [75, 3],
    [87.5, 4],
    [100, 4],
  ])('%d points is level %d', (score, level) => {
    expect(levelOf(score, standardLevels)).toBe(level);
    expect(Math.floor(score / 25 + 0.5)).toBe(level);
  });

  it('compares at 6 decimals, so that 12.4999999 counts as 12.5', () => {
    expect(levelOf(12.4999999, standardLevels)).toBe(1);
  });
});
