import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answersOfOffice, submittedCounts } from '../../server/responses/submitted-answers.ts';
import { createStores, type Stores } from '../../server/stores.ts';
import { personOf, type SeveralWave, severalWave } from '../builders/several.ts';
import { invitationsOf, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';
import { allAt, freshSaveId, personWith } from './asked-offices.ts';

let started: StartedPegel;

beforeAll(async () => {
  started = await startPegel({ at: september });
});
beforeEach(() => started.clock.set(september));
afterAll(() => started.stop());

const full = (level: number) => ({ seen: {}, answers: allAt(level) });
const save = (key: string, value: unknown, base = 0) => ({
  saveId: freshSaveId(),
  changes: [{ key, base, value }],
});

async function beside<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const store = await openDatabase(started.folder);
  try {
    return await work(createStores(store.connection));
  } finally {
    await store.close();
  }
}

const submitted = (wave: SeveralWave, code: string) =>
  beside(async ({ responses: store, anonymousAnswers: anonymous, invitations }) => ({
    counts: await submittedCounts({ store, submittedInvitations: invitations.submittedCounts }, wave.waveId),
    answers: await answersOfOffice({ store, anonymous }, wave.waveId, wave.officeIds[code] ?? ''),
  }));

describe('where people answer for themselves with their names', () => {
  let wave: SeveralWave;
  beforeEach(async () => {
    wave = await severalWave(started, { asked: { a: 3, b: 1 }, several: { anonymous: false } });
  });

  it('nobody sees or changes what a colleague of the same office wrote', async () => {
    const [mine, other] = [personOf(wave, 'a', 0), personOf(wave, 'a', 1)];
    await mine.save(save('d1_1', 4)).expect(200);
    const page = (await other.open().expect(200)).body;
    expect(page).toMatchObject({ answers: {}, several: { anonymous: false, minGroup: 5 } });
    const { body } = await other.save(save('d1_1', 0)).expect(200);
    expect(body.conflicts).toEqual([]);
    expect((await mine.open().expect(200)).body.answers.d1_1.value).toEqual({ value: 4 });
  });

  it('two devices of one person meet in a conflict by key, as in an office', async () => {
    const mine = personOf(wave, 'a');
    await mine.save(save('d1_1', 4)).expect(200);
    const { body } = await mine.save(save('d1_1', 1)).expect(200);
    expect(body.conflicts).toEqual([{ key: 'd1_1', revision: 1, value: { value: 4 } }]);
    await mine.submit(full(4)).expect(409);
    await mine.submit({ ...full(4), seen: { d1_1: 1 } }).expect(200);
  });

  it('everybody submits once, and a submission ends nothing for the colleagues (T6)', async () => {
    const [mine, other] = [personOf(wave, 'a', 0), personOf(wave, 'a', 1)];
    const sent = await Promise.all(Array.from({ length: 10 }, () => mine.submit(full(3))));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(sent.map(({ body }) => body.receipt.code)).size).toBe(1);
    const { receipt } = (await mine.open().expect(200)).body;
    expect(receipt).toMatchObject({ submittedAt: september.toISOString(), askedItems: 30 });
    const again = await mine.submit(full(1)).expect(409);
    expect(again.body).toMatchObject({ type: '/problems/already-done', receipt });
    expect(again.body.detail).not.toContain('Amtes');
    expect((await other.open().expect(200)).body).toMatchObject({ state: 'draft', receipt: null });
    await other.submit(full(1)).expect(200);
    const { counts, answers } = await submitted(wave, 'a');
    expect(Object.fromEntries(counts)).toEqual({ [wave.officeIds['a'] ?? '']: 2 });
    expect(answers.map((one) => one['d1_1']?.value)).toEqual([1, 3]);
  });

  it('the officer sees of every person how far they are, and counts people', async () => {
    await personOf(wave, 'a', 0).submit(full(3)).expect(200);
    await personOf(wave, 'a', 1).save(save('d1_1', 4)).expect(200);
    await personOf(wave, 'a', 2).seen().expect(204);
    const { anonymous, counts, invitations } = await invitationsOf(wave.officer, wave.waveId);
    expect(anonymous).toBe(false);
    expect(counts).toMatchObject({ offices: 2, invitations: 4, seen: 1, started: 2, submitted: 1 });
    expect(invitations.map((row: { response: { state: string } }) => row.response.state)).toEqual([
      'submitted',
      'draft',
      'none',
      'none',
    ]);
    expect((await wave.officer.get(`/api/waves/${wave.waveId}`)).body.counts).toEqual(counts);
  });

  it('the link of one person takes nothing for another, whatever is sent with it (T13)', async () => {
    const [mine, other] = [personOf(wave, 'a', 0), personOf(wave, 'a', 1)];
    const [invitationId] = other.link.split('.');
    const before = await databaseDump(started.folder);
    await mine.submit({ ...full(3), invitationId } as never).expect(400);
    await mine.save({ ...save('d1_1', 3), invitationId } as never).expect(400);
    expect(await databaseDump(started.folder)).toEqual(before);
  });
});

