import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { item, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { type Json, pegel, type ScoreFiles, scoreOnFiles } from './pegel-score-files.ts';

const offices = [
  'code;name;parent;headcount;fields',
  'I;Dezernat I;;;',
  '20;Kämmerei;I;25;',
  '10;Hauptamt;I;75;',
  '40;Schulamt;;;BILDUNG',
].join('\n');

const questionnaire = questionnaireOf([], {
  maturity: {
    fields: [
      { id: 'verwaltung', title: 'Verwaltung' },
      { id: 'bildung', title: 'Bildung', onlyTagged: true },
    ],
    dimensions: [
      { id: 'd1', title: 'Eins', field: 'verwaltung' },
      { id: 'd7', title: 'Sieben', field: 'bildung' },
    ],
  },
  pages: [
    { name: 'p1', dimension: 'd1', elements: [1, 2, 3, 4, 5].map((n) => item(`q${n}`)) },
    { name: 'p7', dimension: 'd7', elements: [item('s1'), item('s2')] },
    { name: 'p8', elements: [{ type: 'comment', name: 'word' }] },
  ],
});

const responses: Json = [
  {
    office: '20',
    mode: 'official',
    answers: {
      ...{
        q1: 4,
        q2: { value: 3, comment: 'fast', target: 4, evidence: 'Az 1' },
        q3: { state: 'na', reason: 'elsewhere' },
      },
      ...{ q4: { state: 'dk', comment: 'fragen' }, q5: 1, word: 'ungewertet' },
    },
  },
  { office: '10', mode: 'official', answers: { q1: 3, q2: 3, q3: 3, q4: 3, q5: 2 } },
];

const pegelScore = scoreOnFiles({ questionnaire, offices, responses });

describe('pegel score --json', () => {
  it('prints the scores of offices, divisions and city, offices by code', async () => {
    const { code, out, err } = await pegelScore({}, ['--json']);
    expect([code, err]).toEqual([0, '']);
    const document = JSON.parse(out);
    expect(Object.keys(document)).toEqual([
      ...['rules', 'questionnaire', 'seed', 'generator', 'offices', 'divisions', 'city', 'reliability'],
    ]);
    expect(document.rules).toBe('2026.1');
    expect(document.questionnaire).toEqual({ id: 'trial', version: 1 });
    expect([document.seed, document.generator]).toEqual([1, 'xoroshiro128plus']);
    expect(
      document.offices.map((office: Json) => [office.office, office.n, office.index, office.status]),
    ).toEqual([
      ['10', 1, 70, 'scored'],
      ['20', 1, 66.666667, 'provisional'],
      ['40', 0, null, 'insufficient'],
    ]);
    expect(document.offices[1].dimensions.d1).toEqual({
      ...{
        score: 66.666667,
        low: 50,
        high: 75,
        coverage: 0.75,
        secured: 1,
        strict: null,
        level: 3,
        status: 'provisional',
      },
      items: { q1: 100, q2: 75, q3: null, q4: null, q5: 25 },
      ...{ agreement: null, interval: null },
    });
    expect(document.offices[1].dimensions.d7).toMatchObject({ score: null, status: 'notApplicable' });
    expect(document.divisions.map((division: Json) => [division.office, division.n, division.index])).toEqual(
      [['I', 2, 68.333333]],
    );
    expect(document.city).toMatchObject({
      index: 68.333333,
      byHeadcount: 69.166667,
      offices: 3,
      answered: 2,
      headcountCovered: 1,
    });
    expect(document.offices.map((office: Json) => office.rank)).toEqual([
      { median: 1, p5: 1, p95: 1, tiedWith: [] },
      { median: 2, p5: 2, p95: 2, tiedWith: [] },
      null,
    ]);
    expect(document.city.interval).toEqual([56.106782, 80.559885]);
    expect(document.reliability.d1).toEqual({ alpha: null, icc1: null, icc2: null, offices: 1, items: 5 });
    expect(document.city.dimensions).toEqual({
      d1: { score: 68.333333, offices: 2 },
      d7: { score: null, offices: 0 },
    });
  });

  it('builds means from exact scores, not from rounded ones', async () => {
    const three = (office: string, first: number) => ({
      office,
      answers: {
        q1: first,
        q2: first,
        q3: 0,
        q4: { state: 'na', reason: 'elsewhere' },
        q5: { state: 'na', reason: 'elsewhere' },
      },
    });
    const { out } = await pegelScore({ responses: [three('10', 4), three('20', 4), three('40', 0)] }, [
      '--json',
    ]);
    expect(JSON.parse(out).city.dimensions.d1).toEqual({ score: 44.444444, offices: 3 });
  });

  it('prints the same bytes for the same input in another order', async () => {
    const one = await pegelScore({}, ['--json']);
    const two = await pegelScore({ responses: responses.toReversed() }, ['--json']);
    expect(two.out).toBe(one.out);
  });
});

/** Names of all fields anywhere inside; codes and ids are no fields. */
function fieldsOf(value: Json): ReadonlySet<string> {
  const ids = new Set(['d1', 'd7', 'verwaltung', 'bildung', 'q1', 'q2', 'q3', 'q4', 'q5', 's1', 's2']);
  const names = new Set<string>();
  JSON.stringify(value, (name, inner) => {
    if (!ids.has(name) && !/^\d*$/.test(name)) names.add(name);
    return inner;
  });
  return names;
}

describe('pegel score without --json', () => {
  it('prints a table in German with a decimal comma', async () => {
    const { code, out } = await pegelScore({});
    expect(code).toBe(0);
    expect(out).toContain('20 Kämmerei');
    expect(out).toContain('(66,7)');
    expect(out).toContain('Dezernat I');
  });

  it.each(['de', 'en'] as const)(
    'explains every option and every field with --help: %s',
    async (language) => {
      const { code, out } = await pegel(['score', '--help'], language);
      expect(code).toBe(0);
      const options = [
        'questionnaire',
        'offices',
        'responses',
        'anonymity',
        'seed',
        'draws',
        'rules',
        'json',
      ];
      for (const option of options) expect(out).toContain(`--${option}`);
      const document = JSON.parse((await pegelScore({}, ['--json'])).out);
      const explained = new Set(out.match(/[\w*]+/g));
      expect([...fieldsOf(document)].filter((name) => !explained.has(name))).toEqual([]);
    },
  );

  it.each([[[]], [['--what']], [['--questionnaire', 'x.json']], [['surplus']]])(
    'wrong usage %j: exit 2',
    async (words) => {
      expect((await pegel(['score', ...words])).code).toBe(2);
    },
  );
});

describe('what does not fit is refused with exit 1, naming office and pointer', () => {
  async function refused(files: Partial<ScoreFiles>) {
    const { code, out, err } = await pegelScore(files, ['--json']);
    expect([code, out]).toEqual([1, '']);
    return JSON.parse(err);
  }
  const answering = (answers: Json) => ({ responses: [{ office: '10', mode: 'official', answers }] });

  it.each<[string, Json, string]>([
    ['a level outside the scale', { q1: 5 }, '#/0/answers/q1'],
    ['a level as a text', { q1: '3' }, '#/0/answers/q1'],
    ['NA without reason', { q1: { state: 'na' } }, '#/0/answers/q1/reason'],
    ['NA with an unknown reason', { q1: { state: 'na', reason: 'lazy' } }, '#/0/answers/q1/reason'],
    ['an unknown question', { zz: 1 }, '#/0/answers/zz'],
    ['an unknown key', { q1: { value: 1, score: 100 } }, '#/0/answers/q1/score'],
    ['a value and a state', { q1: { value: 1, state: 'dk' } }, '#/0/answers/q1/state'],
    ['a question that is not asked of the office', { s1: 3 }, '#/0/answers/s1'],
    ['null', { q1: null }, '#/0/answers/q1'],
  ])('%s', async (_title, answers, pointer) => {
    const problem = await refused(answering(answers));
    expect(problem.type).toBe('/problems/incomplete');
    expect(problem.errors[0].pointer).toBe(pointer);
    expect(problem.errors[0].detail).toContain('Amt 10');
  });

  it('says what is allowed', async () => {
    expect((await refused(answering({ q1: 5 }))).errors[0].allowed).toEqual([0, 1, 2, 3, 4]);
    const names = (await refused(answering({ zz: 1 }))).errors[0].allowed;
    expect(names).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 's1', 's2', 'word']);
    const matrix = { type: 'matrix', name: 'm', columns: [0, 1, 2, 3, 4], rows: ['r1', 'r2'] };
    const rows = await refused({
      questionnaire: questionnaireOf([item('q1'), matrix]),
      offices: 'code;name\n10;Hauptamt',
      ...answering({ z: 1 }),
    });
    expect(rows.errors[0].allowed).toEqual(['q1', 'm']);
    const codes = await refused({ responses: [{ office: '99', mode: 'official', answers: {} }] });
    expect(codes.errors[0].allowed).toContain('10');
  });

  it('an office that is not in the file, a second response of one', async () => {
    expect(
      (await refused({ responses: [{ office: '99', mode: 'official', answers: {} }] })).errors[0].pointer,
    ).toBe('#/0/office');
    const twice = [responses[0], responses[0]];
    expect((await refused({ responses: twice })).errors[0].pointer).toBe('#/1/office');
  });

  it('a faulty office file, by row and column', async () => {
    const problem = await refused({ offices: `${offices}\n50;Amt;;viele;\n` });
    expect(problem.type).toBe('/problems/import-refused');
    expect(problem.errors[0].detail).toContain('Zeile 6');
  });

  it('an office code that is there twice without a contact', async () => {
    const problem = await refused({ offices: `${offices}\n10;Hauptamt;I;75;\n` });
    expect(problem.errors[0]).toMatchObject({ pointer: '#/6/code' });
    expect(problem.errors[0].detail).toContain('Zeile 4');
  });

  it.each([0, -1])('a weight of %d', async (weight) => {
    const problem = await refused({ questionnaire: questionnaireOf([item('q1', { weight }), item('q2')]) });
    expect(problem.errors[0].pointer).toBe('#/pages/0/elements/0/weight');
  });

  it('a questionnaire outside the profile', async () => {
    const problem = await refused({ questionnaire: questionnaireOf([{ type: 'file', name: 'a' }]) });
    expect(problem.errors[0].pointer).toBe('#/pages/0/elements/0/type');
  });

  it('another kind of value, saying which one was sent', async () => {
    const said = async (sent: Json) => (await refused({ responses: sent })).errors[0];
    expect(await said({ a: 1 })).toMatchObject({
      pointer: '#',
      detail: expect.stringMatching(/Array.*object/),
    });
    const office = {
      pointer: '#/0/office',
      detail: expect.stringMatching(/erwartet .*erhalten (Zahl|number)/),
    };
    expect(await said([{ office: 10, answers: {} }])).toMatchObject(office);
  });

  it.each(['{', '', '{"a": }'])('a file that is no JSON: %j', async (text) => {
    expect((await refused({ responses: text })).type).toBe('/problems/malformed-request');
  });

  it('a file that is not there, in a sentence without --json', async () => {
    const { code, err } = await pegel([
      'score',
      '--questionnaire',
      join('folder', 'none.json'),
      '--offices',
      'o',
      '--responses',
      'r',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('none.json');
  });
});
