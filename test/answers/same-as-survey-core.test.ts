import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerProblem, Answers } from '../../surveys/answers/answer.ts';
import { createChecker } from '../../surveys/answers/checker.ts';
import { visibleQuestions } from '../../surveys/plan/visible.ts';
import { planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { askSurveyCore, surveyData } from './survey-core-oracle.ts';

// biome-ignore lint/suspicious/noExplicitAny: SurveyJS JSON and answers of any shape
type Json = any;

const kinds = {
  numbers: { type: 'radiogroup', choices: [0, 1, 2, 3, 4] },
  words: { type: 'radiogroup', choices: ['ja', 'nein', 'Teils'] },
  boolean: { type: 'boolean' },
  text: { type: 'text' },
  comment: { type: 'comment' },
  number: { type: 'text', inputType: 'number', min: -5, max: 50 },
  date: { type: 'text', inputType: 'date' },
  email: { type: 'text', inputType: 'email' },
  rating: { type: 'rating', rateMin: -1, rateMax: 3, rateStep: 2 },
  listed: { type: 'rating', rateValues: [2, { value: 'ja', text: 'Ja' }] },
  checkbox: { type: 'checkbox', choices: ['a', { value: 'B', weight: 2 }, 3], showNoneItem: true },
  matrix: { type: 'matrix', columns: [1, 2.5, 'x'], rows: ['r1', { value: 'r/2', text: 'Zwei' }] },
} as const;
type Kind = keyof typeof kinds;
const allKinds = Object.keys(kinds) as Kind[];
const kindOfRow = fc.constantFrom(...allKinds.filter((of) => of !== 'checkbox' && of !== 'matrix'));
const kind = fc.constantFrom(...allKinds);

const literals: Record<Kind, readonly string[]> = {
  numbers: ['0', '3', "'2'"],
  words: ["'ja'", "'teils'"],
  boolean: ['true', 'false'],
  text: ["'ja'", "'Straße'"],
  comment: ["'ja'"],
  number: ['7', '0', '-2.5'],
  date: ["'2026-05-01'"],
  email: ["'a@b.de'"],
  rating: ['-1', "'3'"],
  listed: ['2', "'JA'"],
  checkbox: ["'a'", "'b'", '3', "'none'"],
  matrix: ['1', "'2.5'", "'X'"],
};
const ordered: readonly Kind[] = ['numbers', 'number', 'date', 'rating'];

const values: Record<Kind, fc.Arbitrary<Json>> = {
  numbers: fc.constantFrom(0, 1, 2, 3, 4),
  words: fc.constantFrom('ja', 'nein', 'Teils'),
  boolean: fc.boolean(),
  text: fc.constantFrom('ja', ' JA ', 'nein', "'ja'", '  ', 'Straße', 'x'),
  comment: fc.constantFrom('ja', 'Zeile\nZeile'),
  number: fc.constantFrom(-5, -2.5, 0, 7, 7.5, 50),
  date: fc.constantFrom('2026-05-01', '2025-12-31', '2027-01-01'),
  email: fc.constantFrom('a@b.de', 'amt.40@stadt.example.org'),
  rating: fc.constantFrom(-1, 1, 3),
  listed: fc.constantFrom(2, 'ja'),
  checkbox: fc.oneof(fc.constant(['none']), fc.shuffledSubarray(['a', 'B', 3], { minLength: 1 })),
  matrix: fc.record(
    { r1: fc.constantFrom(1, 2.5, 'x'), 'r/2': fc.constantFrom(1, 2.5, 'x') },
    { requiredKeys: [] },
  ),
};

const operators = (of: Kind): readonly string[] =>
  of === 'checkbox' ? ['contains'] : ['=', '<>', ...(ordered.includes(of) ? ['<', '>'] : [])];

function comparison(asked: string, of: Kind): fc.Arbitrary<string> {
  const name = of === 'matrix' ? `${asked}.r/2` : asked;
  const compare = fc
    .tuple(fc.constantFrom(...operators(of)), fc.constantFrom(...literals[of]))
    .filter(([op, literal]) => !(op === '<' || op === '>') || of === 'date' || !literal.includes("'"))
    .map(([op, literal]) => `{${name}} ${op} ${literal}`);
  return fc.oneof(compare, fc.constantFrom(`{${name}} empty`, `{${name}} notempty`));
}

function condition(earlier: readonly { name: string; of: Kind }[]): fc.Arbitrary<string | undefined> {
  if (earlier.length === 0) return fc.constant(undefined);
  const term = fc.constantFrom(...earlier).chain(({ name, of }) => comparison(name, of));
  const joined = fc
    .tuple(term, fc.constantFrom('and', 'or'), term, term)
    .map(([a, op, b, c]) => `(${a} ${op} ${b}) or ${c}`);
  return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: term }, joined);
}

interface Asked {
  readonly name: string;
  readonly of: Kind;
  readonly json: Json;
}

