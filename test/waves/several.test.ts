import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftedWave, openedWave, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type Agent, officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

let started: StartedPegel;
let officer: Agent;

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
});
afterAll(() => started.stop());

const several = { mode: 'several' };
const small = { anonymous: true, minGroup: 3, consent: 'Personalrat, Sitzung vom 1.9.2026' };
const drafted = async (over: Readonly<Record<string, unknown>> = several) =>
  (await draftedWave(officer, over)).wave;
const change = ({ id, revision }: { id: string; revision: number }, fields: object) =>
  officer.patch(`/api/waves/${id}`).send({ revision, ...fields });

describe('a draft of mode several', () => {
  it('is anonymous with groups of five unless something else is asked for', async () => {
    const wave = await drafted();
    expect(wave).toMatchObject({
      mode: 'several',
      several: { anonymous: true, minGroup: 5, consent: null },
      targets: {},
    });
    const named = await drafted({ mode: 'several', several: { anonymous: false, minGroup: 8 } });
    expect(named.several).toEqual({ anonymous: false, minGroup: 8, consent: null });
  });

  it('records who agreed to smaller groups, and which officer wrote it down when', async () => {
    const wave = await drafted({ mode: 'several', several: small });
    const consent = { text: small.consent, by: officerAccount.name, at: september.toISOString() };
    expect(wave.several).toEqual({ anonymous: true, minGroup: 3, consent });
    started.clock.pass(3_600_000);
    const again = (await change(wave, { title: 'Neu', several: small }).expect(200)).body;
    expect(again.several.consent).toEqual(consent);
    const other = { ...small, minGroup: 4 };
    const later = (await change(again, { several: other }).expect(200)).body;
    expect(later.several.consent.at).toBe(started.clock.now().toISOString());
    started.clock.set(september);
  });

  it.each([
    ['a group below three', { ...several, several: { ...small, minGroup: 2 } }, '#/several/minGroup'],
    ['a smaller group without consent', { ...several, several: { minGroup: 4 } }, '#/several/consent'],
    ['an empty consent', { ...several, several: { ...small, consent: ' ' } }, '#/several/consent'],
    ['a consent nobody needs', { ...several, several: { ...small, minGroup: 5 } }, '#/several/consent'],
    ['a promise in mode official', { mode: 'official', several: { minGroup: 5 } }, '#/several'],
    ['a promise without a mode', { several: { minGroup: 5 } }, '#/several'],
    ['who agreed when, made up', { ...several, several: { ...small, at: '2020-01-01' } }, '#/several'],
  ])('takes no %s', async (_what, over, pointer) => {
    const { id: _id, ...known } = await drafted();
    const { title, questionnaire, officeIds, deadline, language } = known;
    const before = await databaseDump(started.folder);
    const sent = { title, questionnaire, officeIds, deadline, language, ...over };
    const { body } = await officer.post('/api/waves').send(sent).expect(400);
    expect(body.errors[0].pointer).toContain(pointer);
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it('can become official and back; what it promised before is gone then', async () => {
    const wave = await drafted({ mode: 'several', several: small });
    const official = (await change(wave, { mode: 'official' }).expect(200)).body;
    expect(official).toMatchObject({ mode: 'official', several: null });
    await change(official, { several: small }).expect(400);
    const back = (await change(official, { mode: 'several' }).expect(200)).body;
    expect(back.several).toEqual({ anonymous: true, minGroup: 5, consent: null });
  });

  it('says before opening what is promised and which offices stay secret', async () => {
    const { wave, offices } = await draftedWave(officer, several);
    const checks = new Map(wave.checks.map((one: { kind: string }) => [one.kind, one]));
    expect(checks.get('anonymity')).toMatchObject({
      severity: 'ok',
      detail: { de: expect.stringContaining('anonym') },
    });
    expect(checks.get('small-offices')).toMatchObject({
      severity: 'warning',
      detail: { de: '3 Ämter haben weniger als 5 Personen: Ihre Werte bleiben geheim.' },
      officeIds: offices.map(({ id }) => id),
    });
    const { wave: official } = await draftedWave(officer);
    const kinds = official.checks.map(({ kind }: { kind: string }) => kind);
    expect(kinds).not.toContain('anonymity');
    expect(kinds).not.toContain('small-offices');
  });
});

describe('T10: an open wave', () => {
  it('keeps its mode, its anonymity and its group size for good', async () => {
    const { wave } = await openedWave(officer, several);
    const promised = { mode: 'several', several: { anonymous: true, minGroup: 5, consent: null } };
    expect(wave).toMatchObject(promised);
    for (const fields of [
      { several: { anonymous: false, minGroup: 5 } },
      { several: small },
      { mode: 'official' },
      { title: 'Neu' },
    ]) {
      await change(wave, fields).expect(409);
    }
    const now = (await officer.get(`/api/waves/${wave.id}`).expect(200)).body;
    expect(now).toMatchObject({ ...promised, revision: wave.revision });
    const { revision } = wave;
    const closed = (await officer.post(`/api/waves/${wave.id}/close`).send({ revision }).expect(200)).body;
    await change(closed, { several: { anonymous: false, minGroup: 5 } }).expect(409);
  });

  it('remembers the version of the rules it is scored with', async () => {
    const { wave } = await openedWave(officer);
    const stored = (await databaseDump(started.folder))['waves'] as { _id: string; rules: string }[];
    expect(stored.find(({ _id }) => _id === wave.id)?.rules).toBe('2026.1');
  });
});

describe('targets', () => {
  const put = (id: string, body: object) => officer.put(`/api/waves/${id}/targets`).send(body);

  it('can be set in every state, and replaced as a whole', async () => {
    const { wave } = await draftedWave(officer);
    const targets = { d1: 75, d2: null };
    const draft = (await put(wave.id, { revision: wave.revision, targets }).expect(200)).body;
    expect(draft.targets).toEqual(targets);
    const { revision } = draft;
    const open = (await officer.post(`/api/waves/${wave.id}/open`).send({ revision }).expect(200)).body;
    expect(open.targets).toEqual(targets);
    const moved = (await put(wave.id, { revision: open.revision, targets: { d3: 0 } }).expect(200)).body;
    expect(moved.targets).toEqual({ d3: 0 });
    const { revision: last } = moved;
    const closed = await officer.post(`/api/waves/${wave.id}/close`).send({ revision: last }).expect(200);
    const late = (await put(wave.id, { revision: closed.body.revision, targets: {} }).expect(200)).body;
    expect(late).toMatchObject({ state: 'closed', targets: {} });
  });

  it('are refused from a stale page, and for dimensions and points that do not exist', async () => {
    const { wave } = await draftedWave(officer);
    const { revision } = wave;
    const { body } = await put(wave.id, { revision, targets: { d1: 50, d99: 50 } }).expect(400);
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '#/targets/d99', allowed: expect.arrayContaining(['d1', 'd6']) }),
    ]);
    for (const points of [-1, 101, '50', true]) {
      await put(wave.id, { revision, targets: { d1: points } }).expect(400);
    }
    await put(wave.id, { revision: revision + 1, targets: {} }).expect(409);
    await put('w-unknown', { revision, targets: {} }).expect(404);
    expect((await officer.get(`/api/waves/${wave.id}`)).body.targets).toEqual({});
  });
});
