import { SurveyModel } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { declareMaturityProperties } from '../../surveys/definition/maturity-properties.ts';
import type { ElementPlan, Plan, QuestionPlan } from '../../surveys/plan/plan.ts';
import { questionsOf } from '../../surveys/plan/questions.ts';
import { visibleQuestions } from '../../surveys/plan/visible.ts';
import { item, planOf, questionnaireOf } from './build-questionnaire.ts';

// biome-ignore lint/suspicious/noExplicitAny: SurveyJS JSON of any shape
type Json = any;

function asked(plan: Plan, name: string): QuestionPlan {
  const found = questionsOf(plan).find((question) => question.name === name);
  if (!found) throw new Error(`no question ${name}`);
  return found;
}

/** Points of the choices of one question, in order. */
function points(question: Json, maturity: Json = {}): readonly (number | null)[] {
  const found = asked(
    planOf(questionnaireOf([{ name: 'q', ...question }], { maturity: withOne(maturity) })),
    'q',
  );
  if (found.type !== 'radiogroup' && found.type !== 'rating') throw new Error(found.type);
  return found.choices.map(({ score }) => score);
}

function withOne(maturity: Json): Json {
  return { dimensions: [{ id: 'd1', title: 'Eins', field: 'verwaltung' }], ...maturity };
}

describe('a rating', () => {
  it('asks 1 to 5 unless it says otherwise, and scores on its own bounds', () => {
    expect(points({ type: 'rating' })).toEqual([0, 25, 50, 75, 100]);
    expect(points({ type: 'rating', reverse: true })).toEqual([100, 75, 50, 25, 0]);
    expect(points({ type: 'rating', rateMin: 0, rateMax: 10, rateStep: 5 })).toEqual([0, 50, 100]);
    expect(points({ type: 'rating', rateMin: -2, rateMax: 2, rateStep: 2 })).toEqual([0, 50, 100]);
    expect(points({ type: 'rating', rateMax: 3, scale: { min: 1, max: 5 } })).toEqual([0, 25, 50]);
  });

  it('scores listed values between the lowest and the highest', () => {
    expect(points({ type: 'rating', rateValues: [1, 2, 4, 9] })).toEqual([0, 12.5, 37.5, 100]);
    expect(points({ type: 'rating', rateValues: [3, 2, 1] })).toEqual([100, 50, 0]);
    const worded = [
      { value: 'nie', score: 0 },
      { value: 'oft', score: 3 },
    ];
    expect(points({ type: 'rating', rateValues: worded, scale: { min: 0, max: 4 } })).toEqual([0, 75]);
  });

  it('writes what the ends mean beside their numbers', () => {
    const ends = { minRateDescription: { de: 'gar nicht', en: 'not at all' }, maxRateDescription: 'voll' };
    const plan = planOf(questionnaireOf([{ type: 'rating', name: 'r', rateMax: 3, ...ends }]));
    expect(asked(plan, 'r')).toMatchObject({
      type: 'rating',
      target: true,
      choices: [
        { value: 1, text: { de: '1 – gar nicht', en: '1 – not at all' } },
        { value: 2, text: { de: '2', en: '2' } },
        { value: 3, text: { de: '3 – voll', en: '3 – voll' } },
      ],
    });
  });

  it('may stand in a repeated group, unscored', () => {
    const rows = { type: 'paneldynamic', name: 'rows', templateElements: [{ type: 'rating', name: 'r' }] };
    expect(asked(planOf(questionnaireOf([rows])), 'rows')).toMatchObject({
      questions: [{ type: 'rating', dimension: null, choices: [{ score: null }, {}, {}, {}, {}] }],
    });
  });
});

