import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompareResponse, compareResponse } from '../../server/comparison/comparison.wire.ts';
import { september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';

let started: StartedPegel;
let officer: Agent;
let before: string;
let after: string;
let draft: string;
const ids = new Map<string, string>();

const names: Readonly<Record<string, string>> = {
  '10': 'Hauptamt',
  '65': 'Gebäude',
  '66': 'Straßen',
  '68': 'Umwelt',
};

async function addOffice(code: string, headcount: number | null, parentId: string | null) {
  const contacts = [{ name: `Person ${code}`, email: `lead${code}@stadt.example`, role: 'lead' }];
  const office = { code, name: names[code] ?? code, parentId, headcount, fields: [], contacts };
  const { body } = await officer.post('/api/offices').send(office).expect(201);
  ids.set(code, body.id);
  return body.id as string;
}

/** A wave in which each office answers everything with one level; null: it does not answer. */
async function answeredWave(levels: Readonly<Record<string, number | null>>, title: string) {
  const officeIds = Object.keys(levels).map((code) => ids.get(code) ?? '');
  const drafted = await officer.post('/api/waves').send(waveOver(officeIds, { title })).expect(201);
  const { id, revision } = drafted.body;
  const opened = await officer.post(`/api/waves/${id}/open`).send({ revision }).expect(200);
  await started.pegel.tick();
  const { mails } = (await officer.get(`/api/outbox?waveId=${id}`).expect(200)).body;
  for (const [code, level] of Object.entries(levels)) {
    if (level === null) continue;
    const mail = mails.find(({ to }: { to: string }) => to === `lead${code}@stadt.example`);
    const person = personWith(started.url, String(mail?.link).split('/r/')[1] ?? '');
    await person.submit({ seen: {}, answers: allAt(level) }).expect(200);
  }
  await officer.post(`/api/waves/${id}/close`).send({ revision: opened.body.revision }).expect(200);
  await started.pegel.tick();
  return id as string;
}

const pathOf = (from: string, to: string) => `/api/compare?from=${from}&to=${to}`;
const successorsOf = (from: string, to: string) => `/api/compare/successors?from=${from}&to=${to}`;
const put = (csv: string, path = successorsOf(before, after)) =>
  officer.put(path).set('Content-Type', 'text/csv').send(csv);

async function comparison(): Promise<CompareResponse> {
  return (await officer.get(pathOf(before, after)).expect(200)).body;
}
const changeOf = ({ offices }: CompareResponse, code: string) =>
  offices.find((office) => office.code === code)?.change;

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  const contacts: readonly unknown[] = [];
  const top = { code: 'II', name: 'Dezernat II', parentId: null, headcount: null, fields: [], contacts };
  const division = (await officer.post('/api/offices').send(top).expect(201)).body.id;
  await addOffice('10', 50, null);
  await addOffice('65', 10, division);
  await addOffice('66', 30, division);
  before = await answeredWave({ '10': 1, '65': 4, '66': 0 }, 'Stand 2025');
  await addOffice('68', 5, division);
  after = await answeredWave({ '10': 2, '66': 2, '68': 1 }, 'Stand 2026');
  const over = waveOver([ids.get('10') ?? ''], { title: 'Entwurf' });
  draft = (await officer.post('/api/waves').send(over).expect(201)).body.id;
});
afterAll(() => started.stop());

