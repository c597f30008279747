import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExplainResponse, explainResponse } from '../../server/explanations/explanations.wire.ts';
import { waveSeed } from '../../server/figures/wave-seed.ts';
import { rankingResponse } from '../../server/ranking/ranking.wire.ts';
import { type ResultsResponse, resultsResponse } from '../../server/results/results.wire.ts';
import { personOf, type SeveralWave, severalWave } from '../builders/several.ts';
import { september } from '../builders/wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt } from '../responses/asked-offices.ts';
import { builtIn } from './catalog-entry.ts';
import { untilReady } from './until-ready.ts';

/** People by office; b is too small, c is the next smallest and hidden with it. */
const asked = { a: 7, b: 3, c: 5, d: 6, e: 2 } as const;
const levels: Readonly<Record<string, readonly number[]>> = {
  a: [3, 3, 2, 4, 3, 2, 3],
  b: [1, 0, 1],
  c: [4, 4, 4, 4, 4],
  d: [2, 2, 1, 3, 2, 2],
  e: [],
};

let started: StartedPegel;
let wave: SeveralWave;
let whileOpen: ResultsResponse;
let results: ResultsResponse;
const paths = ['responses.json', 'wave.json', 'results/explain', 'results/ranking'];

const answersOf = (level: number) => ({
  ...allAt(level),
  d1_1: { value: level, comment: 'nur für Eingeweihte' },
  d1_2: { state: 'na', reason: 'other', reasonText: 'ein verräterischer Grund' },
});
const read = async (path: string) => (await wave.officer.get(`/api/waves/${wave.waveId}/${path}`)).body;
const officeOf = (code: string) => results.offices.find(({ officeId }) => officeId === wave.officeIds[code]);
const explained = async (query: string): Promise<ExplainResponse> =>
  explainResponse.parse(await read(`results/explain?${query}`));

beforeAll(async () => {
  started = await startPegel({ at: september });
  wave = await severalWave(started, { asked });
  for (const [code, given] of Object.entries(levels)) {
    for (const [at, level] of given.entries()) {
      await personOf(wave, code, at)
        .submit({ seen: {}, answers: answersOf(level) })
        .expect(200);
    }
  }
  whileOpen = await read('results');
  for (const path of paths) await wave.officer.get(`/api/waves/${wave.waveId}/${path}`).expect(409);
  await wave.close();
  await started.pegel.tick();
  results = await read('results');
});
afterAll(() => started.stop());

describe('a wave in which many people answer', () => {
  it('tells the return and no value while it is open', () => {
    resultsResponse.parse(whileOpen);
    expect(whileOpen.finding.heading.de).toBe('21 von 23 Personen haben abgesendet');
    expect(whileOpen.finding.lead.de).toContain('erst, wenn die Erhebung geschlossen ist');
    expect(whileOpen.offices.map(({ submissions, invited }) => [submissions, invited])).toEqual([
      [7, 7],
      [3, 3],
      [5, 5],
      [6, 6],
      [0, 2],
    ]);
    expect(whileOpen.offices.map(({ score, submittedAt }) => score ?? submittedAt)).toEqual(
      Array(5).fill(null),
    );
    const { index, min, median, byHeadcount, interval, answered } = whileOpen.cityScore;
    expect([index, min, median, byHeadcount, interval]).toEqual(Array(5).fill(null));
    expect(answered).toBe(4);
  });

  it('shows values, agreement and intervals once it is closed and computed', async () => {
    resultsResponse.parse(results);
    expect(results.progress).toBeNull();
    const { scorer, plan, checker } = await builtIn();
    const responses = (levels['a'] ?? []).map((level) => {
      const checked = checker.checkSubmission(answersOf(level), { tags: [] });
      if (!checked.ok) throw new Error('the test sends invalid answers');
      return checked.answers;
    });
    const code = officeOf('a')?.code ?? '';
    const figures = scorer.figuresOfOffice(responses, {
      tags: [],
      seed: waveSeed(wave.waveId),
      office: code,
    });
    const own = officeOf('a')?.score?.dimensions['d1'];
    const expected = figures.score.dimensions['d1'];
    expect(own?.score).toBeCloseTo(expected?.score ?? -1, 5);
    expect(own?.interval?.[0]).toBeCloseTo(expected?.interval?.[0] ?? -1, 5);
    expect(own?.agreement?.ad).toBeCloseTo(expected?.agreement?.ad ?? -1, 5);
    expect(plan.maturity.dimensions.length).toBe(results.dimensions.length);
    expect(officeOf('e')?.score).toBeNull();
  });

  it('ranks the shown offices alone', async () => {
    const ranking = rankingResponse.parse(
      await untilReady(
        () => read('results/ranking'),
        ({ state }) => state === 'ready',
      ),
    );
    expect(ranking.offices.map(({ officeId }) => officeId)).toEqual([
      wave.officeIds['a'],
      wave.officeIds['d'],
    ]);
    expect(ranking.offices[0]?.rank).toMatchObject({ median: 1, p5: 1, p95: 1, tiedWith: [] });
    expect(ranking).toMatchObject({ seed: waveSeed(wave.waveId), generator: 'xoroshiro128plus', done: 2000 });
  });

  it('explains a value by counts of what people said, never by one of them', async () => {
    const { parts, steps, counts, formula } = await explained(`office=${wave.officeIds['a']}&dimension=d1`);
    expect(parts[0]).toMatchObject({
      state: 'level',
      answer: null,
      comment: null,
      opinion: { valid: 7, na: 0 },
    });
    expect(parts[1]).toMatchObject({ state: 'na', counted: false, opinion: { na: 7 } });
    expect(counts).toEqual({ responses: 7, counted: 4, notCounted: 1 });
    expect(formula.inserted.de).toMatch(/^\(71,43 \+ .*\) \/ 4 = 71,4$/);
    const names = steps.map(({ name }) => name.de);
    expect(names).toContain('Unsicherheit (95 %)');
    expect(names).toContain('Einigkeit');
    const interval = steps.find(({ section }) => section === '9');
    expect(interval?.inserted.de).toContain(
      `2.000 Ziehungen von je 7 Personen mit Zurücklegen; Startwert ${waveSeed(wave.waveId)}`,
    );
  });
});

