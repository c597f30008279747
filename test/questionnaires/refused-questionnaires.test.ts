import { describe, expect, it } from 'vitest';
import { readDefinition } from '../../surveys/definition/read-definition.ts';
import { builtIn, item, problemsOf, questionnaireOf } from './build-questionnaire.ts';

function refusalOf(json: unknown) {
  const problems = problemsOf(json);
  expect(problems.length).toBeGreaterThan(0);
  for (const { de, en } of problems) {
    expect(de).not.toBe('');
    expect(en).not.toBe('');
    expect(de).not.toBe(en);
  }
  return problems;
}

describe('a questionnaire with something this version does not know is refused by name', () => {
  it.each([
    'dropdown',
    'tagbox',
    'ranking',
    'imagepicker',
    'multipletext',
    'matrixdropdown',
    'matrixdynamic',
    'file',
    'html',
    'signaturepad',
    'image',
    'expression',
  ])('question type %s', (type) => {
    const [problem] = refusalOf(questionnaireOf([{ type, name: 'a' }]));
    expect(problem).toMatchObject({ pointer: '/pages/0/elements/0/type' });
    expect(problem?.de).toContain(type);
  });

  it('names the types that are allowed', () => {
    const read = readDefinition(questionnaireOf([{ type: 'ranking', name: 'a' }]));
    expect(!read.ok && read.problems[0]?.allowed).toEqual([
      ...[
        'radiogroup',
        'rating',
        'boolean',
        'text',
        'comment',
        'checkbox',
        'paneldynamic',
        'matrix',
        'panel',
      ],
    ]);
  });

  it.each([
    ['T22 choicesByUrl', { choicesByUrl: { url: 'http://127.0.0.1/' } }, 'choicesByUrl'],
    ['T23 validators', { validators: [{ type: 'regex', regex: '(a+)+$' }] }, 'validators'],
    [
      'a default value expression',
      { defaultValueExpression: "iif({a} > 1, 'x', 'y')" },
      'defaultValueExpression',
    ],
    ['choicesMax', { choicesMax: 1_000_000 }, 'choicesMax'],
    ['readOnly', { readOnly: true }, 'readOnly'],
    ['the other item', { showOtherItem: true }, 'showOtherItem'],
  ])('%s', (_title, more, name) => {
    const [problem] = refusalOf(questionnaireOf([item('a', more)]));
    expect(problem?.pointer).toBe(`/pages/0/elements/0/${name}`);
    expect(problem?.en).toContain(name);
  });

  it.each(['triggers', 'cookieName', 'completedHtml', 'logo', 'navigateToUrl', 'calculatedValues'])(
    'survey property %s',
    (key) => {
      expect(refusalOf({ ...questionnaireOf([item('a')]), [key]: 'x' })[0]?.pointer).toBe(`/${key}`);
    },
  );

  it('a language it cannot show', () => {
    const [problem] = refusalOf(questionnaireOf([item('a', { title: { de: 'x', fr: 'y' } })]));
    expect(problem?.pointer).toBe('/pages/0/elements/0/title/fr');
  });
});