function questions(
  prefix: string,
  count: number,
  before: readonly { name: string; of: Kind }[],
): fc.Arbitrary<Asked[]> {
  if (count === 0) return fc.constant([]);
  return questions(prefix, count - 1, before).chain((earlier) => {
    const name = `q${count}`;
    const known = [...before, ...earlier.map((entry) => ({ name: `${prefix}${entry.name}`, of: entry.of }))];
    return fc
      .record({
        of: prefix === '' ? kind : kindOfRow,
        isRequired: fc.boolean(),
        visibleIf: condition(known),
        requiredIf: condition(known),
      })
      .map(({ of, ...more }) => [...earlier, { name, of, json: questionOf(of, name, more) }]);
  });
}

function questionOf(of: Kind, name: string, { isRequired, requiredIf, visibleIf }: Json): Json {
  const required = of === 'matrix' ? { eachRowRequired: isRequired } : { isRequired, requiredIf };
  return clean({ ...kinds[of], name, visibleIf, ...required });
}

function clean(json: Json): Json {
  return JSON.parse(JSON.stringify(json));
}

interface Survey {
  readonly json: Json;
  readonly asked: readonly Asked[];
  readonly rows: readonly Asked[];
}

const survey: fc.Arbitrary<Survey> = questions('', 5, []).chain((asked) =>
  questions('panel.', 3, asked).chain((rows) =>
    fc
      .record({ panelIf: condition(asked.slice(0, 3)), rowsRequired: fc.boolean() })
      .map(({ panelIf, rowsRequired }) => ({
        asked,
        rows,
        json: build(asked, rows, { panelIf, rowsRequired }),
      })),
  ),
);

function build(
  asked: readonly Asked[],
  rows: readonly Asked[],
  more: { panelIf: string | undefined; rowsRequired: boolean },
) {
  const panel = clean({
    type: 'panel',
    name: 'group',
    visibleIf: more.panelIf,
    elements: asked.slice(3).map(({ json }) => json),
  });
  const dynamic = {
    type: 'paneldynamic',
    name: 'rows',
    isRequired: more.rowsRequired,
    maxPanelCount: 5,
    templateElements: rows.map(({ json }) => json),
  };
  const elements = [...asked.slice(0, 3).map(({ json }) => json), panel, dynamic];
  return questionnaireOf([], { pages: [{ name: 'p1', elements }] });
}

function answersTo({ asked, rows }: Survey): fc.Arbitrary<Record<string, Json>> {
  const row = fc.record(Object.fromEntries(rows.map(({ name, of }) => [name, values[of]])), {
    requiredKeys: [],
  });
  const own = Object.fromEntries(asked.map(({ name, of }) => [name, values[of]]));
  return fc
    .record({ ...own, rows: fc.array(row, { maxLength: 3 }) }, { requiredKeys: [] })
    .map(({ rows: list, ...rest }) => ({
      ...rest,
      ...(list && list.length > 0
        ? { rows: list.map((entry: Json, id: number) => ({ id: `r${id}`, ...entry })) }
        : {}),
    }));
}

const surveyWithAnswers = survey.chain((one) => answersTo(one).map((answers) => ({ ...one, answers })));

function longForm(answers: Record<string, Json>): Answers {
  const isMatrix = (value: Json) => typeof value === 'object' && !Array.isArray(value);
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      isMatrix(value)
        ? Object.entries(value).map(([row, level]) => [`${name}.${row}`, { value: level }])
        : [[name, { value }]],
    ),
  );
}

function missedAt({ pointer }: AnswerProblem): string {
  return pointer.slice(1).replaceAll('~1', '/');
}

/** survey-core counts a matrix as one question. */
function asQuestions(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.split('.')[0] ?? name))];
}

