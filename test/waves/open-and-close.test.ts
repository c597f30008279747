import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { snapshotOf } from '../../server/waves/wave-snapshot.ts';
import { createWavesStore } from '../../server/waves/waves-store.ts';
import { addOffice, draftedWave, invitationsOf, openedWave, september, waveOver } from '../builders/wave.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';

let shared: StartedPegel;
let officer: Agent;

beforeAll(async () => {
  shared = await startPegel({ at: september });
  officer = await shared.officer();
});
afterAll(() => shared.stop());

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  shared.clock.set(september);
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function keptFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pegel-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const mailsOf = async (agent: Agent, waveId: string) =>
  (await agent.get(`/api/outbox?waveId=${waveId}`).expect(200)).body.mails;

describe('opening a wave', () => {
  it('makes one invitation and one owed mail per contact, also when it is opened five times at once', async () => {
    const { pegel } = shared;
    const { wave } = await draftedWave(officer);
    const { revision } = wave;
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => officer.post(`/api/waves/${wave.id}/open`).send({ revision })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ body }) => body.type))).toEqual(new Set(['/problems/already-done']));
    await pegel.tick();
    const { invitations, counts } = await invitationsOf(officer, wave.id);
    expect(invitations.map(({ email }: { email: string }) => email)).toEqual([
      'a10@stadt.example',
      'b10@stadt.example',
      'a20@stadt.example',
      'a30@stadt.example',
    ]);
    expect(counts).toMatchObject({ offices: 3, invitations: 4, sent: 4 });
    expect(await mailsOf(officer, wave.id)).toHaveLength(4);
  });

  it('keeps who is asked as it was, whatever happens to the offices afterwards', async () => {
    const division = await addOffice(officer, { code: 'II', emails: [] });
    const office = await addOffice(officer, {
      code: '40',
      emails: ['a40@stadt.example'],
      parentId: division.id,
      fields: ['bildung'],
    });
    const draft = (
      await officer
        .post('/api/waves')
        .send(waveOver([office.id]))
        .expect(201)
    ).body;
    const { revision } = draft;
    const opened = await officer.post(`/api/waves/${draft.id}/open`).send({ revision }).expect(200);
    const { id: _id, ...fields } = office;
    await officer
      .put(`/api/offices/${office.id}`)
      .send({ ...fields, name: 'Umbenannt', contacts: [] })
      .expect(200);
    const { invitations } = await invitationsOf(officer, draft.id);
    expect(invitations).toMatchObject([
      { officeCode: '40', officeName: 'Amt 40', email: 'a40@stadt.example' },
    ]);
    expect(opened.body).toMatchObject({ state: 'open', officeIds: [office.id], checks: [] });
    expect((await officer.delete(`/api/offices/${office.id}`)).status).toBe(409);
  });

  it.each([
    ['no office is selected', { officeIds: [] }, '#/officeIds'],
    ['the deadline has passed', { deadline: '2026-09-13' }, '#/deadline'],
  ])('is refused while %s, and nothing is sent', async (_why, over, pointer) => {
    const { wave } = await draftedWave(officer);
    const change = { revision: wave.revision, ...over };
    const { revision } = (await officer.patch(`/api/waves/${wave.id}`).send(change).expect(200)).body;
    const res = await officer.post(`/api/waves/${wave.id}/open`).send({ revision });
    expect(res.body).toMatchObject({ status: 409, type: '/problems/conflict', errors: [{ pointer }] });
    expect(await mailsOf(officer, wave.id)).toEqual([]);
    expect((await officer.get(`/api/waves/${wave.id}`)).body.state).toBe('draft');
  });

  it('is refused when no selected office has a contact', async () => {
    const { id } = await addOffice(officer, { code: '90', emails: [] });
    const wave = (
      await officer
        .post('/api/waves')
        .send(waveOver([id]))
        .expect(201)
    ).body;
    const res = await officer.post(`/api/waves/${wave.id}/open`).send({ revision: wave.revision });
    expect(res.body).toMatchObject({ status: 409, errors: [{ pointer: '#/officeIds' }] });
    expect(res.body.errors[0].detail).toContain('Ansprechperson');
  });

  it('is refused from a stale page', async () => {
    const { wave } = await draftedWave(officer);
    const { revision } = wave;
    await officer.patch(`/api/waves/${wave.id}`).send({ revision, title: 'Neu' }).expect(200);
    const res = await officer.post(`/api/waves/${wave.id}/open`).send({ revision });
    expect(res.body).toMatchObject({ status: 409, type: '/problems/stale' });
  });

  it('is made good by the next run when Pegel stopped right after the first write', async () => {
    const folder = await keptFolder();
    const first = await startPegel({ at: september, folder });
    const { wave, offices } = await draftedWave(await first.officer());
    await first.stop();
    const store = await openDatabase(folder);
    await createWavesStore(store.connection).open(
      wave,
      {
        ...snapshotOf(
          offices.map(({ id }) => id),
          offices,
        ),
        rules: '2026.1',
      },
      september,
    );
    await store.close();

    const second = await startPegel({ at: september, folder });
    cleanUps.push(second.stop);
    const again = await second.officer();
    expect((await invitationsOf(again, wave.id)).invitations).toEqual([]);
    await second.pegel.tick();
    await second.pegel.tick();
    expect((await invitationsOf(again, wave.id)).counts).toMatchObject({ invitations: 4, sent: 4 });
    expect(await mailsOf(again, wave.id)).toHaveLength(4);
  });
});

