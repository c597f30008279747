import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOffice, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let officer: Agent;
let officeIds: string[];
let lonely: string;

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  const one = await addOffice(officer, { code: '10', emails: ['a10@stadt.example', 'b10@stadt.example'] });
  const two = await addOffice(officer, { code: '20', emails: ['a20@stadt.example', 'a10@stadt.example'] });
  officeIds = [one.id, two.id];
  lonely = (await addOffice(officer, { code: '90', emails: [] })).id;
});
afterAll(() => started.stop());

const draft = async (over: object = {}) =>
  (
    await officer
      .post('/api/waves')
      .send(waveOver(officeIds, { ...over }))
      .expect(201)
  ).body;
const count = async () => (await officer.get('/api/waves').expect(200)).body.waves.length;
const check = (wave: { checks: { kind: string; severity: string }[] }, kind: string) =>
  wave.checks.find((one) => one.kind === kind)?.severity;

describe('drafting a wave', () => {
  it('keeps the draft and says what opening it would make', async () => {
    const wave = await draft({ title: '  Erhebung  2026' });
    expect(wave).toMatchObject({
      title: 'Erhebung  2026',
      state: 'draft',
      mode: 'official',
      officeIds,
      counts: { offices: 2, invitations: 4, sent: 0 },
      daysLeft: 32,
      openedAt: null,
    });
    expect(wave.questionnaireTitle.de).not.toBe('kommunal-digital');
    expect((await officer.get(`/api/waves/${wave.id}`).expect(200)).body).toEqual(wave);
    expect((await officer.get('/api/waves').expect(200)).body.waves[0]).toEqual(wave);
  });

  it('lists what to look at before opening', async () => {
    const wave = await draft();
    expect(wave.checks.map((one: { kind: string; severity: string }) => [one.kind, one.severity])).toEqual([
      ['offices', 'ok'],
      ['contacts', 'ok'],
      ['shared-address', 'ok'],
      ['deadline', 'ok'],
      ['mail', 'warning'],
    ]);
    const other = await draft({ officeIds: [...officeIds, lonely], deadline: '2026-09-18' });
    expect(check(other, 'contacts')).toBe('warning');
    expect(other.checks.find((one: { kind: string }) => one.kind === 'contacts').officeIds).toEqual([lonely]);
    expect(check(other, 'deadline')).toBe('warning');
  });

  it('refuses offices and questionnaires that do not exist, naming what does, and writes nothing', async () => {
    const before = await count();
    const office = await officer.post('/api/waves').send(waveOver([officeIds[0] ?? '', 'o-unknown']));
    expect(office.status).toBe(400);
    expect(office.body.errors).toEqual([
      expect.objectContaining({ pointer: '#/officeIds/1', allowed: expect.arrayContaining(officeIds) }),
    ]);
    const questionnaire = { id: 'kommunal-digital', version: 99 };
    const unknown = await officer.post('/api/waves').send(waveOver(officeIds, { questionnaire }));
    expect(unknown.status).toBe(400);
    expect(unknown.body.errors).toEqual([
      expect.objectContaining({ pointer: '#/questionnaire', allowed: ['kommunal-digital 1'] }),
    ]);
    const twice = await officer.post('/api/waves').send(waveOver([...officeIds, ...officeIds]));
    expect(twice.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([
      '#/officeIds/2',
      '#/officeIds/3',
    ]);
    expect(await count()).toBe(before);
  });

  it.each([
    ['an unknown field', { state: 'open' }],
    ['a date that does not exist', { deadline: '2026-02-30' }],
    ['a date with a time', { deadline: '2026-10-16T00:00:00Z' }],
    ['an unknown language', { language: 'fr' }],
    ['an unknown mode', { mode: 'anonymous' }],
    ['a title with a line break', { title: 'a\r\nBcc: x@y.de' }],
    ['an empty title', { title: ' ' }],
    ['T32: a query in place of a text', { title: { $ne: null } }],
    ['T32: a query in place of an id', { officeIds: [{ $gt: '' }] }],
    ['T32: a query in place of a list', { officeIds: { $regex: '.' } }],
    ['T34: a key that starts with $', { questionnaire: { id: 'kommunal-digital', version: 1, $set: {} } }],
  ])('answers %s with 400 and writes nothing', async (_what, over) => {
    const before = await count();
    const res = await officer.post('/api/waves').send(waveOver(officeIds, over));
    expect(res.status).toBe(400);
    expect(res.body.type).toBe('/problems/malformed-request');
    expect(res.body.errors[0].pointer).toMatch(/^#/);
    expect(await count()).toBe(before);
  });
});

describe('changing a draft', () => {
  it('changes what was sent and nothing else', async () => {
    const wave = await draft();
    const change = { revision: wave.revision, deadline: '2026-11-02', language: 'en' };
    const changed = (await officer.patch(`/api/waves/${wave.id}`).send(change).expect(200)).body;
    expect(changed).toMatchObject({
      deadline: '2026-11-02',
      language: 'en',
      title: wave.title,
      officeIds,
      revision: wave.revision + 1,
    });
  });

  it('refuses a change made from a stale page', async () => {
    const wave = await draft();
    const change = { revision: wave.revision, title: 'Neu' };
    await officer.patch(`/api/waves/${wave.id}`).send(change).expect(200);
    const stale = await officer.patch(`/api/waves/${wave.id}`).send({ ...change, title: 'Älter' });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ type: '/problems/stale', revision: wave.revision + 1 });
    expect((await officer.get(`/api/waves/${wave.id}`)).body.title).toBe('Neu');
  });

  it('lets one of two changes at the same time through', async () => {
    const wave = await draft();
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((title) =>
        officer.patch(`/api/waves/${wave.id}`).send({ revision: wave.revision, title }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('deleting', () => {
  it('deletes a draft', async () => {
    const { id } = await draft();
    await officer.delete(`/api/waves/${id}`).expect(204);
    expect((await officer.get(`/api/waves/${id}`)).status).toBe(404);
    expect((await officer.delete(`/api/waves/${id}`)).status).toBe(404);
  });

  it('keeps a wave that was opened', async () => {
    const { id, revision } = await draft();
    await officer.post(`/api/waves/${id}/open`).send({ revision }).expect(200);
    expect((await officer.delete(`/api/waves/${id}`)).body.type).toBe('/problems/conflict');
    expect((await officer.get(`/api/waves/${id}`)).body.state).toBe('open');
  });
});

describe('a wave nobody knows', () => {
  it.each(['get', 'patch', 'delete'] as const)('is not found by %s', async (method) => {
    const res = await officer[method]('/api/waves/w-unknown').send(
      method === 'patch' ? { revision: 0 } : undefined,
    );
    expect(res.body).toMatchObject({ status: 404, type: '/problems/unknown' });
  });

  it.each(['open', 'close'])('cannot be told to %s', async (step) => {
    expect((await officer.post(`/api/waves/w-unknown/${step}`).send({ revision: 0 })).status).toBe(404);
  });
});
