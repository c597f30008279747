import { describe, expect, it } from 'vitest';
import { scoreCity } from '../../surveys/scoring/2026.1/city.ts';
import { scoreDivision } from '../../surveys/scoring/2026.1/division.ts';
import { explainDimension } from '../../surveys/scoring/2026.1/explain-dimension.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { currentRules, rulesOf } from '../../surveys/scoring/rules.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { organisationPlan as plan } from './organisations.ts';
import { answersOf, type Given } from './score-of.ts';

const scorer = createScorer(plan);

function office(given: readonly Given[], tags: readonly string[] = []) {
  return scorer.scoreResponse(answersOf(given), { tags });
}

describe('the index of an office', () => {
  it('is the weighted mean of its dimensions', () => {
    expect(office([4, 4, 0, 0])).toMatchObject({ index: 75, low: 75, high: 75, level: 3, status: 'scored' });
    expect(office([4, 4, 0, 0]).fields).toEqual({ verwaltung: 75, bildung: null });
  });

  it('leaves out what is not asked of the office and counts it where it is', () => {
    expect(office([4, 4, 0, 0, 0, 0]).dimensions['d3']).toMatchObject({
      status: 'notApplicable',
      items: { q5: null },
    });
    expect(office([4, 4, 0, 0, 0, 0], ['bildung'])).toMatchObject({ index: 50, fields: { bildung: 0 } });
  });

  it('needs three quarters of the applicable weight', () => {
    expect(office([4, 4])).toMatchObject({ index: 100, status: 'provisional' });
    expect(office(['blank', 'blank', 4, 4])).toMatchObject({
      ...{ index: null, low: null, high: null, level: null },
      status: 'insufficient',
    });
  });

  it('is provisional when a dimension in it is', () => {
    const few = planOf(questionnaireOf([item('q1'), item('q2'), item('q3')]));
    const score = createScorer(few).scoreResponse(answersOf([4, 4, 'DK']), { tags: [] });
    expect(score).toMatchObject({ index: 100, low: 66.666667, high: 100, status: 'provisional' });
  });

  it('does not exist where nothing applies', () => {
    expect(office(['NA', 'NA', 'NA', 'NA'])).toMatchObject({ index: null, status: 'notApplicable' });
  });

  it('is exact for further sums and has 6 decimals where it leaves', () => {
    const few = createScorer(planOf(questionnaireOf([item('q1'), item('q2'), item('q3')])));
    const answers = answersOf([4, 4, 0]);
    expect(few.scoreExactly(answers, { tags: [] }).index).toBe(200 / 3);
    expect(few.scoreResponse(answers, { tags: [] }).index).toBe(66.666667);
  });
});

describe('a question that a condition hides', () => {
  const hidden = planOf(questionnaireOf([item('q1'), item('q2'), item('q3', { visibleIf: '{q1} > 2' })]));

  it('leaves the denominator and does not need a reason', () => {
    const score = createScorer(hidden).scoreResponse(answersOf([1, 3]), { tags: [] });
    expect(score.dimensions['d1']).toMatchObject({ score: 50, coverage: 1, strict: 1 });
    expect(
      createScorer(hidden).scoreResponse(answersOf([3, 3]), { tags: [] }).dimensions['d1']?.coverage,
    ).toBeCloseTo(2 / 3, 6);
  });

  it('is told apart in the explanation of the number', () => {
    const items = explainDimension(
      hidden,
      { q1: { value: 1 }, q2: { state: 'na', reason: 'elsewhere' } },
      { tags: [], dimension: 'd1' },
    );
    expect(items.map(({ item: id, state, score }) => [id, state, score])).toEqual([
      ['q1', 'level', 25],
      ['q2', 'na', null],
      ['q3', 'notAsked', null],
    ]);
    expect(items[0]?.answer).toEqual({ de: '1', en: '1' });
    expect(items[1]?.reason?.de).toBe('Aufgabe liegt woanders');
  });
});

describe('the city', () => {
  const offices = [
    { id: '40', headcount: 100, score: office([0, 0, 0, 0]) },
    { id: '10', headcount: 300, score: office([4, 4, 4, 4]) },
    { id: '20', headcount: null, score: office([2, 2, 2, 2]) },
    { id: '37', headcount: 0, score: office([1, 1, 1, 1]) },
    { id: '50', headcount: 100, score: null },
    { id: '60', headcount: 500, score: office(['DK', 'DK', 'DK', 'DK']) },
  ];

  it('is the mean office, beside the place where the typical employee works', () => {
    expect(scoreCity(plan, offices)).toEqual({
      ...{
        index: 43.75,
        byHeadcount: 75,
        min: 0,
        q1: 18.75,
        median: 37.5,
        q3: 62.5,
        max: 100,
        sd: 42.695628,
      },
      ...{ offices: 6, answered: 5, headcountCovered: 0.4, interval: [4.52582, 82.97418] },
      dimensions: {
        d1: { score: 43.75, offices: 4 },
        d2: { score: 43.75, offices: 4 },
        d3: { score: null, offices: 0 },
      },
    });
  });

  it('has no sampling interval when every office answered, nor with a single index', () => {
    expect(
      scoreCity(
        plan,
        offices.filter(({ score }) => score !== null),
      ).interval,
    ).toBeNull();
    const one = [...offices.slice(0, 1), { id: '90', headcount: null, score: null }];
    expect(scoreCity(plan, one)).toMatchObject({ index: 0, interval: null });
  });

  it('does not depend on the order of the offices', () => {
    expect(scoreCity(plan, offices.toReversed())).toEqual(scoreCity(plan, offices));
  });

  it('has no number where nobody answered, and never 0 for it', () => {
    const empty = scoreCity(plan, [{ id: '10', headcount: null, score: null }]);
    expect(empty).toMatchObject({
      index: null,
      byHeadcount: null,
      sd: null,
      headcountCovered: null,
      answered: 0,
    });
    expect(scoreCity(plan, offices.slice(0, 1)).sd).toBeNull();
  });

  it('sums a division like a city, in the shape of an office', () => {
    const division = scoreDivision(plan, offices.slice(0, 2));
    expect(division).toMatchObject({
      ...{ n: 2, index: 50, low: 50, high: 50, level: 2, status: 'scored', byHeadcount: 75, offices: 2 },
      fields: { verwaltung: 50, bildung: null },
      dimensions: {
        d1: { score: 50, offices: 2, status: 'scored' },
        d3: { score: null, status: 'notApplicable' },
      },
    });
    expect(scoreDivision(plan, [])).toMatchObject({ n: 0, index: null, status: 'insufficient' });
  });
});

it('knows the rules it has released, and no others', () => {
  expect(rulesOf(currentRules)?.version).toBe('2026.1');
  expect(rulesOf('1999.1')).toBeNull();
});
