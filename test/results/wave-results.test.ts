import { parse } from 'csv-parse/sync';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewResponse } from '../../server/overview/overview.wire.ts';
import { projectsResponse } from '../../server/projects/projects.wire.ts';
import type { CatalogEntry } from '../../server/questionnaires/catalog.ts';
import {
  type OfficeResultsResponse,
  officeResultsResponse,
  type ResultsResponse,
  resultsResponse,
} from '../../server/results/results.wire.ts';
import type { Answers } from '../../surveys/answers/answer.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import { addOffice, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, freshSaveId, type Person, personWith } from '../responses/asked-offices.ts';
import { builtIn } from './catalog-entry.ts';

let started: StartedPegel;
let officer: Agent;
let entry: CatalogEntry;
let waveId: string;
let results: ResultsResponse;
const ids = new Map<string, string>();

const hostile = '=HYPERLINK("http://evil.example")';
const sent: Readonly<Record<string, { tags: readonly string[]; answers: Record<string, unknown> }>> = {
  '10': {
    tags: [],
    answers: {
      ...allAt(3),
      d5_1: { state: 'dk' },
      d5_2: { state: 'dk', comment: 'wird geklärt' },
      d5_3: 1,
      d5_4: 0,
      d5_5: 2,
      d3_1: { state: 'na', reason: 'noOutsideService' },
    },
  },
  '40': {
    tags: ['bildung'],
    answers: {
      ...allAt(1),
      d1_1: 2,
      d2_1: { state: 'dk' },
      d7_1: 4,
      d7_2: 3,
      d7_3: 4,
      d7_4: 2,
      projects: [
        { id: 'r1', title: hostile, status: 'laufend', field: 'd5', budget: 5000, start: '2026-01-01' },
        { id: 'r2', title: 'Tablets in allen Schulen' },
      ],
    },
  },
};

async function person(email: string): Promise<Person> {
  const { mails } = (await officer.get(`/api/outbox?waveId=${waveId}`).expect(200)).body;
  const mail = mails.find(({ to }: { to: string }) => to === email);
  return personWith(started.url, String(mail?.link).split('/r/')[1] ?? '');
}

beforeAll(async () => {
  entry = await builtIn();
  started = await startPegel({ at: september });
  officer = await started.officer();
  const division = await addOffice(officer, { code: 'II', emails: [] });
  for (const code of ['10', '40', '9']) {
    const emails = [`lead${code}@stadt.example`];
    const parentId = code === '40' ? division.id : undefined;
    const office = await addOffice(officer, {
      code,
      emails,
      fields: sent[code]?.tags ?? [],
      ...(parentId === undefined ? {} : { parentId }),
    });
    ids.set(code, office.id);
  }
  const drafted = (
    await officer
      .post('/api/waves')
      .send(waveOver([...ids.values()]))
      .expect(201)
  ).body;
  waveId = drafted.id;
  await officer.get(`/api/waves/${waveId}/results`).expect(409);
  await officer.post(`/api/waves/${waveId}/open`).send({ revision: drafted.revision }).expect(200);
  await started.pegel.tick();
  for (const [code, { answers }] of Object.entries(sent)) {
    await (await person(`lead${code}@stadt.example`)).submit({ seen: {}, answers }).expect(200);
  }
  const changes = [{ key: 'd1_1', base: 0, value: 4 }];
  await (await person('lead9@stadt.example')).save({ saveId: freshSaveId(), changes }).expect(200);
  results = (await officer.get(`/api/waves/${waveId}/results`).expect(200)).body;
});
afterAll(() => started.stop());

function checked(code: string): { answers: Answers; tags: readonly string[] } {
  const { tags, answers } = sent[code] ?? { tags: [], answers: {} };
  const said = entry.checker.checkSubmission(answers, { tags });
  if (!said.ok) throw new Error('the test sends invalid answers');
  return { answers: said.answers, tags };
}

const officeOf = (code: string) => results.offices.find((office) => office.code === code);

function withoutItems(score: OfficeScore) {
  const dimensions = Object.entries(score.dimensions).map(([id, { items: _, ...shown }]) => [id, shown]);
  return { ...score, dimensions: Object.fromEntries(dimensions) };
}

