import { expect, it } from 'vitest';
import { createChecker } from '../../surveys/answers/checker.ts';
import { createScorer } from '../../surveys/scoring/2026.1/scorer.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

const context = { tags: [] };
const maturity = {
  scale: { min: 1, max: 7 },
  dimensions: [{ id: 'd1', title: 'Eins', field: 'verwaltung' }],
};
const choices = [{ value: 'a', weight: 2 }, 'b', 'c'];
const worded = [
  { value: 'nein', score: 1 },
  { value: 'ja', score: 2.5 },
];
const points = [
  [-10, 0],
  [10, 80],
  [1_000, 100],
];
const plan = planOf(
  questionnaireOf(
    [
      item('seven', { choices: [1, 2, 3, 4, 5, 6, 7] }),
      item('words', { choices: worded, scale: { min: 1, max: 3.5 } }),
      { type: 'rating', name: 'turned', reverse: true },
      { type: 'rating', name: 'below', rateMin: -3, rateMax: 1, rateStep: 2 },
      { type: 'boolean', name: 'yes' },
      { type: 'checkbox', name: 'ticks', choices, showNoneItem: true },
      { type: 'checkbox', name: 'faults', choices, showNoneItem: true, reverse: true },
      { type: 'text', inputType: 'number', name: 'number', points },
      {
        type: 'matrix',
        name: 'm',
        columns: [0, 0.5, 2],
        rows: ['r1', 'r2'],
        scale: { min: 0, max: 2 },
        dontKnow: true,
      },
    ],
    { maturity },
  ),
);
const checker = createChecker(plan);
const scorer = createScorer(plan);

function itemScores(answers: unknown) {
  const checked = checker.checkFile(answers, context);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return scorer.scoreResponse(checked.answers, context).dimensions['d1']?.items;
}

it('scores every type of question on its own scale, from the file to the item', () => {
  const answers = {
    seven: 4,
    words: 'ja',
    turned: 2,
    below: -1,
    yes: true,
    ticks: ['c', 'a'],
    faults: ['b'],
    number: 0,
    m: { r1: 0.5, r2: { state: 'dk', comment: 'frage nach' } },
  };
  expect(itemScores(answers)).toEqual({
    seven: 50,
    words: 60,
    turned: 75,
    below: 50,
    yes: 100,
    ticks: 75,
    faults: 75,
    number: 40,
    'm.r1': 25,
    'm.r2': null,
  });
});

it('scores "none of these" and counts nothing ticked as missing', () => {
  expect(itemScores({ ticks: ['none'], faults: ['none'] })).toMatchObject({ ticks: 0, faults: 100 });
  expect(itemScores({ ticks: [], faults: [] })).toMatchObject({ ticks: null, faults: null });
});

it.each<[string, unknown, string]>([
  ['seven', 8, '/seven'],
  ['seven', 4.5, '/seven'],
  ['turned', 0, '/turned'],
  ['number', 1_001, '/number'],
  ['number', -10.1, '/number'],
  ['m', { r1: 1 }, '/m.r1'],
])('rejects and never clamps what lies outside: %s = %j', (name, value, pointer) => {
  const checked = checker.checkFile({ [name]: value }, context);
  expect(!checked.ok && checked.problems.map((problem) => problem.pointer)).toEqual([pointer]);
});
