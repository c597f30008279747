import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerProblem, Answers } from '../../surveys/answers/answer.ts';
import { createChecker } from '../../surveys/answers/checker.ts';
import { nestedRows } from '../../surveys/answers/nested-rows.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a hostile or broken page may send
type Json = any;

const states = { notApplicable: true, dontKnow: true };
const plan = planOf(
  questionnaireOf([
    item('a'),
    { type: 'rating', name: 'r', rateMin: -1, rateMax: 1, ...states },
    { type: 'checkbox', name: 'c', choices: ['x', 'y', 3], showNoneItem: true, ...states },
    { type: 'checkbox', name: 'must', choices: ['x', 'y'], isRequired: true, visibleIf: '{a} = 4' },
    {
      type: 'matrix',
      name: 'm',
      columns: [0, 2, 4],
      rows: ['r1', 'r/2'],
      ...states,
      eachRowRequired: true,
      visibleIf: '{a} > 1',
    },
  ]),
);
const checker = createChecker(plan);
const context = { tags: [] };

type How = 'checkSubmission' | 'checkFile';

function told(answers: Json, how: How = 'checkSubmission'): [string, AnswerProblem['kind']][] {
  const checked = checker[how](answers, context);
  return checked.ok ? [] : checked.problems.map(({ pointer, kind }) => [pointer, kind]);
}

function kept(answers: Json, how: How = 'checkSubmission'): Answers {
  const checked = checker[how](answers, context);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.answers;
}

describe('ticks of a checkbox', () => {
  it('are kept in the order they were sent, with a comment beside', () => {
    expect(kept({ c: [3, 'x'] })).toEqual({ c: { value: [3, 'x'] } });
    expect(kept({ c: { value: ['none'], comment: 'noch nicht' } })).toEqual({
      c: { value: ['none'], comment: 'noch nicht' },
    });
    expect(kept({ c: { state: 'na', reason: 'elsewhere' } })['c']).toEqual({
      state: 'na',
      reason: 'elsewhere',
    });
  });

  it('are blank when there are none', () => {
    expect(kept({ c: [] })).toEqual({});
    expect(kept({ c: { value: [] } }, 'checkFile')).toEqual({});
    expect(checker.checkDraft('c', [])).toEqual({ ok: true, answer: null });
    expect(told({ a: 4, must: [], m: { r1: 0, 'r/2': 0 } })).toEqual([['/must', 'required']]);
    expect(told({ a: 4, must: ['x'], m: { r1: 0, 'r/2': 0 } })).toEqual([]);
  });

  it.each<[string, Json, [string, string]]>([
    ['an unknown choice', ['x', 'zz'], ['/c/1', 'wrongChoice']],
    ['another type', ['3'], ['/c/0', 'wrongChoice']],
    ['a choice twice', ['x', 'x'], ['/c/1', 'duplicateChoice']],
    ['none together with others', ['x', 'none'], ['/c', 'noneWithOthers']],
    ['no list', 'x', ['/c', 'wrongType']],
    ['an operator', [{ $gt: '' }], ['/c/0', 'wrongChoice']],
    ['a list in a list', [['x']], ['/c/0', 'wrongChoice']],
    ['in the long form', { value: ['x', 'zz'] }, ['/c/value/1', 'wrongChoice']],
    ['a target', { value: ['x'], target: 'y' }, ['/c/target', 'unknownKey']],
    ['ticks and a state', { value: ['x'], state: 'dk' }, ['/c/state', 'stateNotAllowed']],
    ['a thousand ticks', Array(1_000).fill('x'), ['/c', 'tooManyRows']],
  ])('are refused with %s, also in a draft', (_title, value, problem) => {
    for (const how of ['checkSubmission', 'checkFile'] as const)
      expect(told({ c: value }, how)).toEqual([problem]);
    expect(checker.checkDraft('c', value).ok).toBe(false);
  });

  it('says what is allowed, in German and in English', () => {
    const checked = checker.checkSubmission({ c: ['none', 'y'] }, context);
    expect(!checked.ok && checked.problems[0]).toEqual({
      question: 'c',
      pointer: '/c',
      kind: 'noneWithOthers',
      detail: {
        de: 'Die Antwort "none" steht allein. Erlaubt: x, y, 3, none.',
        en: 'The choice "none" stands alone. Allowed: x, y, 3, none.',
      },
      allowed: ['x', 'y', 3, 'none'],
    });
  });
});

describe('a rating', () => {
  it('is one of its values, with a target', () => {
    expect(kept({ r: { value: 0, target: 1 } })).toEqual({ r: { value: 0, target: 1 } });
    expect(told({ r: 2 })).toEqual([['/r', 'wrongChoice']]);
    expect(told({ r: { value: 0, target: 5 } })).toEqual([['/r/target', 'wrongChoice']]);
    expect(told({ r: { state: 'na' } })).toEqual([['/r/reason', 'reasonMissing']]);
  });
});

