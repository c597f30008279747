import { describe, expect, it } from 'vitest';
import { readDefinition } from '../../surveys/definition/read-definition.ts';
import { item, questionnaireOf } from './build-questionnaire.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests build broken questionnaires on purpose
type Json = any;

const rating = { type: 'rating', name: 'q' };
const checkbox = { type: 'checkbox', name: 'q', choices: ['a', 'b'] };
const matrix = { type: 'matrix', name: 'q', columns: [0, 1], rows: ['r1', 'r2'] };

/** The first problem of a questionnaire with this one question; pointers from the question on. */
function refusal(question: Json) {
  const read = readDefinition(questionnaireOf([question]));
  if (read.ok) throw new Error('accepted');
  const [problem] = read.problems;
  for (const { detail } of read.problems) {
    expect(detail.de).not.toBe('');
    expect(detail.en).not.toBe(detail.de);
  }
  return { ...problem, pointer: problem?.pointer.replace('/pages/0/elements/0', '') };
}

describe('a rating that cannot be asked or scored is refused', () => {
  it.each<[string, Json, string, string]>([
    ['upside down', { rateMin: 5, rateMax: 1 }, '/rateMax', '5 bis 1'],
    ['of one value', { rateMin: 5 }, '/rateMin', '5 bis 5'],
    ['that misses its end', { rateMax: 6, rateStep: 2 }, '/rateStep', 'Schritten von 2'],
    ['of more values than SurveyJS makes', { rateMin: 0, rateMax: 20 }, '/rateMax', 'höchstens 20'],
    ['in broken steps', { rateStep: 0.5 }, '/rateStep', '0.5'],
    ['on broken bounds', { rateMin: 0.5 }, '/rateMin', '0.5'],
    ['with values and bounds', { rateValues: [1, 2], rateMax: 2 }, '/rateMax', 'nicht beides'],
    ['with another count than its values', { rateCount: 7 }, '/rateCount', 'erwartet 5, gefunden 7'],
    ['that denies its values', { rateValues: [1, 2], autoGenerate: true }, '/autoGenerate', 'erwartet false'],
    ['with a value twice', { rateValues: [1, '1'] }, '/rateValues/1/value', 'doppelt'],
    ['of words without a scale', { rateValues: ['a', 'b'] }, '/rateValues/0', 'keine Skala'],
    ['of words beside a level', { rateValues: [1, 2, 'b'] }, '/rateValues/2', '1 bis 2'],
    ['off its scale', { rateValues: [1, 9], scale: { min: 0, max: 4 } }, '/rateValues/1', '0 bis 4'],
    ['with bounds off its scale', { scale: { min: 1, max: 3 } }, '/scale', '1 bis 3'],
    ['on a scale upside down', { scale: { min: 4, max: 0 } }, '/scale', 'Skala'],
    ['of weight 0', { weight: 0 }, '/weight', '0'],
    ['of stars', { rateType: 'stars' }, '/rateType', 'rateType'],
  ])('%s', (_title, more, pointer, named) => {
    const problem = refusal({ ...rating, ...more });
    expect(problem.pointer).toBe(pointer);
    expect(problem.detail?.de).toContain(named);
  });

  it('inside a repeated group too', () => {
    const rows = { type: 'paneldynamic', name: 'rows', templateElements: [{ ...rating, rateMax: 1 }] };
    expect(refusal(rows).pointer).toBe('/templateElements/0/rateMax');
  });
});

