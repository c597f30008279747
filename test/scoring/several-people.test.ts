import { describe, expect, it } from 'vitest';
import { explainOfficeItems } from '../../surveys/scoring/2026.1/explain-dimension.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { answersOf, dimensionOf, figuresOf, type Given } from './score-of.ts';

describe('the value of an item that many people answered', () => {
  it.each<[string, Given[], string, number | null]>([
    ['mean of the valid answers: (4 + 2 + 3) / 3 = 3 → 75', [4, 2, 3], 'level', 75],
    ['one valid answer is enough: (1) → 25', ['DK', 1, 'blank'], 'level', 25],
    ['more "does not apply" than answers: 2 > 1 → does not apply', [4, 'NA', 'NA'], 'na', null],
    ['a tie counts as applicable: 1 = 1 → 100', [4, 'NA'], 'level', 100],
    ['"do not know" and blank do not vote: 1 > 0', ['NA', 'DK', 'DK', 'blank'], 'na', null],
    ['nobody valid, somebody does not know', ['blank', 'DK'], 'dk', null],
    ['nobody valid, nobody does not know', ['blank', 'blank'], 'missing', null],
  ])('%s', (_, column, state, score) => {
    const figures = figuresOf(column.map((given) => [given]));
    expect(figures.states).toEqual({ q1: state });
    expect(dimensionOf(figures).items).toEqual({ q1: score });
  });

  it('counts every kind of answer', () => {
    const { opinions } = figuresOf([[4], ['NA'], ['DK'], ['DK'], ['blank'], [3], [0]]);
    expect(opinions?.['q1']).toMatchObject({ valid: 3, na: 1, dk: 2, missing: 1, range: 100, unclear: true });
  });

  it('is item first, not respondent first: q1 (4, 4, 0) = 66.67, q2 (0) = 0 → 33.33, not (50 + 100 + 0) / 3', () => {
    const figures = figuresOf([
      [4, 0],
      [4, 'DK'],
      [0, 'blank'],
    ]);
    expect(dimensionOf(figures).score).toBeCloseTo(100 / 3, 9);
  });
});

describe('the gate where many people answered', () => {
  it('reads the lower median: (0, 1, 3, 4) → 1, although the mean is 2', () => {
    const figures = figuresOf([[0], [1], [3], [4]]);
    expect(dimensionOf(figures)).toMatchObject({ score: 50, secured: 1, strict: 1 });
  });

  it('takes the middle answer of an odd number: (0, 4, 4) → 4, although the mean is 2.67', () => {
    expect(dimensionOf(figuresOf([[4], [0], [4]]))).toMatchObject({ secured: 4, strict: 4 });
  });

  it('is open for the strict level while an item has no value', () => {
    expect(dimensionOf(figuresOf([[4, 'DK']])).strict).toBeNull();
  });
});

describe('an office without responses', () => {
  it('has no number: every asked item open, status "insufficient"', () => {
    const plan = planOf(
      questionnaireOf([], {
        maturity: {
          fields: [
            { id: 'verwaltung', title: 'Verwaltung' },
            { id: 'bildung', title: 'Bildung', onlyTagged: true },
          ],
          dimensions: [
            { id: 'd1', title: 'Eins', field: 'verwaltung' },
            { id: 'd2', title: 'Zwei', field: 'bildung' },
          ],
        },
        pages: ['d1', 'd2'].map((dimension) => ({
          ...{ name: `p-${dimension}`, dimension, elements: [item(`${dimension}_1`)] },
        })),
      }),
    );
    const figures = createScorer(plan).figuresOfOffice([], { tags: [], seed: 1, office: '10' });
    expect(figures.states).toEqual({ d1_1: 'missing', d2_1: 'notAsked' });
    expect(figures.score).toMatchObject({
      ...{ n: 0, index: null, status: 'insufficient' },
      dimensions: {
        d1: { score: null, low: 0, high: 100, coverage: 0, agreement: null, interval: null },
        d2: { score: null, status: 'notApplicable' },
      },
    });
    expect(figures).toMatchObject({ aims: { d1: null }, spreads: { d1: null }, dropped: { d1: 0 } });
  });
});

describe('a question that a condition hides from some people', () => {
  const plan = planOf(questionnaireOf([item('q1'), item('q2', { visibleIf: '{q1} > 2' })]));
  const figuresWith = (rows: readonly Given[][]) =>
    createScorer(plan).figuresOfOffice(
      rows.map((row) => answersOf(row)),
      { tags: [], seed: 1, office: '10' },
    );

  it('is valued by those who were asked, and has no vote of the others', () => {
    const figures = figuresWith([[1], [2], [4, 2]]);
    expect(figures.opinions?.['q2']).toMatchObject({ valid: 1, na: 0, dk: 0, missing: 0 });
    expect(figures.score.dimensions['d1']?.items['q2']).toBe(50);
  });

  it('leaves the denominator when nobody was asked', () => {
    const figures = figuresWith([[1], [2]]);
    expect(figures.states).toEqual({ q1: 'level', q2: 'notAsked' });
    expect(figures.score.dimensions['d1']).toMatchObject({ coverage: 1, score: 37.5 });
  });
});

it('explains the items of an office without any single answer', () => {
  const plan = planOf(questionnaireOf([item('q1'), item('q2')]));
  const figures = createScorer(plan).figuresOfOffice([answersOf([4, 'NA']), answersOf([3, 'NA'])], {
    ...{ tags: [], seed: 1, office: '10' },
  });
  expect(explainOfficeItems(plan, figures)).toEqual([
    {
      ...{ item: 'q1', title: { de: 'Frage q1', en: 'Question q1' }, state: 'level' },
      ...{ answer: null, reason: null, score: 87.5, weight: 1 },
    },
    {
      ...{ item: 'q2', title: { de: 'Frage q2', en: 'Question q2' }, state: 'na' },
      ...{ answer: null, reason: null, score: null, weight: 1 },
    },
  ]);
  expect(explainOfficeItems(plan, figures, 'd9')).toEqual([]);
});

it('keeps of one official response its exact score and the state of every item, and nothing of many people', () => {
  const scorer = createScorer(planOf(questionnaireOf([item('q1'), item('q2'), item('q3'), item('q4')])));
  const answers = answersOf([4, 'NA', 'DK', 0]);
  const figures = scorer.figuresOfResponse(answers, { tags: [] });
  expect(figures).toEqual({
    score: scorer.scoreExactly(answers, { tags: [] }),
    states: { q1: 'level', q2: 'na', q3: 'dk', q4: 'level' },
    aims: { d1: null },
    ...{ opinions: null, spreads: null, dropped: null },
  });
});
