import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerProblem } from '../../surveys/answers/answer.ts';
import { createChecker } from '../../surveys/answers/checker.ts';
import { answeredShare } from '../../surveys/plan/visible.ts';
import { builtIn, item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a hostile or broken page may send
type Json = any;

const plan = planOf(
  questionnaireOf([], {
    pages: [
      {
        name: 'p1',
        dimension: 'd1',
        elements: [item('a'), item('b', { visibleIf: '{a} > 2', isRequired: true })],
      },
      {
        name: 'p2',
        elements: [
          { type: 'boolean', name: 'yes' },
          { type: 'text', name: 'line', maxLength: 10 },
          { type: 'comment', name: 'words' },
          { type: 'text', inputType: 'number', name: 'sum', min: 0, max: 100 },
          { type: 'text', inputType: 'date', name: 'day' },
          item('plain', {
            notApplicable: false,
            dontKnow: false,
            showCommentArea: false,
            evidence: false,
            target: false,
          }),
          {
            type: 'paneldynamic',
            name: 'rows',
            maxPanelCount: 30,
            templateElements: [
              { type: 'text', name: 'title', isRequired: true },
              { type: 'text', inputType: 'number', name: 'cost', visibleIf: "{panel.title} <> 'gratis'" },
            ],
          },
        ],
      },
    ],
  }),
);
const checker = createChecker(plan);
const context = { tags: [] };

function submitted(answers: Json) {
  const checked = checker.checkSubmission(answers, context);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.answers;
}

function told(
  answers: Json,
  how: 'checkSubmission' | 'checkFile' = 'checkSubmission',
): [string, AnswerProblem['kind']][] {
  const checked = checker[how](answers, context);
  return checked.ok ? [] : checked.problems.map(({ pointer, kind }) => [pointer, kind]);
}

describe('T27 what does not fit a question is refused with the question named', () => {
  const hostile: Json[] = [
    ...[
      '5 ',
      '3',
      'x',
      true,
      [5, 5],
      [],
      {},
      { $gt: '' },
      { value: { $ne: null } },
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      5,
      2.5,
      null,
    ],
    ...[
      { _bsontype: 'ObjectId' },
      { value: [1] },
      { value: null },
      JSON.parse('{"__proto__": {"value": 3}}'),
    ],
  ];

  it.each(hostile.map((value) => [value]))('%j is no level', (value) => {
    const checked = checker.checkFile({ a: value }, context);
    if (checked.ok) expect(checked.answers).toEqual({});
    else expect(checked.problems.every(({ question }) => question === 'a')).toBe(true);
    expect(checker.checkDraft('a', value)).not.toMatchObject({
      ok: true,
      answer: { value: expect.anything() },
    });
    expect(({} as Json).value).toBeUndefined();
  });

  it.each<[string, Json, [string, string]]>([
    ['an unknown question', { zz: 1 }, ['/zz', 'unknownQuestion']],
    ['a question named like a method', { toString: 1 }, ['/toString', 'unknownQuestion']],
    ['a dotted matrix answer', { 'm.r1': 1 }, ['/m.r1', 'unknownQuestion']],
    ['sent scores (T29)', { a: { value: 3, score: 100 } }, ['/a/score', 'unknownKey']],
    ['a state the question does not offer', { plain: { state: 'dk' } }, ['/plain/state', 'unknownKey']],
    ['an unknown state', { a: { state: 'later' } }, ['/a/state', 'stateNotAllowed']],
    [
      'a reason without "does not apply"',
      { a: { value: 1, reason: 'elsewhere' } },
      ['/a/reason', 'unknownKey'],
    ],
    ['no reason', { a: { state: 'na' } }, ['/a/reason', 'reasonMissing']],
    ['no words for "other"', { a: { state: 'na', reason: 'other' } }, ['/a/reasonText', 'reasonTextMissing']],
    ['a target off the scale', { a: { value: 1, target: 9 } }, ['/a/target', 'wrongChoice']],
    [
      'a comment where none is asked for',
      { plain: { value: 1, comment: 'x' } },
      ['/plain/comment', 'unknownKey'],
    ],
    ['a comment as a number', { a: { value: 1, comment: 5 } }, ['/a/comment', 'wrongType']],
    ['too long a line', { line: 'x'.repeat(11) }, ['/line', 'tooLong']],
    ['too long a comment', { a: { value: 1, comment: 'x'.repeat(5_001) } }, ['/a/comment', 'tooLong']],
    ['a boolean in words', { yes: 'true' }, ['/yes', 'wrongType']],
    ['a number above the maximum', { sum: 101 }, ['/sum', 'outOfRange']],
    ['a day that does not exist', { day: '2026-02-30' }, ['/day', 'wrongType']],
    ['an answer missing', { a: 3 }, ['/b', 'required']],
    ['rows that are no list', { rows: 'x' }, ['/rows', 'wrongType']],
    ['a row without id', { rows: [{ title: 'x' }] }, ['/rows/0', 'wrongType']],
    [
      'a row twice',
      {
        rows: [
          { id: 'x', title: 'a' },
          { id: 'x', title: 'b' },
        ],
      },
      ['/rows/1/id', 'duplicateRow'],
    ],
    ['an unknown key in a row', { rows: [{ id: 'x', title: 'a', zz: 1 }] }, ['/rows/0/zz', 'unknownKey']],
    ['a row without its title', { rows: [{ id: 'x', cost: 1 }] }, ['/rows/0/title', 'required']],
    [
      'a row with an object as title',
      { rows: [{ id: 'x', title: { $gt: '' } }] },
      ['/rows/0/title', 'wrongType'],
    ],
  ])('%s', (_title, answers, problem) => {
    expect(told(answers)).toContainEqual(problem);
  });

  it('says it in German and in English, with what was sent and what is allowed', () => {
    const checked = checker.checkSubmission({ a: 7 }, context);
    expect(!checked.ok && checked.problems[0]).toMatchObject({
      detail: {
        de: '7 steht nicht zur Wahl. Erlaubt: 0, 1, 2, 3, 4.',
        en: '7 is not one of the choices. Allowed: 0, 1, 2, 3, 4.',
      },
      allowed: [0, 1, 2, 3, 4],
    });
  });

  it.each([null, undefined, 5, 'x', [], [1]])('%j instead of answers is refused', (answers) => {
    expect(told(answers)).toEqual([['', 'wrongType']]);
  });
});

describe('a submission', () => {
  it('keeps a rebuilt whitelist in the long form, in questionnaire order', () => {
    const answers = submitted({
      line: 'u\u0308ber',
      b: { value: 2, comment: '' },
      a: 3,
      words: '',
      yes: false,
      sum: 0,
    });
    expect(answers).toEqual({
      a: { value: 3 },
      b: { value: 2 },
      yes: { value: false },
      line: { value: 'über' },
      sum: { value: 0 },
    });
    expect(Object.keys(answers)).toEqual(['a', 'b', 'yes', 'line', 'sum']);
  });

  it('strips answers to questions that are not asked, whatever they hold', () => {
    expect(submitted({ a: 1, b: 4 })).toEqual({ a: { value: 1 } });
    expect(submitted({ a: 1, b: 'nonsense' })).toEqual({ a: { value: 1 } });
    expect(submitted({ rows: [{ id: 'x', title: 'gratis', cost: 'unfertig' }] })).toEqual({
      rows: { value: [{ id: 'x', title: 'gratis' }] },
    });
  });

  it('refuses them in a file', () => {
    expect(told({ a: 1, b: 4 }, 'checkFile')).toEqual([['/b', 'notAsked']]);
    expect(told({ a: 3, b: 4 }, 'checkFile')).toEqual([]);
  });

  it('takes an absent answer in a file for missing, and a reason without its words', () => {
    expect(told({ a: 3 }, 'checkFile')).toEqual([]);
    expect(told({ a: { state: 'na', reason: 'other' } }, 'checkFile')).toEqual([]);
    expect(told({ a: { state: 'na' } }, 'checkFile')).toEqual([['/a/reason', 'reasonMissing']]);
    expect(told({ sum: 101 }, 'checkFile')).toEqual([['/sum', 'outOfRange']]);
  });

  it('takes "do not know" and "does not apply" for an answer to a required question', () => {
    expect(submitted({ a: 4, b: { state: 'dk', comment: 'frage nach' } })['b']).toEqual({
      state: 'dk',
      comment: 'frage nach',
    });
    expect(submitted({ a: 4, b: { state: 'na', reason: 'other', reasonText: 'x' } })['b']?.reasonText).toBe(
      'x',
    );
  });

  it('takes null for a cleared answer', () => {
    expect(submitted({ a: null, line: null })).toEqual({});
  });

  it('gives the same again when it is checked again', () => {
    const first = submitted({ a: 4, b: 1, rows: [{ id: 'x', title: 'gratis', cost: 5 }] });
    expect(submitted(JSON.parse(JSON.stringify(first)))).toEqual(first);
  });
});

describe('a draft', () => {
  it.each<[string, string, Json, Json]>([
    ['"does not apply" before its reason', 'a', { state: 'na' }, { state: 'na' }],
    ['a number not typed to its end', 'sum', '1e', { value: '1e' }],
    ['a number still too small or too big', 'sum', 1_000, { value: 1_000 }],
    ['half a date', 'day', '2026-0', { value: '2026-0' }],
    ['a row without its title', 'rows', [{ id: 'x' }], { value: [{ id: 'x' }] }],
    ['a comment alone', 'a', { comment: 'später' }, { comment: 'später' }],
    ['nothing', 'a', {}, null],
    ['null', 'a', null, null],
  ])('may hold %s', (_title, name, value, answer) => {
    expect(checker.checkDraft(name, value)).toEqual({ ok: true, answer });
  });

  it.each<[string, Json]>([
    ['zz', 1],
    ['__proto__', 1],
    ['a', 9],
    ['line', 'x'.repeat(11)],
    ['rows', Array.from({ length: 31 }, (_, id) => ({ id: `r${id}` }))],
  ])('may not hold what can never be right: %s', (name, value) => {
    expect(checker.checkDraft(name, value).ok).toBe(false);
  });
});

it('T30: 4,000 rows are refused by their number alone', () => {
  const rows = Array.from({ length: 4_000 }, () => ({ id: 'a' }));
  expect(told({ rows })).toEqual([['/rows', 'tooManyRows']]);
});

it('names at most 100 problems of a response', () => {
  const many = Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`x${index}`, 1]));
  expect(told(many)).toHaveLength(100);
});