describe('a checkbox', () => {
  it('keeps weights, "none of these" and whether it is turned around', () => {
    const question = {
      type: 'checkbox',
      name: 'c',
      reverse: true,
      showNoneItem: true,
      noneText: { de: 'nichts', en: 'nothing' },
      choices: [{ value: 'a', weight: 2, text: 'A' }, 'b', { value: 7, weight: 0.5 }],
    };
    const plan = planOf(questionnaireOf([question]));
    expect(asked(plan, 'c')).toMatchObject({
      type: 'checkbox',
      dimension: 'd1',
      reverse: true,
      target: false,
      none: { value: 'none', text: { de: 'nichts', en: 'nothing' } },
      choices: [
        { value: 'a', weight: 2, text: { de: 'A', en: 'A' } },
        { value: 'b', weight: 1, text: { de: 'b', en: 'b' } },
        { value: 7, weight: 0.5, text: { de: '7', en: '7' } },
      ],
    });
    expect(plan.maturity.dimensions[0]?.items).toEqual(['c']);
  });

  it('has no "none of these" unless it is shown', () => {
    expect(
      asked(planOf(questionnaireOf([{ type: 'checkbox', name: 'c', choices: [1] }])), 'c'),
    ).toMatchObject({
      none: null,
      reverse: false,
    });
  });
});

const matrix = {
  type: 'matrix',
  name: 'm',
  title: { de: 'Wie gut …?', en: 'How well …?' },
  weight: 2,
  notApplicable: true,
  columns: [{ value: 0, text: { de: 'nie', en: 'never' } }, 2, { value: 4, text: 'immer' }],
  rows: ['r1', { value: 'r-2', text: { de: 'Zwei', en: 'Two' } }],
};

describe('a matrix', () => {
  it('is a panel with one question a row, named after matrix and row', () => {
    const plan = planOf(questionnaireOf([matrix, item('a')]));
    const panel = plan.pages[0]?.elements[0] as ElementPlan;
    const row = {
      type: 'radiogroup',
      dimension: 'd1',
      weight: 2,
      notApplicable: true,
      required: false,
      target: true,
    };
    expect(panel).toMatchObject({
      type: 'panel',
      matrix: true,
      name: 'm',
      title: matrix.title,
      elements: [
        { ...row, name: 'm.r1', title: { de: 'r1', en: 'r1' } },
        { ...row, name: 'm.r-2', title: { de: 'Zwei', en: 'Two' } },
      ],
    });
    expect(asked(plan, 'm.r-2')).toMatchObject({
      choices: [
        { value: 0, text: { de: 'nie', en: 'never' }, score: 0 },
        { value: 2, text: { de: '2', en: '2' }, score: 50 },
        { value: 4, text: { de: 'immer', en: 'immer' }, score: 100 },
      ],
    });
    expect(plan.maturity.dimensions[0]?.items).toEqual(['m.r1', 'm.r-2', 'a']);
  });

  it.each(['eachRowRequired', 'isAllRowRequired'])('makes every row required with %s', (key) => {
    const plan = planOf(questionnaireOf([{ ...matrix, [key]: true }]));
    expect(questionsOf(plan).map(({ required }) => required)).toEqual([true, true]);
  });

  it('scores on its own scale, turned around if it says so, in its own dimension', () => {
    const dimensions = ['d1', 'd2'].map((id) => ({ id, title: id, field: 'verwaltung' }));
    const own = { ...matrix, columns: [1, 2, 3], scale: { min: 1, max: 3 }, reverse: true, dimension: 'd2' };
    const plan = planOf(questionnaireOf([own], { maturity: { dimensions } }));
    expect(asked(plan, 'm.r1')).toMatchObject({
      dimension: 'd2',
      choices: [{ score: 100 }, { score: 50 }, { score: 0 }],
    });
    expect(plan.maturity.dimensions.map(({ items }) => items)).toEqual([[], ['m.r1', 'm.r-2']]);
  });

  it('is asked or not as a whole, and its rows may decide about other questions', () => {
    const plan = planOf(
      questionnaireOf([
        item('a'),
        { ...matrix, visibleIf: '{a} > 1' },
        item('b', { visibleIf: '{m.r-2} = 4' }),
      ]),
    );
    const seen = (values: Record<string, number>) =>
      visibleQuestions(
        plan,
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])),
        [],
      );
    expect(seen({ 'm.r-2': 4 })).toEqual(['a']);
    expect(seen({ a: 2, 'm.r-2': 0 })).toEqual(['a', 'm.r1', 'm.r-2']);
    expect(seen({ a: 2, 'm.r-2': 4 })).toEqual(['a', 'm.r1', 'm.r-2', 'b']);
  });
});