describe('closing a wave', () => {
  it('ends it by hand, once', async () => {
    const { wave } = await openedWave(officer);
    const { revision } = wave;
    const closed = await officer.post(`/api/waves/${wave.id}/close`).send({ revision }).expect(200);
    expect(closed.body).toMatchObject({ state: 'closed', closedAt: september.toISOString() });
    const again = await officer.post(`/api/waves/${wave.id}/close`).send({ revision });
    expect(again.body).toMatchObject({ status: 409, type: '/problems/already-done' });
    const stale = await officer.post(`/api/waves/${wave.id}/open`).send({ revision: revision + 1 });
    expect(stale.body).toMatchObject({ status: 409, type: '/problems/already-done' });
  });

  it('is refused for a draft and from a stale page', async () => {
    const { wave } = await draftedWave(officer);
    const { revision } = wave;
    const early = await officer.post(`/api/waves/${wave.id}/close`).send({ revision });
    expect(early.body).toMatchObject({ status: 409, type: '/problems/conflict' });
    await officer.post(`/api/waves/${wave.id}/open`).send({ revision }).expect(200);
    const stale = await officer.post(`/api/waves/${wave.id}/close`).send({ revision });
    expect(stale.body).toMatchObject({ status: 409, type: '/problems/stale' });
  });

  it('happens by itself 15 minutes after the deadline in the time zone of the city', async () => {
    const { clock, pegel } = shared;
    const { wave } = await openedWave(officer, { deadline: '2026-10-16' });
    const state = async () => (await officer.get(`/api/waves/${wave.id}`).expect(200)).body;
    clock.set('2026-10-16T22:14:59Z');
    await pegel.tick();
    expect((await state()).state).toBe('open');
    clock.set('2026-10-16T22:15:00Z');
    await pegel.tick();
    expect(await state()).toMatchObject({ state: 'closed', closedAt: '2026-10-16T22:15:00.000Z' });
  });

  it('F4: is caught up when Pegel was down at the deadline, and happens once', async () => {
    const folder = await keptFolder();
    const first = await startPegel({ at: september, folder });
    const { wave } = await openedWave(await first.officer());
    await first.stop();

    const second = await startPegel({ folder, at: new Date('2026-11-20T08:00:00Z') });
    cleanUps.push(second.stop);
    const again = await second.officer();
    await second.pegel.tick();
    const closed = (await again.get(`/api/waves/${wave.id}`).expect(200)).body;
    expect(closed).toMatchObject({ state: 'closed', closedAt: '2026-10-16T22:15:00.000Z', daysLeft: -35 });
    await second.pegel.tick();
    expect((await again.get(`/api/waves/${wave.id}`)).body.revision).toBe(closed.revision);
  });
});

describe('T14: reading', () => {
  it('changes nothing', async () => {
    const { pegel } = shared;
    const { wave } = await openedWave(officer);
    await pegel.tick();
    const paths = ['', '/invitations', '/mail-preview', '/mail-preview?language=en'].map(
      (path) => `/api/waves/${wave.id}${path}`,
    );
    const look = () =>
      Promise.all(
        ['/api/waves', '/api/outbox', ...paths].map(
          async (path) => (await officer.get(path).expect(200)).body,
        ),
      );
    const before = await look();
    for (let n = 0; n < 5; n += 1) await look();
    await Promise.all(paths.map((path) => officer.head(path).expect(200)));
    await pegel.tick();
    expect(await look()).toEqual(before);
  });
});
