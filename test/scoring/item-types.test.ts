import { describe, expect, it } from 'vitest';
import type { Answer } from '../../surveys/answers/answer.ts';
import { tickedScore } from '../../surveys/scoring/2026.1/item-score.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

const text = { de: 'Antwort', en: 'answer' };
const choices = [
  { value: 'a', text, weight: 2 },
  { value: 'b', text, weight: 1 },
  { value: 3, text, weight: 1 },
];
const none = { value: 'none', text };

describe('the score of a checkbox', () => {
  it.each<[(string | number)[], number | null]>([
    [['a'], 50],
    [['b', 'a'], 75],
    [['a', 'b', 3], 100],
    [['b', 'b'], 25],
    [['none'], 0],
    [[], null],
    [['none', 'a'], null],
    [['c'], null],
    [['3'], null],
  ])('is the share of the ticked weight: %j of a (weight 2), b and 3 gives %s', (ticked, score) => {
    expect(tickedScore(ticked, { choices, none, reverse: false })).toBe(score);
  });

  it('is turned round for reverse items, and blank stays blank', () => {
    expect(tickedScore(['a'], { choices, none, reverse: true })).toBe(50);
    expect(tickedScore(['none'], { choices, none, reverse: true })).toBe(100);
    expect(tickedScore([], { choices, none, reverse: true })).toBeNull();
  });

  it('knows no "none of these" where it is not offered', () => {
    expect(tickedScore(['none'], { choices, none: null, reverse: false })).toBeNull();
  });
});

describe('checkbox, rating and matrix in a dimension', () => {
  const plan = planOf(
    questionnaireOf([
      { type: 'checkbox', name: 'c', showNoneItem: true, choices: [{ value: 'a', weight: 3 }, 'b'] },
      { type: 'rating', name: 'r', rateValues: [0, 1, 2, 3, 4] },
      { type: 'matrix', name: 'm', columns: [0, 1, 2, 3, 4], rows: ['r1', 'r2'] },
    ]),
  );
  const states = (answers: Readonly<Record<string, Answer>>) =>
    createScorer(plan).figuresOfResponse(answers, { tags: [] });

  it('each row of a matrix is an item of its own', () => {
    const { score } = states({
      c: { value: ['a'] },
      r: { value: 1 },
      'm.r1': { value: 4 },
      'm.r2': { value: 2 },
    });
    expect(score.dimensions['d1']).toMatchObject({
      ...{ score: 62.5, coverage: 1, items: { c: 75, r: 25, 'm.r1': 100, 'm.r2': 50 } },
    });
  });

  it('an empty checkbox is blank, an unknown value too', () => {
    expect(states({ c: { value: [] }, r: { value: 7 } }).states).toEqual({
      ...{ c: 'missing', r: 'missing', 'm.r1': 'missing', 'm.r2': 'missing' },
    });
  });
});
