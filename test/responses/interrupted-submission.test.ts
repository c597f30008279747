import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResponsesDeps } from '../../server/responses/responses-deps.ts';
import { submitAnswers } from '../../server/responses/submit-answers.ts';
import type { Store } from '../../server/store/connect.ts';
import { answeringDeps } from '../builders/answering-deps.ts';
import { personOf, type SeveralWave, severalWave } from '../builders/several.ts';
import { september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';
import { allAt, type Person } from './asked-offices.ts';

interface KeptInvitation {
  readonly _id: string;
  readonly submitted?: boolean;
  readonly sealing?: string;
}

interface KeptAnswers {
  readonly _id: string;
  readonly waveId: string;
  readonly answers: Readonly<Record<string, { readonly value: number }>>;
}

let started: StartedPegel;
let store: Store;
let deps: ResponsesDeps;
let wave: SeveralWave;
let mine: Person;

beforeAll(async () => {
  started = await startPegel({ at: september });
  await started.officer();
  store = await openDatabase(started.folder);
  deps = await answeringDeps(started, store.connection);
});
beforeEach(async () => {
  wave = await severalWave(started, { asked: { a: 2 } });
  mine = personOf(wave, 'a');
});
afterAll(async () => {
  await store.close();
  await started.stop();
});

const full = (level: number) => ({ seen: {}, answers: allAt(level) });
const stop = () => Promise.reject(new Error('stopped here'));
const submitWith = (over: Partial<ResponsesDeps>, level = 3) =>
  submitAnswers({ ...deps, ...over }, { ...full(level), link: mine.link });

async function kept() {
  const dump = await databaseDump(started.folder);
  const invitations = (dump['invitations'] ?? []) as KeptInvitation[];
  const answers = (dump['anonymousAnswers'] ?? []) as KeptAnswers[];
  return {
    invitation: invitations.find(({ _id }) => _id === mine.link.split('.')[0]),
    answers: answers.filter(({ waveId }) => waveId === wave.waveId),
  };
}

async function expectKeptOnce(level: number): Promise<void> {
  const { invitation, answers } = await kept();
  expect(invitation?.submitted).toBe(true);
  expect(invitation).not.toHaveProperty('sealing');
  expect(answers).toHaveLength(1);
  expect(answers[0]?.answers['d1_1']).toEqual({ value: level });
}

describe('an anonymous submission that was stopped', () => {
  it('before the first write leaves nothing behind', async () => {
    await expect(submitWith({ sealInvitation: stop })).rejects.toThrow('stopped here');
    const { invitation, answers } = await kept();
    expect(invitation).not.toHaveProperty('sealing');
    expect(answers).toEqual([]);
    await mine.submit(full(1)).expect(200);
    await expectKeptOnce(1);
  });

  it('before the answers were kept stays open: the person can change them and send again', async () => {
    await expect(submitWith({ anonymous: { ...deps.anonymous, insert: stop } })).rejects.toThrow();
    const before = await kept();
    expect(before.invitation?.sealing).toMatch(/^[0-9a-f]{48}$/);
    await started.pegel.tick();
    expect(await kept()).toEqual(before);
    expect((await mine.open().expect(200)).body).toMatchObject({ state: 'draft', receipt: null });
    await mine.submit(full(1)).expect(200);
    await expectKeptOnce(1);
    expect((await kept()).answers[0]?._id).toBe(before.invitation?.sealing);
  });

  it('before the key was forgotten is finished by the next run', async () => {
    await expect(submitWith({ forgetKey: stop })).rejects.toThrow('stopped here');
    expect((await kept()).answers).toHaveLength(1);
    await started.pegel.tick();
    await expectKeptOnce(3);
    const { body } = await mine.open().expect(200);
    expect(body).toMatchObject({ state: 'submitted', receipt: { submittedAt: null } });
    await mine.submit(full(1)).expect(409);
    await expectKeptOnce(3);
  });

  it('before the key was forgotten is finished, too, by sending the same again', async () => {
    await expect(submitWith({ forgetKey: stop })).rejects.toThrow('stopped here');
    const { receipt } = (await mine.submit(full(3)).expect(200)).body;
    await expectKeptOnce(3);
    expect((await mine.open().expect(200)).body.receipt).toEqual(receipt);
  });

  it('T10: before the key was forgotten lets nobody try out answers until one is not refused', async () => {
    await expect(submitWith({ forgetKey: stop })).rejects.toThrow('stopped here');
    const wrong = (await mine.submit(full(1)).expect(409)).body;
    const right = (await mine.submit(full(3)).expect(409)).body;
    expect({ ...right, instance: '' }).toEqual({ ...wrong, instance: '' });
    await expectKeptOnce(3);
  });

  it('anywhere, many times, at the same moment as others go through, is kept once', async () => {
    const chances = [
      { sealInvitation: stop },
      { anonymous: { ...deps.anonymous, insert: stop } },
      { forgetKey: stop },
      {},
    ];
    const tries = Array.from({ length: 40 }, (_, at) => submitWith(chances[at % 4] ?? {}, 2));
    await Promise.allSettled([...tries, mine.submit(full(2)), started.pegel.tick()]);
    await mine.submit(full(2));
    await started.pegel.tick();
    await expectKeptOnce(2);
  });

  it('while its link was ended is finished all the same, and the new link takes no second one', async () => {
    await expect(submitWith({ forgetKey: stop })).rejects.toThrow('stopped here');
    const [id] = mine.link.split('.');
    await wave.officer.post(`/api/invitations/${id}/revoke`).send({}).expect(200);
    await wave.officer.post(`/api/invitations/${id}/resend`).send({ newLink: true }).expect(202);
    await started.pegel.tick();
    await expectKeptOnce(3);
  });
});
