import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExplainResponse, explainResponse } from '../../server/explanations/explanations.wire.ts';
import { rankingResponse } from '../../server/ranking/ranking.wire.ts';
import { addOffice, linkTo, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';
import { untilReady } from './until-ready.ts';

let started: StartedPegel;
let officer: Agent;
let waveId: string;

const sent: Readonly<Record<string, Record<string, unknown>>> = {
  '10': {
    ...allAt(3),
    d5_1: 4,
    d5_2: { value: 3, comment: 'seit Mai' },
    d5_3: { state: 'na', reason: 'elsewhere' },
    d5_4: { state: 'dk' },
    d5_5: 1,
  },
  '20': { ...allAt(1), d5_1: { state: 'dk' }, d5_2: { state: 'dk' }, d5_3: { state: 'dk' } },
};

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  const division = await addOffice(officer, { code: 'II', emails: [] });
  const ids = [];
  for (const code of ['10', '20', '30']) {
    const more = code === '20' ? {} : { parentId: division.id };
    ids.push((await addOffice(officer, { code, emails: [`amt${code}@stadt.example`], ...more })).id);
  }
  const drafted = (await officer.post('/api/waves').send(waveOver(ids)).expect(201)).body;
  waveId = drafted.id;
  await officer.post(`/api/waves/${waveId}/open`).send({ revision: drafted.revision }).expect(200);
  await started.pegel.tick();
  for (const [code, answers] of Object.entries(sent)) {
    const person = personWith(started.url, await linkTo(officer, waveId, `amt${code}@stadt.example`));
    await person.submit({ seen: {}, answers }).expect(200);
  }
});
afterAll(() => started.stop());

async function explained(query: string): Promise<ExplainResponse> {
  const { body } = await officer.get(`/api/waves/${waveId}/results/explain?${query}`).expect(200);
  return explainResponse.parse(body);
}

const stepsOf = ({ steps }: ExplainResponse) =>
  steps.map(({ name, inserted, value }) => [name.de, inserted.de, value.de]);

