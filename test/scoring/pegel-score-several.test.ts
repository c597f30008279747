import { describe, expect, it } from 'vitest';
import { item, questionnaireOf } from '../questionnaires/build-questionnaire.ts';
import { type Json, pegel, scoreOnFiles } from './pegel-score-files.ts';

const offices = [
  'code;name;parent;headcount;fields',
  'I;Dezernat I;;;',
  '10;Hauptamt;I;75;',
  '20;Kämmerei;I;25;',
  '30;Rechtsamt;I;10;',
  '40;Schulamt;;20;',
  '50;Sportamt;;20;',
].join('\n');

const questionnaire = questionnaireOf(['q1', 'q2', 'q3'].map((name) => item(name)));

function people(office: string, levels: readonly number[]): Json[] {
  return levels.map((level, at) => ({
    office,
    mode: 'several',
    respondent: `p${at}`,
    answers: { q1: level, q2: level, q3: Math.max(0, level - 1) },
  }));
}

/** 10 and 20 have fewer than five people; 50 has none. */
const responses = [
  ...people('10', [4, 4, 4]),
  ...people('20', [1, 1, 2, 2]),
  ...people('30', [2, 3, 2, 3, 2, 3]),
  ...people('40', [1, 2, 3, 4, 4]),
];

const pegelScore = scoreOnFiles({ questionnaire, offices, responses });

