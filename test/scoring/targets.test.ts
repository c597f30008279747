import { describe, expect, it } from 'vitest';
import type { Answer } from '../../surveys/answers/answer.ts';
import { officePriorities, priorities } from '../../surveys/scoring/2026.1/priority.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { Priority } from '../../surveys/scoring/score.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

describe('what an office aims at', () => {
  const plan = planOf(
    questionnaireOf([item('q1', { weight: 3 }), item('q2'), item('q3', { reverse: true }), item('q4')]),
  );
  const scorer = createScorer(plan);
  const aim = (answers: Readonly<Record<string, Answer>>) =>
    scorer.figuresOfResponse(answers, { tags: [] }).aims['d1'];
  const aimOfAll = (responses: readonly Readonly<Record<string, Answer>>[]) =>
    scorer.figuresOfOffice(responses, { tags: [], seed: 1, office: '10' }).aims['d1'];

  it('is the weighted mean over items with answer and target: (3·100 + 1·50) / 4 = 87.5 against (3·50 + 25) / 4', () => {
    const answers = { q1: { value: 2, target: 4 }, q2: { value: 1, target: 2 }, q4: { value: 0 } };
    expect(aim(answers)).toEqual({ target: 87.5, actual: 43.75, items: 2 });
  });

  it('turns targets of reverse items round as it does answers', () => {
    expect(aim({ q3: { value: 3, target: 1 } })).toEqual({ target: 75, actual: 25, items: 1 });
  });

  it('leaves out targets without an answer, and is nothing without any', () => {
    expect(aim({ q1: { state: 'dk', target: 4 }, q2: { target: 3 } })).toBeNull();
    expect(aim({ q1: { state: 'na', reason: 'elsewhere', target: 4 }, q2: { value: 4 } })).toBeNull();
  });

  it('of many people is item first, over those who gave both: q1 (2→4), (0→2), (4→?) → 75 against 25', () => {
    const responses = [
      { q1: { value: 2, target: 4 } },
      { q1: { value: 0, target: 2 } },
      { q1: { value: 4 }, q2: { value: 2, target: 3 } },
    ];
    expect(aimOfAll(responses)).toEqual({ target: (3 * 75 + 75) / 4, actual: (3 * 25 + 50) / 4, items: 2 });
    expect(aimOfAll([{ q1: { value: 2 } }])).toBeNull();
  });

  it('leaves out items that do not apply to the office', () => {
    const na: Readonly<Record<string, Answer>> = { q1: { state: 'na', reason: 'elsewhere' } };
    expect(aimOfAll([{ q1: { value: 2, target: 4 } }, na, na])).toBeNull();
  });
});

describe('what comes first', () => {
  const ids = ['d1', 'd2', 'd3', 'd4'];
  const plan = planOf(
    questionnaireOf([], {
      maturity: {
        dimensions: [
          { id: 'd1', title: 'Eins', field: 'verwaltung', weight: 2, importance: 1 },
          { id: 'd2', title: 'Zwei', field: 'verwaltung', importance: 2 },
          { id: 'd3', title: 'Drei', field: 'verwaltung', importance: 2, legalDuty: true },
          { id: 'd4', title: 'Vier', field: 'verwaltung', importance: 3 },
        ],
      },
      pages: ids.map((id) => ({ name: `p-${id}`, dimension: id, elements: [item(id)] })),
    }),
  );
  const scorer = createScorer(plan);
  const office = (answers: Readonly<Record<string, Answer>>) =>
    scorer.figuresOfResponse(answers, { tags: [] });
  const values = (levels: readonly number[]) =>
    office(Object.fromEntries(levels.map((value, index) => [ids[index] ?? '', { value }])));
  const order = (list: readonly Priority[]) => list.map(({ dimension }) => dimension);

  it('is gap · weight · importance: (75 − 50)·2·1 = 50, (100 − 50)·1·2 = 100, (75 − 50)·1·3 = 75', () => {
    const list = priorities(plan, [values([2, 2, 4, 2])], { d1: 75, d2: 100, d3: 50, d4: 75 });
    expect(list.map(({ dimension, gap, priority }) => [dimension, gap, priority])).toEqual([
      ['d2', 50, 100],
      ['d4', 25, 75],
      ['d1', 25, 50],
      ['d3', 0, 0],
    ]);
  });

  it("holds the officer's target against the mean of the offices with a score", () => {
    const [first] = priorities(plan, [values([0]), values([2]), office({})], { d1: 75 });
    expect(first).toEqual({
      ...{ dimension: 'd1', target: 75, source: 'officer', actual: 25, gap: 50, priority: 100 },
    });
  });

  it('without one takes what the offices aim at, on the same items: each item counts once', () => {
    const aiming = [
      { target: 100, actual: 50, items: 3 },
      { target: 60, actual: 50, items: 1 },
    ].map((d1) => ({ ...values([4, 4, 4, 4]), aims: { d1 } }));
    const [first, ...others] = priorities(plan, aiming, {});
    expect(first).toEqual({
      ...{ dimension: 'd1', target: 90, source: 'answers', actual: 50, gap: 40, priority: 80 },
    });
    for (const other of others)
      expect(other).toMatchObject({ target: null, source: null, actual: null, gap: null, priority: null });
  });

  it('breaks ties by legal duty, then by the lower secured level, then by questionnaire order', () => {
    expect(order(priorities(plan, [values([2, 2, 2, 2])], { d2: 75, d3: 75 })).slice(0, 2)).toEqual([
      'd3',
      'd2',
    ]);
    const lower = [values([3, 1, 3, 3]), values([3, 3, 3, 3])];
    expect(order(priorities(plan, lower, { d1: 0, d2: 0, d4: 0 })).slice(0, 3)).toEqual(['d2', 'd1', 'd4']);
  });

  it('puts what has no target or no score last', () => {
    const list = officePriorities(plan, values([4]), { d1: 100, d2: 100 });
    expect(order(list)[0]).toBe('d1');
    expect(list.find(({ dimension }) => dimension === 'd2')).toEqual({
      ...{ dimension: 'd2', target: 100, source: 'officer', actual: null, gap: null, priority: null },
    });
  });
});