describe('T51: a hidden office', () => {
  const numbersIn = (value: unknown): number[] => {
    if (typeof value === 'number') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
  };

  it('has no value anywhere in the results, and neither has the one that would give it away', () => {
    for (const code of ['b', 'c']) {
      const { score } = officeOf(code) ?? {};
      expect(score).toMatchObject({ status: 'suppressed', n: asked[code === 'b' ? 'b' : 'c'] });
      expect(numbersIn({ ...score, n: null })).toEqual([]);
    }
    const { index, byHeadcount, min, q1, median, q3, max, sd, interval } = results.cityScore;
    expect(index).not.toBeNull();
    expect([byHeadcount, min, q1, median, q3, max, sd, interval]).toEqual(Array(8).fill(null));
    expect(results.finding.lead.de).toContain('2 Ämter sind geheim gehalten (·)');
  });

  it('is explained without a number', async () => {
    for (const code of ['b', 'c']) {
      for (const query of ['', '&dimension=d1']) {
        const { value, status, sentence, parts, steps } = await explained(
          `office=${wave.officeIds[code]}${query}`,
        );
        expect([value, status, parts, steps]).toEqual([null, 'suppressed', [], []]);
        expect(sentence.de).toContain('wird geheim gehalten. Pegel zeigt Werte erst ab 5 Personen.');
      }
    }
    const city = await explained('dimension=d1');
    const secret = city.parts.filter(({ state }) => state === 'suppressed');
    expect(secret.map(({ value, contribution, counted }) => [value, contribution, counted])).toEqual([
      [null, null, false],
      [null, null, false],
    ]);
    const { steps } = await explained('');
    expect(steps.filter(({ value }) => value.de === 'geheim gehalten (·)').length).toBe(3);
  });

  it('has no answer in a file, and the others no word and no order', async () => {
    const responses = await read('responses.json');
    const file = await read('wave.json');
    expect(file.responses).toEqual(responses);
    expect(new Set(responses.map(({ office }: { office: string }) => office))).toEqual(
      new Set([officeOf('a')?.code, officeOf('d')?.code]),
    );
    const own = responses.filter(({ office }: { office: string }) => office === officeOf('a')?.code);
    expect(own.map(({ respondent }: { respondent: string }) => respondent)).toEqual(
      Array.from({ length: 7 }, (_, at) => String(at + 1)),
    );
    expect(own.map(({ answers }: { answers: { d1_1: number } }) => answers.d1_1)).toEqual([
      2, 2, 3, 3, 3, 3, 4,
    ]);
    expect(JSON.stringify(responses)).not.toMatch(
      /Eingeweihte|verräterisch|comment|evidence|reasonText|Person/,
    );
    const { body } = await wave.officer.get(`/api/waves/${wave.waveId}/projects`).expect(200);
    expect(body.projects).toEqual([]);
  });

  it('is a dot in the table', async () => {
    const { text } = await wave.officer.get(`/api/waves/${wave.waveId}/results.csv`).expect(200);
    const [, ...rows] = text.trim().split('\r\n');
    const row = rows.find((line) => line.startsWith(`${officeOf('b')?.code};`)) ?? '';
    expect(row).toContain('geheim gehalten');
    expect(row.split(';').slice(4, 7)).toEqual(['·', '·', '·']);
    expect(row.split(';').slice(9, -2)).toEqual(Array(9 * 7).fill('·'));
  });

  it('has a page that says why', async () => {
    const page = await read(`results/offices/${wave.officeIds['b']}`);
    expect(page.finding.heading.de).toMatch(/: geheim gehalten$/);
    expect(page.explanation).toEqual([]);
    expect(page.office.score.status).toBe('suppressed');
    const shown = await read(`results/offices/${wave.officeIds['a']}`);
    expect(shown.explanation[0].items[0]).toMatchObject({ answer: null, comment: null, state: 'level' });
  });
});