describe('T21 dangerous names', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'a.b',
    '$where',
    'a\0b',
    'x'.repeat(10_000),
    '',
    '1a',
    'panel',
  ];

  it.each(names)('as the name of a question: %j', (name) => {
    expect(refusalOf(questionnaireOf([item(name)]))[0]?.pointer).toBe('/pages/0/elements/0/name');
  });

  it.each(names)('as the name of a row question: %j', (name) => {
    const rows = { type: 'paneldynamic', name: 'rows', templateElements: [{ type: 'text', name }] };
    expect(refusalOf(questionnaireOf([rows]))[0]?.pointer).toBe(
      '/pages/0/elements/0/templateElements/0/name',
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('as a key or a language: %s', (key) => {
    const json = JSON.stringify(questionnaireOf([item('a')])).replace(
      '"title"',
      `"${key}":{"polluted":1},"title"`,
    );
    expect(refusalOf(JSON.parse(json))[0]?.pointer).toBe(`/${key}`);
    const text = JSON.stringify(questionnaireOf([item('a')])).replace('"de":', `"${key}":`);
    expect(refusalOf(JSON.parse(text)).length).toBeGreaterThan(0);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(['a.b', '__proto__', 'constructor', 'valueOf', 'index'])('as the id of a dimension: %s', (id) => {
    const maturity = { dimensions: [{ id, title: 'x', field: 'verwaltung' }] };
    const pages = [{ name: 'p1', dimension: id, elements: [item('a')] }];
    expect(refusalOf(questionnaireOf([], { maturity, pages }))[0]?.pointer).toBe('/maturity/dimensions/0/id');
  });

  it.each(['a.b', 'constructor', 'toString'])('as the id of a field: %s', (id) => {
    const maturity = {
      fields: [{ id, title: 'x' }],
      dimensions: [{ id: 'd1', title: 'x', field: id }],
    };
    expect(refusalOf(questionnaireOf([item('a')], { maturity }))[0]?.pointer).toBe('/maturity/fields/0/id');
  });

  it('used twice, also with other case', () => {
    expect(refusalOf(questionnaireOf([item('a'), item('A')]))[0]).toMatchObject({
      pointer: '/pages/0/elements/1/name',
    });
  });
});

describe('T24 oversized questionnaires are refused before anything reads them', () => {
  function nested(depth: number): unknown {
    return depth === 0 ? item('a') : { type: 'panel', name: `p${depth}`, elements: [nested(depth - 1)] };
  }

  it.each<[string, () => unknown]>([
    ['3,000 nested panels', () => questionnaireOf([nested(3_000)])],
    [
      'a condition of 10,000 terms',
      () =>
        questionnaireOf([item('a'), item('b', { visibleIf: Array(10_000).fill('{a} = 1').join(' and ') })]),
    ],
    [
      '5,000 nested brackets',
      () =>
        questionnaireOf([item('a'), item('b', { visibleIf: `${'('.repeat(900)}{a} = 1${')'.repeat(900)}` })]),
    ],
    ['50 MB of text', () => questionnaireOf([item('a', { title: 'x'.repeat(50_000_000) })])],
    ['a million choices', () => questionnaireOf([item('a', { choices: Array(1_000_000).fill(1) })])],
    ['5,000 questions', () => questionnaireOf(Array.from({ length: 5_000 }, (_, i) => item(`q${i}`)))],
  ])('%s', (_title, build) => {
    expect(refusalOf(build())).not.toEqual([]);
  });
});

describe('a maturity model that does not hold together is refused', () => {
  it.each<[string, unknown, string]>([
    [
      'a level outside the scale',
      questionnaireOf([item('a', { choices: [0, 5] })]),
      '/pages/0/elements/0/choices/1',
    ],
    [
      'a choice without a score',
      questionnaireOf([item('a', { choices: [0, 'x'] })]),
      '/pages/0/elements/0/choices/1',
    ],
    ['weight 0', questionnaireOf([item('a', { weight: 0 })]), '/pages/0/elements/0/weight'],
    ['a negative weight', questionnaireOf([item('a', { weight: -1 })]), '/pages/0/elements/0/weight'],
    [
      'the same value twice',
      questionnaireOf([item('a', { choices: [1, '1'] })]),
      '/pages/0/elements/0/choices/1/value',
    ],
    ['an unknown dimension', questionnaireOf([item('a', { dimension: 'dx' })]), '/pages/0/elements/0'],
    [
      'an unknown field',
      questionnaireOf([], { maturity: { dimensions: [{ id: 'd1', title: 'x', field: 'nope' }] } }),
      '/maturity/dimensions/0/field',
    ],
    [
      'bands that do not start at 0',
      questionnaireOf([], { maturity: { levels: [{ from: 5, name: 'x' }] } }),
      '/maturity/levels/0/from',
    ],
    [
      'too few named secured levels',
      questionnaireOf([], { maturity: { securedLevels: [{ name: 'a' }, { name: 'b' }] } }),
      '/maturity/securedLevels',
    ],
    [
      'a scale upside down',
      questionnaireOf([], { maturity: { scale: { min: 4, max: 0 } } }),
      '/maturity/scale',
    ],
    ['an empty title', questionnaireOf([item('a', { title: ' ' })]), '/pages/0/elements/0/title'],
  ])('%s', (_title, json, pointer) => {
    expect(refusalOf(json)[0]?.pointer).toBe(pointer);
  });

  it.each([null, 5, 'x', [], {}])('%j instead of a questionnaire', (json) => {
    refusalOf(json);
  });
});

it('borrows a missing language from the other one', () => {
  const json = builtIn();
  json.pages[0].elements[0].title = { default: 'How?', de: 'Wie?' };
  json.pages[0].elements[1].title = { en: 'Who?' };
  const read = readDefinition(json);
  const titles = read.ok
    ? read.definition.outline.questions.slice(0, 2).map(({ source }) => source.title)
    : [];
  expect(titles).toEqual([
    { de: 'Wie?', en: 'How?' },
    { de: 'Who?', en: 'Who?' },
  ]);
});
