import { describe, expect, it } from 'vitest';
import { agreementOf, stepScatter } from '../../surveys/scoring/2026.1/agreement.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { answersOf, dimensionOf, figuresOf, type Given } from './score-of.ts';

const fiveSteps = [0, 25, 50, 75, 100];

describe('agreement on an item', () => {
  it('AD_M of 4, 3, 2, 3 is (1 + 0 + 1 + 0) / 4 = 0.5 steps, sample variance 2 / 3', () => {
    const scatter = stepScatter([100, 75, 50, 75], fiveSteps);
    expect(scatter?.ad).toBe(0.5);
    expect(scatter?.variance).toBeCloseTo(2 / 3, 12);
  });

  it('has no value for one or two people, and not 1', () => {
    const { opinions } = figuresOf([[4], [0]]);
    expect(opinions?.['q1']).toMatchObject({ ad: null, range: null, unclear: false });
    expect(dimensionOf(figuresOf([[4, 3]])).agreement).toBeNull();
    expect(
      dimensionOf(
        figuresOf([
          [4, 3],
          [4, 3],
          ['DK', 'DK'],
        ]),
      ).agreement,
    ).toBeNull();
  });

  it.each<[string, Given[], boolean]>([
    ['range 3 of 4 steps: 0, 3, 3', [0, 3, 3], true],
    ['range 2 of 4 steps, AD 0.89 > 5/6: 0, 2, 2, 0, 2, 0 (AD 1)', [0, 2, 2, 0, 2, 0], true],
    ['range 2 of 4 steps, AD 0.44: 0, 0, 1', [0, 0, 1], false],
    ['everybody alike', [3, 3, 3], false],
  ])('people should talk about it or not: %s', (_, column, unclear) => {
    const { opinions } = figuresOf(column.map((given) => [given]));
    expect(opinions?.['q1']?.unclear).toBe(unclear);
  });

  it('AD must be above a sixth of the steps: exactly 3 / 6 = 0.5 on three steps is clear', () => {
    const plan = planOf(questionnaireOf([item('q1', { choices: [0, 1, 2], scale: { min: 0, max: 2 } })]));
    const rows: Given[][] = [[0], [1], [0], [1]];
    const figures = createScorer(plan).figuresOfOffice(
      rows.map((row) => answersOf(row)),
      { tags: [], seed: 1, office: '10' },
    );
    expect(figures.opinions?.['q1']).toMatchObject({ ad: 0.5, range: 50, unclear: false });
  });

  it('counts two steps for yes and no, and none for numbers', () => {
    const plan = planOf(
      questionnaireOf([
        { type: 'boolean', name: 'yes' },
        {
          type: 'text',
          inputType: 'number',
          name: 'number',
          points: [
            [0, 0],
            [100, 100],
          ],
        },
      ]),
    );
    const responses = [true, true, false].map((value, index) => ({
      ...{ yes: { value }, number: { value: 40 * index } },
    }));
    const { opinions, score } = createScorer(plan).figuresOfOffice(responses, {
      ...{ tags: [], seed: 1, office: '10' },
    });
    expect(opinions?.['yes']?.ad).toBeCloseTo(4 / 9, 12);
    expect(opinions?.['number']).toMatchObject({ ad: null, range: 80, unclear: true });
    expect(score.dimensions['d1']?.agreement?.rwgj).toBe(0);
  });
});

describe('agreement on a dimension', () => {
  it('q1 3,3,2 (var 1/3), q2 4,2,0 (var 4), q3 1,1,1: S̄ = 13/9, r* = 5/18, r_wg(3) = 15/28, AD = 16/27', () => {
    const figures = figuresOf([
      [3, 4, 1],
      [3, 2, 1],
      [2, 0, 1],
    ]);
    const { agreement } = dimensionOf(figures);
    expect(agreement?.rstar).toBeCloseTo(5 / 18, 12);
    expect(agreement?.rwgj).toBeCloseTo(15 / 28, 12);
    expect(agreement?.ad).toBeCloseTo(16 / 27, 12);
  });

  it('everybody alike: r_wg(j) 1, r* 1, AD 0', () => {
    const row: Given[] = [3, 1, 4];
    expect(dimensionOf(figuresOf([row, row, row])).agreement).toEqual({ rwgj: 1, rstar: 1, ad: 0 });
  });

  it('everybody against everybody: a mean variance above the uniform one is cut, r_wg(j) 0 and never negative', () => {
    const { agreement } = dimensionOf(
      figuresOf([
        [0, 4],
        [4, 0],
        [0, 4],
        [4, 0],
      ]),
    );
    expect(agreement).toEqual({ rwgj: 0, rstar: 0, ad: 2 });
  });

  it('James, Demaree & Wolf 1984: ten items of five steps with a mean variance of 0.5 give 7.5 / 7.75', () => {
    const items = Array.from({ length: 10 }, () => ({ steps: 5, ad: 0.5, variance: 0.5 }));
    const agreement = agreementOf(items, 5);
    expect(agreement?.rwgj).toBeCloseTo(7.5 / 7.75, 12);
    expect(agreement?.rstar).toBe(0.75);
  });

  it('leaves out items that do not apply to the office', () => {
    const figures = figuresOf([
      [3, 4, 'NA'],
      [3, 4, 'NA'],
      [3, 4, 0],
    ]);
    expect(dimensionOf(figures).agreement).toEqual({ rwgj: 1, rstar: 1, ad: 0 });
  });

  it('has no r_wg where the items have different numbers of steps', () => {
    const plan = planOf(questionnaireOf([item('q1'), { type: 'boolean', name: 'q2' }]));
    const responses = [true, false, true].map((value) => ({ q1: { value: 3 }, q2: { value } }));
    const { score } = createScorer(plan).figuresOfOffice(responses, { tags: [], seed: 1, office: '10' });
    const agreement = score.dimensions['d1']?.agreement;
    expect(agreement).toMatchObject({ rwgj: null, rstar: null });
    expect(agreement?.ad).toBeCloseTo(4 / 9 / 2, 12);
  });
});