describe('where people answer anonymously', () => {
  let wave: SeveralWave;
  beforeEach(async () => {
    wave = await severalWave(started, { asked: { a: 3, b: 1 } });
  });

  it('the page is told so, and nothing is saved before the submission', async () => {
    const mine = personOf(wave, 'a');
    const before = await databaseDump(started.folder);
    const page = (await mine.open().expect(200)).body;
    expect(page).toMatchObject({
      state: 'draft',
      answers: {},
      savedAt: null,
      receipt: null,
      several: { anonymous: true, minGroup: 5 },
    });
    await mine.seen().expect(204);
    const refused = await mine.save(save('d1_1', 3)).expect(409);
    expect(refused.body).toMatchObject({ type: '/problems/conflict' });
    expect(refused.body.detail).toContain('anonym');
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it('names what is not valid and keeps nothing of it', async () => {
    const mine = personOf(wave, 'a');
    const before = await databaseDump(started.folder);
    const { body } = await mine.submit({ seen: {}, answers: { ...allAt(3), d1_1: 9 } }).expect(422);
    expect(body.errors[0].pointer).toBe('#/answers/d1_1');
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it('the receipt knows no time and is the same at every visit', async () => {
    const mine = personOf(wave, 'a');
    const { receipt } = (await mine.submit(full(3)).expect(200)).body;
    expect(receipt).toMatchObject({ submittedAt: null, answeredItems: 0, askedItems: 0 });
    expect(receipt.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    started.clock.pass(86_400_000);
    const page = (await mine.open().expect(200)).body;
    expect(page).toMatchObject({ state: 'submitted', answers: {}, savedAt: null, receipt });
    await wave.close();
    expect((await mine.open().expect(200)).body.receipt).toEqual(receipt);
    await personOf(wave, 'a', 1).open().expect(410);
  });

  it('a submission is final: the same or other answers are refused with the receipt, also with a new link', async () => {
    const mine = personOf(wave, 'a');
    const { receipt } = (await mine.submit(full(3)).expect(200)).body;
    for (const level of [3, 1]) {
      const { body } = await mine.submit(full(level)).expect(409);
      expect(body).toMatchObject({ type: '/problems/already-done', receipt });
    }
    const [id = ''] = mine.link.split('.');
    await wave.officer.post(`/api/invitations/${id}/revoke`).send({}).expect(200);
    await mine.submit(full(1)).expect(410);
    await wave.officer.post(`/api/invitations/${id}/resend`).send({ newLink: true }).expect(202);
    await started.pegel.tick();
    const { mails } = (await wave.officer.get(`/api/outbox?waveId=${wave.waveId}`).expect(200)).body;
    const links = mails.flatMap((mail: { link: string | null }) => mail.link?.split('/r/')[1] ?? []);
    const renewed = links.find((link: string) => link.startsWith(id) && link !== mine.link);
    const other = personWith(started.url, renewed);
    expect((await other.open().expect(200)).body).toMatchObject({ state: 'submitted', receipt });
    await other.submit(full(1)).expect(409);
    expect((await submitted(wave, 'a')).answers).toHaveLength(1);
  });

  it('fifty submissions at once are kept as one (T6)', async () => {
    const mine = personOf(wave, 'a');
    const sent = await Promise.all(Array.from({ length: 50 }, () => mine.submit(full(2))));
    const statuses = sent.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.every((status) => [200, 409].includes(status))).toBe(true);
    expect(new Set(sent.map(({ body }) => body.receipt.code)).size).toBe(1);
    const { counts, answers } = await submitted(wave, 'a');
    expect([...counts.values()]).toEqual([1]);
    expect(answers).toHaveLength(1);
  });

  it('of different answers sent at once one is kept, and only its sender is told so', async () => {
    const mine = personOf(wave, 'a');
    const sent = await Promise.all([0, 1, 2, 3, 4].map((level) => mine.submit(full(level))));
    const levels = sent.flatMap(({ status }, level) => (status === 200 ? [level] : []));
    expect(sent.every(({ status }) => [200, 409].includes(status))).toBe(true);
    const { answers } = await submitted(wave, 'a');
    expect(answers).toHaveLength(1);
    expect(levels).toEqual([answers[0]?.['d1_1']?.value]);
  });

  it('the officer learns who has submitted, nothing else', async () => {
    await personOf(wave, 'a', 1).seen().expect(204);
    await personOf(wave, 'a', 1).submit(full(3)).expect(200);
    const { anonymous, counts, invitations } = await invitationsOf(wave.officer, wave.waveId);
    expect(anonymous).toBe(true);
    expect(counts).toMatchObject({ invitations: 4, sent: 4, seen: 0, started: 0, submitted: 1 });
    const shown = invitations.map(({ seenAt, response }: { seenAt: null; response: object }) => ({
      seenAt,
      ...response,
    }));
    const nothing = { seenAt: null, state: 'none', answered: 0, at: null };
    expect(shown).toEqual([nothing, { ...nothing, state: 'submitted' }, nothing, nothing]);
  });

  it('answers come out in an order that follows from them alone', async () => {
    const levels = [4, 0, 2];
    for (const [at, level] of levels.entries()) {
      await personOf(wave, 'a', at).submit(full(level)).expect(200);
    }
    await personOf(wave, 'b').submit(full(1)).expect(200);
    const { counts, answers } = await submitted(wave, 'a');
    expect(answers.map((one) => one['d1_1']?.value)).toEqual([0, 2, 4]);
    expect([...counts.values()].sort()).toEqual([1, 3]);
  });

  it('queued submissions are taken for 15 minutes after midnight, not longer (F4)', async () => {
    started.clock.set('2026-10-16T22:14:59Z');
    await personOf(wave, 'a', 0).submit(full(3)).expect(200);
    started.clock.set('2026-10-16T22:15:00Z');
    await personOf(wave, 'a', 1).submit(full(3)).expect(410);
    expect((await submitted(wave, 'a')).answers).toHaveLength(1);
  });
});