describe('a questionnaire on any scale', () => {
  it('scores 1 to 7 and names the secured levels itself', () => {
    const maturity = withOne({ scale: { min: 1, max: 7 } });
    const plan = planOf(questionnaireOf([item('a', { choices: [1, 4, 7] })], { maturity }));
    expect(asked(plan, 'a')).toMatchObject({ choices: [{ score: 0 }, { score: 50 }, { score: 100 }] });
    expect(plan.maturity.securedLevels.map(({ de }) => de)).toEqual([
      'nicht gesichert',
      ...[1, 2, 3, 4, 5, 6].map((level) => `Stufe ${level} gesichert`),
    ]);
    expect(plan.maturity.levels.map(({ from }) => from)).toEqual([0, 12.5, 37.5, 62.5, 87.5]);
  });

  it.each<[string, Json, Json, readonly number[]]>([
    ['-2 to 2', { choices: [-2, 0, 1] }, { scale: { min: -2, max: 2 } }, [0, 50, 75]],
    ['0.5 to 2.5', { choices: [0.5, 1, 2.5] }, { scale: { min: 0.5, max: 2.5 } }, [0, 25, 100]],
    ['an item on 0 to 2.5', { choices: [0, 1, 2.5], scale: { min: 0, max: 2.5 } }, {}, [0, 40, 100]],
    ['an item on 0 to 100', { choices: [0, 37.5, 100], scale: { min: 0, max: 100 } }, {}, [0, 37.5, 100]],
    [
      'words with scores',
      {
        choices: [
          { value: 'nein', score: 0 },
          { value: 'ja', score: 3 },
        ],
      },
      {},
      [0, 75],
    ],
  ])('%s', (_title, more, maturity, scores) => {
    expect(points({ type: 'radiogroup', ...more }, maturity)).toEqual(scores);
  });

  it('takes points for any numbers, falling ones too, and asks for numbers between them', () => {
    const days = [
      [-3.5, 100],
      [0, 62.5],
      [1e6, 0],
    ];
    const text = { type: 'text', inputType: 'number', name: 'n', points: days, reverse: true };
    expect(asked(planOf(questionnaireOf([text])), 'n')).toMatchObject({
      min: -3.5,
      max: 1e6,
      points: [
        [-3.5, 0],
        [0, 37.5],
        [1e6, 100],
      ],
    });
  });

  it('carries the published reliability of a dimension', () => {
    const one = { id: 'd1', title: 'Eins', field: 'verwaltung' };
    const plan = planOf(questionnaireOf([], { maturity: { dimensions: [{ ...one, reliability: 0.82 }] } }));
    expect(plan.maturity.dimensions[0]?.reliability).toBe(0.82);
    expect(planOf(questionnaireOf([])).maturity.dimensions[0]).not.toHaveProperty('reliability');
  });
});

it('opens with every question type in SurveyJS and keeps its scoring when saved there', () => {
  declareMaturityProperties();
  const own = { min: 0, max: 9 };
  const json = questionnaireOf([
    { type: 'rating', name: 'r', reverse: true, scale: own },
    { type: 'rating', name: 'r7', rateMin: 0, rateMax: 7, maxRateDescription: { de: 'viel', en: 'much' } },
    { type: 'rating', name: 'rv', rateValues: [1, { value: 'x', score: 8 }], scale: own },
    { type: 'checkbox', name: 'c', showNoneItem: true, choices: [{ value: 'a', weight: 2 }, 'b'] },
    { ...matrix, scale: own, columns: [1, { value: 'x', score: 3 }], isAllRowRequired: true },
  ]);
  const survey = new SurveyModel(json);
  expect(survey.jsonErrors ?? []).toEqual([]);
  expect(planOf(survey.toJSON())).toEqual(planOf(json));
});

it('is plain data with every question type, so that it can travel to a browser', () => {
  const plan = planOf(questionnaireOf([matrix, { type: 'checkbox', name: 'c', choices: ['a'] }]));
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});