describe('what Pegel says about answers is what survey-core says', () => {
  it('asks the same questions, misses the same answers, keeps the same data', () => {
    fc.assert(
      fc.property(surveyWithAnswers, ({ json, answers }) => {
        const plan = planOf(json);
        const oracle = askSurveyCore(json, surveyData(longForm(answers)));
        const checked = createChecker(plan).checkSubmission(answers, { tags: [] });
        expect(asQuestions(visibleQuestions(plan, longForm(answers), []))).toEqual(oracle.visible);
        const missing = checked.ok ? [] : checked.problems.filter(({ kind }) => kind === 'required');
        expect(missing.map(missedAt).toSorted()).toEqual(oracle.required.toSorted());
        expect(checked.ok).toBe(oracle.accepts);
        if (checked.ok) expect(surveyData(checked.answers)).toEqual(oracle.data);
      }),
      { numRuns: 60 },
    );
  });

  it('accepts nothing that survey-core refuses or cleans away', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<Json>(5, '3', 'JA', 99, '2026-02-31', 'x@y', 2.5, -1),
      fc.constantFrom<Json>(
        ['a'],
        ['none', 'a'],
        ['B', 'a', 'a'],
        [3, 'zz'],
        [],
        { r1: 1 },
        { r1: 'X', zz: 1 },
        { 'r/2': 9 },
      ),
    );
    fc.assert(
      fc.property(
        survey,
        fc.dictionary(fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5'), anything),
        ({ json }, answers) => {
          const checked = createChecker(planOf(json)).checkSubmission(answers, { tags: [] });
          if (!checked.ok) return;
          const data = surveyData(checked.answers);
          const oracle = askSurveyCore(json, data);
          expect(oracle.accepts).toBe(true);
          expect(oracle.data).toEqual(data);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Where Pegel says no and survey-core says yes: survey-core guards a form, Pegel guards what is kept. */
const ticks = { type: 'checkbox', choices: ['a', 'b', 3], showNoneItem: true };
const grid = { type: 'matrix', columns: [1, 2], rows: ['r1'] };
const pointed = {
  type: 'text',
  inputType: 'number',
  dimension: 'd1',
  points: [
    [0, 0],
    [100, 100],
  ],
};
const stricter: readonly [string, Json, Json, string][] = [
  ['a choice in another type', { type: 'radiogroup', choices: [0, 1] }, '1', 'wrongChoice'],
  [
    'a choice that does not exist (survey-core drops it)',
    { type: 'radiogroup', choices: [0, 1] },
    7,
    'wrongChoice',
  ],
  ['a boolean as a text', { type: 'boolean' }, 'true', 'wrongType'],
  ['a text longer than maxLength', { type: 'text', maxLength: 3 }, 'abcd', 'tooLong'],
  ['a comment longer than 5,000 characters', { type: 'comment' }, 'x'.repeat(5_001), 'tooLong'],
  ['a number as a text', { type: 'text', inputType: 'number' }, '5 ', 'wrongType'],
  ['a text that is a number', { type: 'text' }, 5, 'wrongType'],
  ['a date that does not exist', { type: 'text', inputType: 'date' }, '2026-02-31', 'wrongType'],
  ['an address without http', { type: 'text', inputType: 'url' }, 'java\tscript:alert(1)', 'wrongType'],
  ['a NUL character', { type: 'text' }, 'a\0b', 'wrongType'],
  [
    'a rating between its steps (survey-core drops it)',
    { type: 'rating', rateMin: 0, rateMax: 4, rateStep: 2 },
    1,
    'wrongChoice',
  ],
  ['a rating in another type', { type: 'rating' }, '3', 'wrongChoice'],
  ['the same choice ticked twice', ticks, ['a', 'a'], 'duplicateChoice'],
  ['"none of these" together with others', ticks, ['a', 'none'], 'noneWithOthers'],
  ['a ticked choice that does not exist (survey-core drops it)', ticks, ['a', 'zz'], 'wrongChoice'],
  ['a ticked choice in another type', ticks, ['3'], 'wrongChoice'],
  ['one choice without a list', ticks, 'a', 'wrongType'],
  ['a column that does not exist (survey-core drops it)', grid, { r1: 9 }, 'wrongChoice'],
  ['a column in another type', grid, { r1: '1' }, 'wrongChoice'],
  ['a row that does not exist (survey-core drops it)', grid, { zz: 1 }, 'unknownKey'],
  ['a matrix that is no object', grid, [1], 'wrongType'],
  ['a number outside the points', pointed, 101, 'outOfRange'],
  ['more rows than allowed', rowsOf({ maxPanelCount: 1 }), [{ id: 'a' }, { id: 'b' }], 'tooManyRows'],
  ['fewer rows than demanded', rowsOf({ minPanelCount: 2 }), [{ id: 'a' }], 'tooFewRows'],
  ['an unknown key of a row', rowsOf({}), [{ id: 'a', zz: 1 }], 'unknownKey'],
];

function rowsOf(more: Json): Json {
  return { type: 'paneldynamic', templateElements: [{ type: 'text', name: 't' }], ...more };
}

describe('Pegel is stricter than survey-core only here', () => {
  it.each(stricter)('%s', (_title, question, value, kindOfProblem) => {
    const json = questionnaireOf([], { pages: [{ name: 'p1', elements: [{ name: 'q', ...question }] }] });
    const checked = createChecker(planOf(json)).checkSubmission({ q: value }, { tags: [] });
    expect(!checked.ok && checked.problems.map((problem) => problem.kind)).toEqual([kindOfProblem]);
    expect(askSurveyCore(json, { q: value }).accepts).toBe(true);
  });
});

describe('Pegel keeps what survey-core loses only here', () => {
  it('the level 0 of a matrix, which survey-core 3.1 takes for blank when it cleans', () => {
    const elements = [{ ...grid, name: 'q', columns: [0, 1], eachRowRequired: true }];
    const json = questionnaireOf([], { pages: [{ name: 'p1', elements }] });
    const checked = createChecker(planOf(json)).checkSubmission({ q: { r1: 0 } }, { tags: [] });
    expect(checked).toEqual({ ok: true, answers: { 'q.r1': { value: 0 } } });
    expect(askSurveyCore(json, { q: { r1: 0 } })).toMatchObject({ accepts: false, data: {} });
  });
});
