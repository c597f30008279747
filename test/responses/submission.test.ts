import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { september } from '../builders/wave.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import {
  allAt,
  type City,
  freshSaveId,
  type OpenedWave,
  openedWave,
  smallCity,
  submissionOf,
} from './asked-offices.ts';

let started: StartedPegel;
let city: City;
let wave: OpenedWave;

beforeAll(async () => {
  started = await startPegel({ at: september });
  city = await smallCity(started);
});
beforeEach(async () => {
  started.clock.set(september);
  wave = await openedWave(started, city);
});
afterAll(() => started.stop());

const full = { seen: {}, answers: allAt(3) };

async function exported(): Promise<{ office: string; answers: Record<string, unknown> }[]> {
  return (await city.officer.get(`/api/waves/${wave.waveId}/responses.json`).expect(200)).body;
}

describe('submitting', () => {
  it('gives a receipt, which a second visit shows again with the answers', async () => {
    await wave.lead
      .save({ saveId: freshSaveId(), changes: [{ key: 'd1_1', base: 0, value: 2 }] })
      .expect(200);
    const page = (await wave.lead.open().expect(200)).body;
    const sent = submissionOf(page, { ...allAt(3), d1_1: 2, d1_2: { state: 'dk' } });
    const { receipt } = (await wave.lead.submit(sent).expect(200)).body;
    expect(receipt).toMatchObject({ answeredItems: 30, askedItems: 30, submittedBy: 'Person 10-1' });
    expect(receipt.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const again = (await wave.expert.open().expect(200)).body;
    expect(again).toMatchObject({ state: 'submitted', receipt });
    expect(again.answers.d1_1.value).toEqual({ value: 2 });
    expect(again.answers.d6_5.value).toEqual({ value: 3 });
  });

  it('happens once when it is sent twice at the same moment (T6)', async () => {
    const both = await Promise.all([
      wave.lead.submit(full),
      wave.expert.submit(full),
      wave.lead.submit(full),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(both.map(({ body }) => JSON.stringify(body.receipt))).size).toBe(1);
    expect(await exported()).toHaveLength(1);
  });

  it('gives the same receipt when the answer to it was lost', async () => {
    const first = (await wave.lead.submit(full).expect(200)).body;
    started.clock.pass(3_600_000);
    expect((await wave.lead.submit(full).expect(200)).body).toEqual(first);
  });

  it('refuses other answers, and saves, after the submission', async () => {
    const { receipt } = (await wave.lead.submit(full).expect(200)).body;
    const other = await wave.expert.submit({ seen: {}, answers: allAt(4) }).expect(409);
    expect(other.body).toMatchObject({ type: '/problems/already-done', receipt });
    const changes = [{ key: 'd1_1', base: 1, value: 0 }];
    await wave.lead.save({ saveId: freshSaveId(), changes }).expect(409);
    expect((await exported())[0]?.answers['d1_1']).toBe(3);
  });

  it('refuses a page that has not seen what a colleague saved, naming the questions', async () => {
    const changes = [{ key: 'd2_2', base: 0, value: { value: 1, comment: 'neu' } }];
    await wave.expert.save({ saveId: freshSaveId(), changes }).expect(200);
    const { body } = await wave.lead.submit(full).expect(409);
    expect(body).toMatchObject({
      type: '/problems/response-changed-elsewhere',
      keys: ['d2_2'],
      conflicts: [{ key: 'd2_2', revision: 1, value: { value: 1, comment: 'neu' } }],
    });
    await wave.lead.submit({ ...full, seen: { d2_2: 1 } }).expect(200);
  });

  it('names every invalid answer with what is allowed and stores nothing (T27)', async () => {
    const answers = { ...allAt(3), d1_1: { state: 'na' }, d1_2: 7, nope: 1 };
    const { body } = await wave.lead.submit({ seen: {}, answers }).expect(422);
    expect(body.type).toBe('/problems/incomplete');
    const errors = new Map(body.errors.map((one: { pointer: string }) => [one.pointer, one]));
    expect([...errors.keys()].sort()).toEqual(['#/answers/d1_1/reason', '#/answers/d1_2', '#/answers/nope']);
    expect(errors.get('#/answers/d1_1/reason')).toMatchObject({
      allowed: ['elsewhere', 'noOutsideService', 'other'],
    });
    expect(errors.get('#/answers/d1_2')).toMatchObject({ allowed: [0, 1, 2, 3, 4] });
    expect((await wave.lead.open().expect(200)).body).toMatchObject({ state: 'draft', answers: {} });
  });

  it.each([
    ['a score', { score: { index: 100 } }],
    ['a state', { state: 'submitted' }],
    ['an office', { officeId: 'other' }],
    ['an id', { _id: 'other' }],
  ])('refuses %s in the request (T13, T29)', async (_what, more) => {
    await wave.lead.submit({ ...full, ...more }).expect(400);
    expect(await exported()).toEqual([]);
  });

  it('strips answers to questions the office was not asked (T27)', async () => {
    const answers = { ...allAt(3), d7_1: 4 };
    await wave.lead.submit({ seen: {}, answers }).expect(200);
    await wave.schools.submit({ seen: {}, answers }).expect(200);
    const stored = new Map((await exported()).map((one) => [one.office, one.answers]));
    expect(stored.get('10')).not.toHaveProperty('d7_1');
    expect(stored.get('40')).toHaveProperty('d7_1', 4);
  });

  it('refuses a body of thousands of rows quickly and lives on (T30)', async () => {
    const value = Array.from({ length: 4_000 }, (_, at) => ({ id: `r${at}` }));
    await wave.lead.submit({ seen: {}, answers: { ...allAt(3), projects: value } }).expect(422);
    await wave.lead.open().expect(200);
  });
});

describe('after the end', () => {
  const changes = [{ key: 'd1_1', base: 0, value: 2 }];

  async function close(): Promise<void> {
    const { waveId, revision } = wave;
    await city.officer.post(`/api/waves/${waveId}/close`).send({ revision }).expect(200);
  }

  it('a form that was open when the wave closed is told so and whom to ask (T5)', async () => {
    await wave.lead.save({ saveId: freshSaveId(), changes }).expect(200);
    await close();
    for (const request of [
      wave.lead.save({ saveId: freshSaveId(), changes }),
      wave.lead.submit(full),
      wave.lead.open(),
      wave.lead.seen(),
    ]) {
      const { body } = await request.expect(410);
      expect(body).toMatchObject({
        type: '/problems/link-over',
        reason: 'closed',
        city: 'Musterstadt',
        contact: { name: 'Digitalisierungsbeauftragte', phone: '0123 456-789' },
      });
    }
  });

  it('a form whose link was ended is told so, and a colleague goes on with what was saved (T5)', async () => {
    await wave.lead.save({ saveId: freshSaveId(), changes }).expect(200);
    const invitationId = wave.lead.link.split('.')[0];
    await city.officer.post(`/api/invitations/${invitationId}/revoke`).send({}).expect(200);
    for (const request of [wave.lead.save({ saveId: freshSaveId(), changes }), wave.lead.submit(full)]) {
      const { body } = await request.expect(410);
      expect(body).toMatchObject({ reason: 'revoked', contact: { phone: '0123 456-789' } });
    }
    const { body } = await wave.expert.open().expect(200);
    expect(body.answers.d1_1).toEqual({ value: { value: 2 }, revision: 1 });
  });

  it('the receipt can still be seen, and a lost answer to the submission be asked for again', async () => {
    const { receipt } = (await wave.lead.submit(full).expect(200)).body;
    await close();
    expect((await wave.lead.open().expect(200)).body.receipt).toEqual(receipt);
    expect((await wave.lead.submit(full).expect(200)).body.receipt).toEqual(receipt);
    await wave.lead.seen().expect(204);
    const { body } = await city.officer.get(`/api/waves/${wave.waveId}/invitations`).expect(200);
    expect(body.counts.seen).toBe(0);
  });

  it('queued saves are taken for 15 minutes after midnight, not longer (F4)', async () => {
    started.clock.set('2026-10-16T22:14:59Z');
    await wave.lead.save({ saveId: freshSaveId(), changes }).expect(200);
    started.clock.set('2026-10-16T22:15:00Z');
    await wave.lead.save({ saveId: freshSaveId(), changes }).expect(410);
    await wave.schools.open().expect(410);
  });
});