describe('a checkbox that cannot be asked or scored is refused', () => {
  it.each<[string, Json, string, string]>([
    ['with a weight of 0', { choices: [{ value: 'a', weight: 0 }] }, '/choices/0/weight', '0'],
    ['with a negative weight', { choices: ['b', { value: 'a', weight: -1 }] }, '/choices/1/weight', '-1'],
    ['with a weight above 1,000', { choices: [{ value: 'a', weight: 1_001 }] }, '/choices/0/weight', '1000'],
    ['with a weight in words', { choices: [{ value: 'a', weight: '2' }] }, '/choices/0/weight', '2'],
    ['with a score', { choices: [{ value: 'a', score: 2 }] }, '/choices/0/score', 'score'],
    ['with a choice twice', { choices: ['a', { value: ' A ' }] }, '/choices/1/value', 'doppelt'],
    ['with a number twice', { choices: [3, '3.0'] }, '/choices/1/value', 'doppelt'],
    ['with a choice "none" of its own', { choices: ['a', 'None'] }, '/choices/1/value', 'showNoneItem'],
    ['without choices', { choices: [] }, '/choices', '1'],
    ['with a scale', { scale: { min: 0, max: 4 } }, '/scale', 'scale'],
    ['with another item', { showOtherItem: true }, '/showOtherItem', 'showOtherItem'],
    ['that selects all', { showSelectAllItem: true }, '/showSelectAllItem', 'showSelectAllItem'],
    ['with a maximum', { maxSelectedChoices: 1 }, '/maxSelectedChoices', 'maxSelectedChoices'],
    [
      'with exclusive choices',
      { choices: [{ value: 'a', isExclusive: true }] },
      '/choices/0/isExclusive',
      'isExcl',
    ],
    ['in an unknown dimension', { dimension: 'dx' }, '', 'dx'],
  ])('%s', (_title, more, pointer, named) => {
    const problem = refusal({ ...checkbox, ...more });
    expect(problem.pointer).toBe(pointer);
    expect(problem.detail?.de).toContain(named);
  });
});

describe('a matrix that cannot be asked or scored is refused', () => {
  it.each<[string, Json, string, string]>([
    ['with a row twice', { rows: ['a', { value: 'A' }] }, '/rows/1/value', 'doppelt'],
    ['with a column twice', { columns: [1, { value: '1' }] }, '/columns/1/value', 'doppelt'],
    ['with a column off the scale', { columns: [0, 5] }, '/columns/1', '0 bis 4'],
    ['with a column off its own scale', { scale: { min: 1, max: 3 } }, '/columns/0', '1 bis 3'],
    ['with a column in words', { columns: [0, 'viel'] }, '/columns/1', 'viel'],
    ['with a number as a row', { rows: [1] }, '/rows/0', '1'],
    ['with a dotted row', { rows: ['a.b'] }, '/rows/0', 'Name'],
    ['with a row without a name', { rows: [{ text: 'x' }] }, '/rows/0/value', 'string'],
    [
      'with a condition on a row',
      { rows: [{ value: 'a', visibleIf: '{q} notempty' }] },
      '/rows/0/visibleIf',
      'visibleIf',
    ],
    ['without rows', { rows: [] }, '/rows', '1'],
    ['without columns', { columns: [] }, '/columns', '1'],
    ['required as a whole', { isRequired: true }, '/isRequired', 'eachRowRequired'],
    ['required twice', { eachRowRequired: true, isAllRowRequired: false }, '/isAllRowRequired', 'nur eines'],
    ['required on a condition', { requiredIf: '{q.r1} = 1' }, '/requiredIf', 'requiredIf'],
    ['with check boxes', { cellType: 'checkbox' }, '/cellType', 'cellType'],
    ['with texts per cell', { cells: {} }, '/cells', 'cells'],
    ['with unique rows', { eachRowUnique: true }, '/eachRowUnique', 'eachRowUnique'],
    ['of weight −1', { weight: -1 }, '/weight', '-1'],
    ['in an unknown dimension', { dimension: 'dx' }, '', 'dx'],
  ])('%s', (_title, more, pointer, named) => {
    const problem = refusal({ ...matrix, ...more });
    expect(problem.pointer).toBe(pointer);
    expect(problem.detail?.de).toContain(named);
  });

  it.each([
    ...['value', 'state', 'reason', 'reasonText', 'comment', 'target', 'evidence'],
    ...['State', '__proto__', 'constructor', 'toString', 'id', 'x-Comment'],
  ])('with a row named like something else: %s', (name) => {
    expect(refusal({ ...matrix, rows: ['r1', name] }).pointer).toMatch(/^\/rows\/1/);
    expect(refusal({ ...matrix, rows: [{ value: name, text: 'x' }] }).pointer).toMatch(/^\/rows\/0/);
  });

  it('named like another question or a method', () => {
    const twice = readDefinition(questionnaireOf([item('a'), { ...matrix, name: 'A' }]));
    expect(!twice.ok && twice.problems.map(({ pointer }) => pointer)).toEqual(['/pages/0/elements/1/name']);
    expect(refusal({ ...matrix, name: 'constructor' }).pointer).toBe('/name');
  });

  it('once for all its rows, not once a row', () => {
    const read = readDefinition(questionnaireOf([{ ...matrix, columns: [0, 9], dimension: 'dx' }]));
    expect(!read.ok && read.problems.map(({ pointer }) => pointer)).toEqual([
      '/pages/0/elements/0',
      '/pages/0/elements/0/columns/1',
    ]);
  });

  it('whose visibility hangs on its own rows', () => {
    const problem = refusal({ ...matrix, visibleIf: '{q.r1} = 1' });
    expect(problem.pointer).toBe('/visibleIf');
    expect(problem.detail?.de).toContain('im Kreis');
  });
});