async function scored(files: Parameters<typeof pegelScore>[0] = {}, more: readonly string[] = []) {
  const { code, out, err } = await pegelScore(files, ['--json', ...more]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const officeIn = (document: Json, code: string) => document.offices.find((one: Json) => one.office === code);

describe('pegel score with many people per office', () => {
  it('shows an office with enough people, its agreement and its interval', async () => {
    const office = officeIn(await scored(), '30');
    expect(office).toMatchObject({ n: 6, index: 54.166667, status: 'scored' });
    const { agreement, interval, items } = office.dimensions.d1;
    expect(Object.keys(agreement)).toEqual(['rwgj', 'rstar', 'ad']);
    expect(agreement).toMatchObject({ rstar: 0.85, ad: 0.5 });
    expect(interval[0]).toBeLessThan(54.166667);
    expect(interval[1]).toBeGreaterThan(54.166667);
    expect(items).toEqual({ q1: 62.5, q2: 62.5, q3: 37.5 });
  });

  it('keeps an office with fewer than five people secret: only their number is said', async () => {
    const office = officeIn(await scored(), '10');
    expect(office).toEqual({
      ...{ office: '10', n: 3, index: null, low: null, high: null, level: null, status: 'suppressed' },
      ...{ fields: { verwaltung: null }, rank: null },
      dimensions: {
        d1: {
          ...{ score: null, low: null, high: null, coverage: null, secured: null, strict: null, level: null },
          ...{ status: 'suppressed', items: { q1: null, q2: null, q3: null } },
          ...{ agreement: null, interval: null },
        },
      },
    });
  });

  it('leaves hidden offices out of ranks, and in the mean of division and city', async () => {
    const document = await scored();
    expect(document.offices.map(({ office, rank }: Json) => [office, rank?.median ?? null])).toEqual([
      ['10', null],
      ['20', null],
      ['30', 2],
      ['40', 1],
      ['50', null],
    ]);
    expect(document.divisions[0]).toMatchObject({ office: 'I', n: 13, offices: 3, index: 58.333333 });
    expect(document.divisions[0]).toMatchObject({ min: null, q1: null, sd: null, byHeadcount: null });
    expect(document.city).toMatchObject({ index: 59.166667, offices: 5, answered: 4, interval: null });
    expect(document.reliability.d1).toMatchObject({ alpha: null, offices: 2, items: 3 });
  });

  it('shows more with a smaller k, and nothing of an office with k − 1 people', async () => {
    const document = await scored({}, ['--anonymity', '3']);
    expect(document.offices.map(({ status }: Json) => status)).toEqual([
      ...['scored', 'scored', 'scored', 'scored', 'insufficient'],
    ]);
    expect(document.city.interval).toHaveLength(2);
    const seven = await scored({}, ['--anonymity', '7']);
    expect(seven.offices.map(({ status }: Json) => status)).toEqual([
      ...['suppressed', 'suppressed', 'suppressed', 'suppressed', 'insufficient'],
    ]);
  });

  it('gives the same bytes for the same seed, whatever the order, and other intervals for another', async () => {
    const one = await pegelScore({}, ['--json', '--seed', '7']);
    const two = await pegelScore({ responses: responses.toReversed() }, ['--json', '--seed', '7']);
    expect(two.out).toBe(one.out);
    const document = JSON.parse(one.out);
    expect([document.seed, document.generator]).toEqual([7, 'xoroshiro128plus']);
    const other = await scored({}, ['--seed', '8', '--draws', '101']);
    expect(officeIn(other, '30').dimensions.d1.interval).not.toEqual(
      officeIn(document, '30').dimensions.d1.interval,
    );
    expect({ ...other.city, index: null }).toEqual({ ...document.city, index: null });
  });

  it('prints a table with ranks, intervals, the sign for what is secret and its legend', async () => {
    const { code, out } = await pegelScore({});
    expect(code).toBe(0);
    const row = (start: string) => out.split('\n').find((line) => line.startsWith(start));
    expect(row('10 Hauptamt')).toMatch(/ 3 +· +·$/);
    expect(row('30 Rechtsamt')).toMatch(/ 6 +2 \(2–2\) +54,2 +54,2$/);
    expect(row('50 Sportamt')).toMatch(/ 0 +… +…$/);
    expect(out).toMatch(/95-%-Intervall +\d\d,\d–\d\d,\d/);
    expect(out).toContain('· geheim gehalten');
    expect(out).toContain('weniger als 5 Antworten');
  });
});

describe('who answers in which mode is checked, with exit 1 and nothing on stdout', () => {
  async function refused(sent: Json) {
    const { code, out, err } = await pegelScore({ responses: sent }, ['--json']);
    expect([code, out]).toEqual([1, '']);
    return JSON.parse(err).errors;
  }
  const official = (office: string, more: Json = {}) => ({ office, mode: 'official', answers: {}, ...more });

  it('one office in two modes, naming office, pointer and what is allowed', async () => {
    const [error] = await refused([...people('10', [1]), official('10')]);
    expect(error).toMatchObject({ pointer: '#/1/mode', allowed: ['several'] });
    expect(error.detail).toContain('Amt 10');
  });

  it('two modes in one file', async () => {
    const [error] = await refused([official('10'), ...people('20', [1])]);
    expect(error).toMatchObject({ pointer: '#/1/mode', allowed: ['official'] });
    expect(error.detail).toContain('Amt 20');
  });

  it('an unknown mode', async () => {
    const [error] = await refused([{ ...official('10'), mode: 'many' }]);
    expect(error).toMatchObject({ pointer: '#/0/mode', allowed: ['official', 'several'] });
  });

  it('a respondent who is missing, blank, there twice, or there in mode official', async () => {
    const [one] = people('10', [1]);
    expect(await refused([{ ...one, respondent: undefined }])).toMatchObject([{ pointer: '#/0/respondent' }]);
    expect(await refused([{ ...one, respondent: '  ' }])).toMatchObject([{ pointer: '#/0/respondent' }]);
    expect(await refused([one, one])).toMatchObject([{ pointer: '#/1/respondent' }]);
    expect(await refused([official('10', { respondent: 'a' })])).toMatchObject([
      { pointer: '#/0/respondent' },
    ]);
  });

  it('the same respondent name in two offices is no problem', async () => {
    expect((await pegelScore({ responses: [...people('10', [1]), ...people('20', [1])] })).code).toBe(0);
  });

  it('--anonymity in mode official', async () => {
    const { code, out, err } = await pegelScore({ responses: [official('10')] }, ['--anonymity', '5']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('several');
  });
});

describe('options that are not allowed: exit 2, with what is', () => {
  it.each([
    ['--anonymity', '2', '3'],
    ['--anonymity', 'x', '3'],
    ['--anonymity', '4.5', '3'],
    ['--seed', '-1', '2147483647'],
    ['--seed', '1e3', '2147483647'],
    ['--draws', '99', '100'],
    ['--draws', '100001', '100000'],
    ['--rules', '1999.1', '2026.1'],
  ])('%s %s', async (option, value, allowed) => {
    const { code, out, err } = await pegelScore({}, [`${option}=${value}`]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(allowed);
  });

  it('says so in English too', async () => {
    const words = ['score', '--questionnaire', 'q', '--offices', 'o', '--responses', 'r', '--draws', '3'];
    expect((await pegel(words, 'en')).err).toContain('from 100 to 100000');
  });
});
