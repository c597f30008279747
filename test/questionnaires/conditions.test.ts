import { describe, expect, it } from 'vitest';
import { holds } from '../../surveys/conditions/evaluate-condition.ts';
import type { Condition } from '../../surveys/plan/plan.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { visiblePages, visibleQuestions } from '../../surveys/plan/visible.ts';
import { item, planOf, problemsOf, questionnaireOf } from './build-questionnaire.ts';

function asking(visibleIf: string) {
  const others = [
    { type: 'boolean', name: 'yes' },
    { type: 'text', name: 'word' },
    { type: 'text', inputType: 'number', name: 'sum' },
    { type: 'paneldynamic', name: 'rows', templateElements: [{ type: 'text', name: 't' }] },
    { type: 'checkbox', name: 'ticks', choices: ['x', 'Y', 3], showNoneItem: true },
    { type: 'matrix', name: 'm', columns: [0, 1, { value: 'z', score: 4 }], rows: ['r1', 'r/2'] },
    { type: 'rating', name: 'stars' },
  ];
  return questionnaireOf([item('a'), ...others, item('b', { visibleIf })]);
}

function conditionOf(visibleIf: string): Condition | null | undefined {
  return questionsOf(planOf(asking(visibleIf))).find(({ name }) => name === 'b')?.visibleIf;
}

describe('a condition compiles to plain data', () => {
  it.each<[string, Condition]>([
    ['{a} = 3', { op: '=', question: 'a', value: 3 }],
    ["{a} = '3'", { op: '=', question: 'a', value: 3 }],
    ['{a} <> 0', { op: '<>', question: 'a', value: 0 }],
    ['{sum} > 2.5', { op: '>', question: 'sum', value: 2.5 }],
    ['{yes} = true', { op: '=', question: 'yes', value: true }],
    ["{ticks} contains 'y'", { op: 'contains', question: 'ticks', value: 'Y' }],
    ["{ticks} contains '3'", { op: 'contains', question: 'ticks', value: 3 }],
    ["{ticks} contains 'none'", { op: 'contains', question: 'ticks', value: 'none' }],
    ['{ticks} notempty', { op: 'notempty', question: 'ticks' }],
    ['{m.r1} = 1', { op: '=', question: 'm.r1', value: 1 }],
    ["{m.r/2} <> 'Z'", { op: '<>', question: 'm.r/2', value: 'z' }],
    ['{stars} > 3', { op: '>', question: 'stars', value: 3 }],
    ['{word} empty', { op: 'empty', question: 'word' }],
    [
      "{a} < 2 and {word} = 'ja' and {rows} notempty",
      {
        op: 'and',
        terms: [
          { op: '<', question: 'a', value: 2 },
          { op: '=', question: 'word', value: 'ja' },
          { op: 'notempty', question: 'rows' },
        ],
      },
    ],
    [
      '{a} = 1 or ({a} = 2 and {yes} = false)',
      {
        op: 'or',
        terms: [
          { op: '=', question: 'a', value: 1 },
          {
            op: 'and',
            terms: [
              { op: '=', question: 'a', value: 2 },
              { op: '=', question: 'yes', value: false },
            ],
          },
        ],
      },
    ],
  ])('%s', (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
  });
});

describe('a condition outside the profile is refused by name', () => {
  it.each([
    ['{a} >= 2', 'greaterorequal'],
    ['{a} contains 2', 'contains'],
    ['{a} anyof [1, 2]', 'anyof'],
    ["{ticks} anyof ['x']", 'anyof'],
    ["{ticks} notcontains 'x'", 'notcontains'],
    ["{ticks} = 'x'", 'contains empty notempty'],
    ["{ticks} contains 'q'", 'q'],
    ["{word} contains 'x'", 'contains'],
    ['{m} notempty', '{m.r1}'],
    ['{m.r3} = 1', '{m.r3}'],
    ['{m.r1} = 7', '7'],
    ['{m.r1} > 0', '0'],
    ['{stars} = 6', '6'],
    ['iif({a} > 1, 1, 2) = 2', 'Frage'],
    ['{a} + 1 = 2', 'Frage'],
    ['{a} = {sum}', 'fester Wert'],
    ['1 = {a}', 'Frage'],
    ['!{a} empty', 'negate'],
    ['{#a} = 1', '{#'],
    ['{a}', '{a}'],
    ['{a} = ', 'nicht lesbar'],
    ['{a} = 2 oder {a} = 3', 'nicht lesbar'],
    ['{zz} = 1', '{zz}'],
    ['{rows[0].t} notempty', '{rows[0].t}'],
    ['{a} = 9', '9'],
    ["{a} > 'x'", 'x'],
    ['{yes} = 1', '1'],
    ['{yes} > false', 'false'],
    ['{word} = 5', '5'],
    ["{word} < 'x'", 'x'],
    ['{sum} = true', 'true'],
    ['{rows} = 1', '1'],
  ])('%s', (text, named) => {
    const [problem] = problemsOf(asking(text));
    expect(problem?.pointer).toBe('/pages/0/elements/8/visibleIf');
    expect(problem?.de).toContain(named);
    expect(problem?.en).not.toBe(problem?.de);
  });

  it('and so are questions that ask for each other in a circle', () => {
    const circle = questionnaireOf([
      item('a', { visibleIf: '{c} notempty' }),
      item('b', { visibleIf: '{a} = 1' }),
      { type: 'panel', name: 'p', visibleIf: '{b} = 1', elements: [item('c')] },
    ]);
    expect(problemsOf(circle)[0]).toMatchObject({ pointer: '/pages/0/elements/0/visibleIf' });
    const rows = [
      { type: 'text', name: 'x', visibleIf: '{panel.y} notempty' },
      { type: 'text', name: 'y', visibleIf: '{panel.x} notempty' },
    ];
    expect(
      problemsOf(questionnaireOf([{ type: 'paneldynamic', name: 'r', templateElements: rows }])),
    ).toHaveLength(1);
  });
});

describe('what is asked', () => {
  const plan = planOf(
    questionnaireOf([], {
      pages: [
        {
          name: 'p1',
          elements: [item('a'), item('b', { visibleIf: '{a} = 1' }), item('c', { visibleIf: '{b} = 1' })],
        },
        { name: 'p2', visibleIf: '{c} = 1', elements: [{ type: 'text', name: 'd' }] },
      ],
    }),
  );
  const asked = (values: Record<string, number>) =>
    visibleQuestions(
      plan,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])),
      [],
    );

  it('follows from the answers', () => {
    expect(asked({})).toEqual(['a']);
    expect(asked({ a: 1 })).toEqual(['a', 'b']);
    expect(asked({ a: 1, b: 1, c: 1 })).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes the answer to a question no longer asked for blank', () => {
    expect(asked({ a: 0, b: 1, c: 1 })).toEqual(['a']);
  });

  it('takes "do not know" for blank', () => {
    expect(visibleQuestions(plan, { a: { state: 'dk' } }, [])).toEqual(['a']);
  });

  it('leaves out pages on which nothing is asked', () => {
    expect(visiblePages(plan, { a: { value: 1 } }, []).map(({ name }) => name)).toEqual(['p1']);
  });

  it('never throws over an answer of another type', () => {
    const values = [null, undefined, {}, [], Number.NaN, 'x', true, 5];
    for (const op of ['=', '<>', '<', '>'] as const) {
      for (const value of values)
        expect(typeof holds({ op, question: 'a', value: 3 }, () => value)).toBe('boolean');
    }
  });
});