describe('the comparison of two waves', () => {
  it('keeps to what the interface promises', async () => {
    const said = compareResponse.parse(await comparison());
    expect([said.from.title, said.to.title, said.rules]).toEqual(['Stand 2025', 'Stand 2026', '2026.1']);
    expect(said.offices.map(({ code }) => code)).toEqual(['10', '66']);
  });

  it('says what changed on the same questions and what other offices contribute', async () => {
    const said = await comparison();
    expect(changeOf(said, '10')?.index).toMatchObject({ from: 25, to: 50, linked: 25, verdict: 'up' });
    expect(changeOf(said, '66')?.dimensions['d1']).toMatchObject({ from: 0, to: 50, linked: 50 });
    const { index } = said.cityChanges;
    expect(index).toMatchObject({ n: 2, mean: 37.5, from: 41.666667, to: 41.666667, raw: 0 });
    expect(index).toMatchObject({ composition: 0, organisation: -37.5, holmP: null });
    expect(said.finding.heading.de).toBe('Im Ganzen gleich, auf gleichen Fragen 37,5 mehr');
    expect(said.divisions[0]).toMatchObject({ code: 'II', change: { n: 1, index: { linked: 50 } } });
    expect(said.onlyFrom.map(({ code }) => code)).toEqual(['65']);
    expect(said.onlyTo.map(({ code, name }) => [code, name])).toEqual([['68', 'Umwelt']]);
    expect(said.questionnaireChanges).toEqual([]);
  });

  it('takes a merged office over in proportion once the officer says so, until it is forgotten', async () => {
    const kept = await put('from;to;share\r\n65;66;1\r\n').expect(200);
    expect(kept.body).toEqual({ successors: [{ from: '65', to: '66', share: 1 }] });
    const said = await comparison();
    expect(changeOf(said, '66')?.index).toMatchObject({ from: 25, to: 50, linked: 25 });
    expect(changeOf(said, '66')?.predecessors).toEqual(
      [
        { office: ids.get('65'), share: 0.25 },
        { office: ids.get('66'), share: 0.75 },
      ].toSorted((a, b) => (String(a.office) < String(b.office) ? -1 : 1)),
    );
    expect(said.organisation.map(({ de }) => de)).toEqual([
      '65 Gebäude ist in 66 Straßen aufgegangen, anteilig übernommen',
      '68 Umwelt ist neu: ohne Vorjahr',
    ]);
    expect([said.successors, said.onlyFrom]).toEqual([kept.body.successors, []]);
    await officer.delete(successorsOf(before, after)).expect(204);
    await officer.delete(successorsOf(before, after)).expect(204);
    expect((await comparison()).successors).toEqual([]);
  });

  it('refuses a successor map by row and keeps nothing of it', async () => {
    const { body } = await put('from;to;share\n65;66;0.5\n65;99;0,5\n').expect(422);
    expect(body.errors).toEqual([
      {
        pointer: '#/rows/3/to',
        detail: expect.stringContaining('„99“'),
        allowed: ['10', '66', '68'],
      },
    ]);
    expect((await comparison()).successors).toEqual([]);
    await officer.put(successorsOf(before, after)).send({ from: '65' }).expect(415);
  });

  it('refuses drafts, unknown waves and a wave with itself, whatever is asked', async () => {
    const pairs: readonly (readonly [string, string, number])[] = [
      [before, draft, 409],
      [draft, after, 409],
      ['unknown', after, 404],
      [before, 'unknown', 404],
      [before, before, 400],
    ];
    for (const [from, to, status] of pairs) {
      const said = await officer.get(pathOf(from, to)).expect(status);
      expect(said.body.detail).not.toBe('');
      await put('from;to;share\n65;66;1\n', successorsOf(from, to)).expect(status);
      await officer.delete(successorsOf(from, to)).expect(status);
    }
    await officer.get('/api/compare').expect(400);
    await officer.get(`${pathOf(before, after)}&filter=x`).expect(400);
  });

  it('is for those who are signed in', async () => {
    await supertest(started.url).get(pathOf(before, after)).expect(401);
    await supertest(started.url).put(successorsOf(before, after)).send('x').expect(401);
    await supertest(started.url).delete(successorsOf(before, after)).expect(401);
  });

  it('is not possible before an office has submitted', async () => {
    const silent = await answeredWave({ '10': null }, 'Ohne Antworten');
    const { body } = await officer.get(pathOf(before, silent)).expect(409);
    expect(body.detail).toContain('Ohne Antworten');
  });
});