describe('the explanation of a number', () => {
  it('computes a dimension from its questions', async () => {
    const one = await explained('office=10&dimension=d5');
    expect(one).toMatchObject({
      of: { kind: 'office', code: '10', name: 'Amt 10', dimension: 'd5' },
      value: 66.666667,
      status: 'provisional',
      formula: { rule: 'S = Σ_V w·x / Σ_V w', inserted: { de: '(100 + 75 + 25) / 3 = 66,7' }, section: '4' },
      counts: { responses: 1, counted: 3, notCounted: 2 },
      rules: '2026.1',
      questionnaire: { id: 'kommunal-digital', version: 1 },
    });
    expect(one.sentence.de).toBe(
      '„Daten und Schnittstellen“ erreicht 66,7 von 100 Punkten: das Mittel aus 3 Fragen. Der Wert ist vorläufig: Erst 3 von 4 zutreffenden Fragen sind beantwortet (75\u00a0%). Mit allen Antworten läge er zwischen 50,0 und 75,0.',
    );
    expect(
      one.parts.map(({ state, value, contribution, counted }) => [state, value, contribution, counted]),
    ).toEqual([
      ['level', 100, 100, true],
      ['level', 75, 75, true],
      ['na', null, null, false],
      ['dk', null, null, true],
      ['level', 25, 25, true],
    ]);
    expect(one.parts[1]?.comment).toBe('seit Mai');
    expect(one.parts[2]?.why.de).toBe('trifft nicht zu: zählt nicht im Nenner');
    expect(stepsOf(one)).toEqual([
      [
        'Abdeckung',
        '3 / 4 = 75\u00a0%; nötig sind 50\u00a0%, ab 80\u00a0% nicht mehr vorläufig',
        '75\u00a0%',
      ],
      ['Spanne', '200 / 4 = 50 bis (200 + 100·1) / 4 = 75', '50,0 bis 75,0'],
      ['Name der Stufe', '62,5 ≤ 66,67 < 87,5', 'überwiegend'],
      [
        'Gesicherte Stufe',
        'p₁ = 75\u00a0%; p₂ = 50\u00a0%; p₃ = 50\u00a0%; p₄ = 25\u00a0%',
        '1: Stufe 1 gesichert: erste Ansätze',
      ],
      ['Strenge Stufe', 'offen: 1 ohne Antwort', 'offen'],
    ]);
  });

  it('says why there is no value', async () => {
    const few = await explained('office=20&dimension=d5');
    expect([few.value, few.status]).toEqual([null, 'insufficient']);
    expect(few.sentence.de).toContain('Nur 2 von 5 zutreffenden Fragen sind beantwortet.');
    const none = await explained('office=30');
    expect([none.value, none.status, none.parts]).toEqual([null, 'notSubmitted', []]);
    const notAsked = await explained('office=10&dimension=d7');
    expect(notAsked.status).toBe('notApplicable');
    expect(notAsked.parts.every(({ state }) => state === 'notAsked')).toBe(true);
  });

  it('computes an index from the dimensions, a city and a division from the offices', async () => {
    const office = await explained('office=10');
    expect(office.formula.inserted.de).toBe('(75 + 75 + 75 + 75 + 66,67 + 75) / 6 = 73,6');
    expect(office.steps.map(({ name }) => name.de)).toEqual([
      'Gedecktes Gewicht',
      'Spanne',
      'Name der Stufe',
    ]);
    const city = await explained('');
    expect(city.of).toMatchObject({ kind: 'city', name: 'Musterstadt', code: null, officeId: null });
    expect(city.formula.inserted.de).toBe('(73,61 + 25) / 2 = 49,3');
    expect(city.parts.map(({ state, counted }) => [state, counted])).toEqual([
      ['provisional', true],
      ['provisional', true],
      ['notSubmitted', false],
    ]);
    expect(city.counts).toEqual({ responses: 2, counted: 2, notCounted: 1 });
    const byName = new Map(stepsOf(city).map(([name, ...rest]) => [name, rest]));
    expect(byName.get('Rücklauf')).toEqual(['2 / 3 = 67\u00a0%', '67\u00a0%']);
    expect(byName.get('Unsicherheit (95 %)')?.[0]).toMatch(/^n = 2, N = 3, s = 34,37$/);
    const division = await explained('office=II&dimension=d1');
    expect(division).toMatchObject({ of: { kind: 'division', code: 'II' }, value: 75 });
    expect(division.parts.map(({ title }) => title.de)).toEqual(['10 Amt 10', '30 Amt 30']);
  });

  it('names a section of the method that is there', async () => {
    const method = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
    for (const query of ['office=10&dimension=d5', 'office=10', '', 'dimension=d1', 'office=II']) {
      const { formula, steps } = await explained(query);
      for (const { section } of [formula, ...steps]) expect(method).toContain(`\n## ${section} `);
    }
  });

  it('refuses what does not exist, with what does', async () => {
    const ask = (query: string) => officer.get(`/api/waves/${waveId}/results/explain?${query}`);
    const office = await ask('office=99').expect(404);
    expect(office.body.errors[0]).toMatchObject({
      pointer: '#/office',
      allowed: expect.arrayContaining(['10', '20', '30', 'II']),
    });
    const dimension = await ask('office=10&dimension=d99').expect(404);
    expect(dimension.body.errors[0]).toMatchObject({
      pointer: '#/dimension',
      allowed: expect.arrayContaining(['d1']),
    });
    await ask('amt=10').expect(400);
  });
});

describe('the ranking', () => {
  it('is computed beside the server, once for everybody who asks', async () => {
    const ask = async () =>
      rankingResponse.parse((await officer.get(`/api/waves/${waveId}/results/ranking`).expect(200)).body);
    const [first, second, health] = await Promise.all([ask(), ask(), officer.get('/api/health')]);
    expect([first.state, second.state, health.status]).toEqual(['computing', 'computing', 200]);
    const ready = await untilReady(ask, ({ state }) => state === 'ready');
    expect(ready.offices.map(({ code, place, rank }) => [code, place, rank.median])).toEqual([
      ['10', 1, 1],
      ['20', 2, 2],
    ]);
    expect(ready.finding?.heading.de).toBe('Amt 10 liegt vorn, wie immer man die Handlungsfelder gewichtet');
    expect(await ask()).toEqual(ready);
  });
});