describe('T24 a matrix stays within bounds', () => {
  const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);

  it('counts every row as a question', () => {
    const elements = Array.from({ length: 4 }, (_, index) => ({
      ...matrix,
      name: `m${index}`,
      rows: rowsOf(300),
    }));
    const read = readDefinition(questionnaireOf(elements));
    expect(!read.ok && read.problems[0]?.detail.en).toBe('At most 1000 questions, found: 1200.');
    expect(readDefinition(questionnaireOf(elements.slice(0, 3))).ok).toBe(true);
    expect(refusal({ ...matrix, rows: rowsOf(301) }).pointer).toBe('/rows');
  });

  it('does not let a small file grow by repeating long columns in every row', () => {
    const columns = Array.from({ length: 100 }, (_, value) => ({ value, text: 'x'.repeat(1_000) }));
    const wide = { ...matrix, rows: rowsOf(300), columns, scale: { min: 0, max: 100 } };
    expect(refusal(wide)).toMatchObject({ pointer: '', detail: { en: expect.stringContaining('too big') } });
  });
});

describe('in a repeated group', () => {
  it.each([checkbox, matrix])('$type is refused by name', (question) => {
    const problem = refusal({ type: 'paneldynamic', name: 'rows', templateElements: [question] });
    expect(problem).toMatchObject({
      pointer: '/templateElements/0/type',
      allowed: ['radiogroup', 'rating', 'boolean', 'text', 'comment'],
    });
    expect(problem.detail?.de).toContain(question.type);
  });
});

describe('numbers with points', () => {
  const text = {
    type: 'text',
    name: 'q',
    inputType: 'number',
    points: [
      [0, 0],
      [10, 100],
    ],
  };

  it.each<[Json, string]>([
    [{ min: -1 }, '/min'],
    [{ max: 11 }, '/max'],
    [{ points: [[0, 0]] }, '/points'],
    [
      {
        points: [
          [1, 0],
          [1, 100],
        ],
      },
      '/points',
    ],
    [
      {
        points: [
          [0, 0],
          [1, 101],
        ],
      },
      '/points/1/1',
    ],
    [{ inputType: 'text' }, '/points'],
  ])('%j is refused', (more, pointer) => {
    expect(refusal({ ...text, ...more }).pointer).toBe(pointer);
  });
});

it.each([
  { min: 0, max: 21 },
  { min: 0, max: 1.5 },
  { min: 2, max: 2 },
])('a scale of the whole questionnaire like %j is refused', (scale) => {
  const dimensions = [{ id: 'd1', title: 'x', field: 'verwaltung' }];
  const read = readDefinition(questionnaireOf([], { maturity: { dimensions, scale } }));
  expect(!read.ok && read.problems[0]?.pointer).toBe('/maturity/scale');
});

it.each([0, 1, -0.5, '0.8'])('a reliability of %j is refused', (reliability) => {
  const dimensions = [{ id: 'd1', title: 'x', field: 'verwaltung', reliability }];
  const read = readDefinition(questionnaireOf([], { maturity: { dimensions } }));
  expect(!read.ok && read.problems[0]?.pointer).toBe('/maturity/dimensions/0/reliability');
});