it('never throws and never keeps what is not in the plan, whatever is sent', () => {
  const names = fc.constantFrom(
    'a',
    'b',
    'yes',
    'line',
    'words',
    'sum',
    'day',
    'plain',
    'rows',
    '__proto__',
    'x',
  );
  const value = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.record(
      { value: fc.jsonValue(), comment: fc.jsonValue(), state: fc.jsonValue() },
      { requiredKeys: [] },
    ),
  );
  const known = new Set(['value', 'state', 'reason', 'reasonText', 'comment', 'evidence', 'target']);
  fc.assert(
    fc.property(fc.dictionary(names, value), (answers) => {
      const checked = checker.checkSubmission(answers, context);
      if (!checked.ok) return;
      for (const answer of Object.values(checked.answers)) {
        for (const key of Object.keys(answer)) expect(known.has(key)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(({} as Json).value).toBeUndefined();
});

it('counts what is answered of the questions an office is asked', () => {
  const whole = planOf(builtIn());
  const first = Object.fromEntries(['d1_1', 'd1_2', 'd1_3'].map((name) => [name, { value: 2 }]));
  expect(answeredShare(whole, first, [])).toBeCloseTo(3 / 30);
  expect(
    answeredShare(whole, { ...first, d1_4: { state: 'dk' }, d1_5: { comment: 'x' } }, ['bildung']),
  ).toBeCloseTo(4 / 34);
});