describe('the results of a wave', () => {
  it('are what the scorer says of the answers that were sent', () => {
    for (const code of ['10', '40']) {
      const { answers, tags } = checked(code);
      expect(officeOf(code)?.score).toEqual(withoutItems(entry.scorer.scoreResponse(answers, { tags })));
    }
  });

  it('aggregate the city and the divisions by the rules', () => {
    const asked = [...ids].map(([code, id]) => {
      const { answers, tags } = checked(code);
      return {
        id,
        headcount: null,
        score: code === '9' ? null : entry.scorer.scoreExactly(answers, { tags }),
      };
    });
    expect(results.cityScore).toEqual(entry.rules.scoreCity(entry.plan, asked));
    expect(results.cityScore).toMatchObject({ offices: 3, answered: 2 });
    expect(results.divisions).toHaveLength(1);
    expect(results.divisions[0]).toMatchObject({ code: 'II', score: { offices: 1, answered: 1 } });
    expect(results.divisions[0]?.score.index).toBe(officeOf('40')?.score?.index);
  });

  it('do not score a draft, but show how far it is', () => {
    expect(officeOf('9')).toMatchObject({ score: null, submittedAt: null });
    expect(officeOf('9')?.answered).toBeCloseTo(1 / 30, 6);
  });

  it('list offices in the order of their codes and say what stands out', () => {
    expect(results.offices.map(({ code }) => code)).toEqual(['9', '10', '40']);
    expect(results.finding.heading.de).toMatch(/^(Bei|Am meisten fehlt bei) /);
    expect(results.finding.lead.de).toContain('1 von 3 Ämtern hat noch nicht abgesendet.');
    expect(results.dimensions.map(({ id }) => id)).toEqual(
      entry.plan.maturity.dimensions.map(({ id }) => id),
    );
  });

  it('keep to what the interface promises', async () => {
    const read = async (path: string) => (await officer.get(path).expect(200)).body;
    const office = ids.get('40');
    expect(() => resultsResponse.parse(results)).not.toThrow();
    officeResultsResponse.parse(await read(`/api/waves/${waveId}/results/offices/${office}`));
    projectsResponse.parse(await read(`/api/waves/${waveId}/projects`));
    overviewResponse.parse(await read('/api/overview'));
  });

  it('are only for those who are signed in, and only of waves that exist', async () => {
    const paths = ['results', 'results.csv', 'projects', 'projects.csv', 'responses.json', 'wave.json'];
    for (const path of paths) {
      await supertest(started.url).get(`/api/waves/${waveId}/${path}`).expect(401);
      await officer.get(`/api/waves/unknown/${path}`).expect(404);
    }
    await officer.get(`/api/waves/${waveId}/results/offices/unknown`).expect(404);
    await supertest(started.url).get('/api/overview').expect(401);
  });
});

describe('the page of an office', () => {
  const page = async (code: string): Promise<OfficeResultsResponse> =>
    (await officer.get(`/api/waves/${waveId}/results/offices/${ids.get(code)}`).expect(200)).body;

  it('says where each number comes from', async () => {
    const { explanation, office } = await page('10');
    const data = explanation.find(({ id }) => id === 'd5');
    expect(office.score?.dimensions['d5']).toMatchObject({ score: 25, coverage: 0.6, status: 'provisional' });
    expect(data?.how.de).toBe(
      'Mittel der beantworteten Fragen, jede gleich gewichtet. 3 von 5 beantwortet (60\u00a0%), deshalb vorläufig. ' +
        'Regelstand 2026.1, Fragebogen kommunal-digital 1.',
    );
    expect(data?.items.map(({ state, score, comment }) => [state, score, comment])).toEqual([
      ['dk', null, null],
      ['dk', null, 'wird geklärt'],
      ['level', 25, null],
      ['level', 0, null],
      ['level', 50, null],
    ]);
    const service = explanation.find(({ id }) => id === 'd3')?.items[0];
    expect(service).toMatchObject({ state: 'na', answer: { de: 'keine Außenleistung' } });
  });

  it('compares with the city and names the division', async () => {
    const { finding, division, projects } = await page('40');
    expect(finding.heading.de).toMatch(/^Amt 40: \d+,\d von 100, .*unter der Stadt$/);
    expect(division).toMatchObject({ code: 'II', name: 'Amt II' });
    expect(projects.map(({ title }) => title)).toEqual([hostile, 'Tablets in allen Schulen']);
  });

  it('of an office that has not submitted says so', async () => {
    const { finding, explanation, office } = await page('9');
    expect(finding.heading.de).toBe('Amt 9 hat noch nicht abgesendet');
    expect([explanation, office.score]).toEqual([[], null]);
  });
});

describe('files to download', () => {
  const table = (csv: string): string[][] => parse(csv, { delimiter: ';', bom: true });

  it('hold the projects with hostile text as text (T41)', async () => {
    const { text, headers } = await officer.get(`/api/waves/${waveId}/projects.csv`).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename=projekte-digitaler-stand-2026.csv');
    const [, first, second] = table(text);
    expect(first?.slice(0, 3)).toEqual(['40', 'Amt 40', `'${hostile}`]);
    expect(first?.slice(4, 9)).toEqual(['Daten', 'laufend', '2026-01-01', '', '5000']);
    expect(second?.[2]).toBe('Tablets in allen Schulen');
  });

  it('hold the scores, empty where there is none', async () => {
    const { text } = await officer.get(`/api/waves/${waveId}/results.csv`).expect(200);
    const [header = [], nine = [], ten = []] = table(text);
    const at = header.indexOf('Daten und Schnittstellen');
    expect(ten.slice(at, at + 2)).toEqual(['25', '0,6']);
    expect([nine[4], nine[7], nine[at]]).toEqual(['', 'nicht abgesendet', '']);
    expect(ten.slice(-2)).toEqual(['kommunal-digital 1', '2026.1']);
  });

  it('hold the answers so that every score can be computed again', async () => {
    const { body } = await officer.get(`/api/waves/${waveId}/responses.json`).expect(200);
    expect(body.map(({ office }: { office: string }) => office)).toEqual(['10', '40']);
    for (const { office, answers } of body) {
      const { tags } = checked(office);
      const said = entry.checker.checkFile(answers, { tags });
      if (!said.ok) throw new Error(JSON.stringify(said.problems));
      expect(withoutItems(entry.scorer.scoreResponse(said.answers, { tags }))).toEqual(
        officeOf(office)?.score,
      );
    }
  });
});