describe('rows of a matrix', () => {
  it('are questions of their own: in drafts, in submissions and in what is kept', () => {
    expect(checker.checkDraft('m.r1', { value: 2, comment: 'x' })).toEqual({
      ok: true,
      answer: { value: 2, comment: 'x' },
    });
    expect(checker.checkDraft('m', { r1: 2 }).ok).toBe(false);
    expect(kept({ a: 2, 'm.r1': 0, 'm.r/2': { state: 'dk' } })).toEqual({
      a: { value: 2 },
      'm.r1': { value: 0 },
      'm.r/2': { state: 'dk' },
    });
  });

  it('may come nested', () => {
    const flat = kept({ a: 2, 'm.r1': 4, 'm.r/2': { state: 'na', reason: 'elsewhere' } });
    const nested = { a: 2, m: { 'r/2': { state: 'na', reason: 'elsewhere' }, r1: 4 } };
    expect(kept(nested)).toEqual(flat);
    expect(kept(nested, 'checkFile')).toEqual(flat);
    expect(kept({ a: 2, 'm.r1': 4, m: { 'r/2': 2 } })['m.r/2']).toEqual({ value: 2 });
  });

  it('are stripped when the matrix is not asked, and refused in a file', () => {
    expect(kept({ a: 1, 'm.r1': 4, m: null })).toEqual({ a: { value: 1 } });
    expect(kept({ a: 1, m: { r1: 'nonsense' } })).toEqual({ a: { value: 1 } });
    expect(told({ a: 1, m: { r1: 4 } }, 'checkFile')).toEqual([['/m.r1', 'notAsked']]);
  });

  it('are required one by one', () => {
    expect(told({ a: 2, m: { r1: 0 } })).toEqual([['/m.r~12', 'required']]);
    expect(kept({ a: 2, m: { r1: 0 } }, 'checkFile')).toEqual({ a: { value: 2 }, 'm.r1': { value: 0 } });
  });

  const whole = { r1: 0, 'r/2': 0 };

  it.each<[string, Json, [string, string]]>([
    ['a column that does not exist', { m: { ...whole, r1: 3 } }, ['/m.r1', 'wrongChoice']],
    ['no reason', { m: { ...whole, r1: { state: 'na' } } }, ['/m.r1/reason', 'reasonMissing']],
    [
      'an unknown reason',
      { m: { ...whole, r1: { state: 'na', reason: 'x' } } },
      ['/m.r1/reason', 'reasonUnknown'],
    ],
    ['a row that does not exist', { m: { ...whole, zz: 1 } }, ['/m.zz', 'unknownKey']],
    ['a row named like a method', { m: { ...whole, toString: 1 } }, ['/m.toString', 'unknownKey']],
    ['an answer for the whole matrix', { m: { state: 'dk' }, ...{} }, ['/m.state', 'unknownKey']],
    ['a list', { m: [1, 2] }, ['/m', 'wrongType']],
    ['a level for the whole matrix', { m: 2 }, ['/m', 'wrongType']],
  ])('are refused with %s', (_title, answers, problem) => {
    for (const how of ['checkSubmission', 'checkFile'] as const) {
      expect(told({ a: 2, ...answers }, how)).toContainEqual(problem);
    }
  });

  it('are refused when they come twice', () => {
    expect(told({ a: 2, 'm.r1': 0, m: whole })).toEqual([['/m.r1', 'duplicateRow']]);
  });

  it('are nested in files, nothing else', () => {
    const checked = checker.checkFile({ a: 2, m: whole, 'm.r1': 2 }, context);
    expect(!checked.ok && checked.problems).toMatchObject([
      {
        pointer: '/m.r1',
        kind: 'unknownQuestion',
        detail: {
          de: expect.stringContaining('{"m": {"r1": …}}'),
          en: expect.stringContaining('Rows of a matrix are nested'),
        },
      },
    ]);
    expect(told({ a: 2, m: null }, 'checkFile')).toContainEqual(['/m', 'wrongType']);
  });

  it('that do not exist are named 100 at most', () => {
    const rows = Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`x${index}`, 1]));
    expect(told({ a: 2, m: { ...whole, ...rows } })).toHaveLength(100);
  });
});

describe('answers as files hold them', () => {
  it('have the rows of a matrix together', () => {
    const answers = kept({ a: 2, c: ['x'], m: { r1: 0, 'r/2': { state: 'dk', comment: 'später' } } });
    expect(nestedRows(answers)).toEqual({
      a: { value: 2 },
      c: { value: ['x'] },
      m: { r1: { value: 0 }, 'r/2': { state: 'dk', comment: 'später' } },
    });
  });

  it('say the same again when they are read', () => {
    const level = fc.constantFrom<Json>(0, 2, 4, { state: 'dk' }, { value: 2, comment: 'x', target: 4 });
    const answers = fc.record(
      {
        a: fc.constantFrom(0, 1, 2, 3),
        r: fc.constantFrom(-1, 0, 1),
        c: fc.oneof(fc.constant(['none']), fc.shuffledSubarray(['x', 'y', 3])),
        m: fc.record({ r1: level, 'r/2': level }),
      },
      { requiredKeys: ['m'] },
    );
    fc.assert(
      fc.property(answers, (sent) => {
        const first = kept(sent);
        const again = JSON.parse(JSON.stringify(nestedRows(first)));
        expect(kept(again, 'checkFile')).toEqual(first);
      }),
    );
  });

  it('never throws and never keeps what is not in the plan, whatever is sent for a matrix or a checkbox', () => {
    const anything = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.dictionary(fc.constantFrom('r1', 'r/2', '__proto__', 'value', 'x'), fc.jsonValue()),
      fc.array(fc.constantFrom<Json>('x', 'y', 3, 'none', 'zz', null, {})),
    );
    const keys = fc.constantFrom('a', 'c', 'm', 'm.r1', 'must', '__proto__');
    const known = new Set(['a', 'r', 'c', 'must', 'm.r1', 'm.r/2']);
    fc.assert(
      fc.property(fc.dictionary(keys, anything), (answers) => {
        const checked = checker.checkSubmission(answers, context);
        if (checked.ok) for (const name of Object.keys(checked.answers)) expect(known.has(name)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(({} as Json).r1).toBeUndefined();
  });
});
