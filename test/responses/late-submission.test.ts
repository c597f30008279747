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
import { allAt, freshSaveId, type Person } from './asked-offices.ts';

let started: StartedPegel;
let store: Store;
let deps: ResponsesDeps;
let wave: SeveralWave;
let late: Person;

beforeAll(async () => {
  started = await startPegel({ at: september });
  await started.officer();
  store = await openDatabase(started.folder);
  deps = await answeringDeps(started, store.connection);
});
afterAll(async () => {
  await store.close();
  await started.stop();
});

const full = (level: number) => ({ seen: {}, answers: allAt(level) });
const closedRefusal = { kind: 'link-over', facts: { reason: 'closed' } };

async function waveOf(anonymous: boolean): Promise<void> {
  wave = await severalWave(started, { asked: { a: 7, b: 6 }, several: { anonymous } });
  late = personOf(wave, 'a', 6);
  for (let n = 0; n < 6; n += 1) {
    await personOf(wave, 'a', n).submit(full(1)).expect(200);
    await personOf(wave, 'b', n).submit(full(2)).expect(200);
  }
}

function signal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A place where requests wait until they are let go; `reached` when as many as expected are there. */
function pause(expected = 1) {
  const [reached, gate] = [signal(), signal()];
  let waiting = 0;
  const here = async () => {
    waiting += 1;
    if (waiting === expected) reached.give();
    await gate.given;
  };
  return { here, reached: reached.given, letGo: gate.give };
}

const send = (over: Partial<ResponsesDeps>, level = 4) =>
  submitAnswers({ ...deps, ...over }, { ...full(level), link: late.link });

const insertAfter =
  ({ here }: ReturnType<typeof pause>): ResponsesDeps['anonymous']['insert'] =>
  async (answers) => {
    await here();
    return deps.anonymous.insert(answers);
  };

async function published() {
  const paths = ['results', 'responses.json', 'wave.json', 'results.csv', 'invitations'];
  const said = await Promise.all(
    paths.map((path) => wave.officer.get(`/api/waves/${wave.waveId}/${path}`).buffer(true).expect(200)),
  );
  return said.map(({ text }) => text);
}

async function closeAndPublish() {
  await wave.close();
  await started.pegel.tick();
  const shown = await published();
  const { offices } = JSON.parse(shown[0] ?? '');
  const { score } = offices.find(({ officeId }: { officeId: string }) => officeId === wave.officeIds['a']);
  expect(score).toMatchObject({ status: 'scored', n: 6 });
  return shown;
}

async function expectStill(shown: readonly string[]): Promise<void> {
  expect(await published()).toEqual(shown);
  for (let minute = 0; minute < 3; minute += 1) {
    started.clock.pass(60_000);
    await started.pegel.tick();
  }
  expect(await published()).toEqual(shown);
}

async function expectOver(): Promise<void> {
  for (const level of [4, 1]) {
    const { body } = await late.submit(full(level)).expect(410);
    expect(body).toMatchObject({ reason: 'closed' });
    expect(body).not.toHaveProperty('receipt');
  }
  await late.open().expect(410);
}

interface KeptInvitation {
  readonly _id: string;
}

async function invitation() {
  const { invitations = [] } = await databaseDump(started.folder);
  return (invitations as KeptInvitation[]).find(({ _id }) => _id === late.link.split('.')[0]);
}

async function expectNotSubmitted(): Promise<void> {
  expect(await invitation()).not.toHaveProperty('sealing');
  expect(await invitation()).not.toHaveProperty('submitted');
}

describe('T51: an anonymous submission under way when the wave closes', () => {
  beforeEach(() => waveOf(true));

  it('is refused once the figures are made, and no published number moves', async () => {
    const waiting = pause();
    const sent = send({ anonymous: { ...deps.anonymous, insert: insertAfter(waiting) } });
    await waiting.reached;
    const shown = await closeAndPublish();
    waiting.letGo();
    await expect(sent).rejects.toMatchObject(closedRefusal);
    await expectStill(shown);
    await expectOver();
    await expectNotSubmitted();
  });

  it('is refused alike when the same answers were sent many times', async () => {
    const waiting = pause(5);
    const over = { anonymous: { ...deps.anonymous, insert: insertAfter(waiting) } };
    const sent = Array.from({ length: 5 }, () => send(over));
    await waiting.reached;
    const shown = await closeAndPublish();
    waiting.letGo();
    const refused = { status: 'rejected', reason: closedRefusal };
    expect(await Promise.allSettled(sent)).toMatchObject(Array(5).fill(refused));
    await expectStill(shown);
    await expectNotSubmitted();
  });

  it('is refused, too, when it had not even got its key', async () => {
    const waiting = pause();
    const sealInvitation = async (id: string, key: string) => {
      await waiting.here();
      return deps.sealInvitation(id, key);
    };
    const sent = send({ sealInvitation });
    await waiting.reached;
    const shown = await closeAndPublish();
    waiting.letGo();
    await expect(sent).rejects.toMatchObject(closedRefusal);
    await expectNotSubmitted();
    await expectStill(shown);
    await expectOver();
  });

  it('stopped before its answers were kept does not count, and its key is cleared', async () => {
    const stop = () => Promise.reject(new Error('stopped here'));
    await expect(send({ anonymous: { ...deps.anonymous, insert: stop } })).rejects.toThrow('stopped here');
    expect(await invitation()).toHaveProperty('sealing');
    const shown = await closeAndPublish();
    await expectNotSubmitted();
    await expectStill(shown);
    await expectOver();
  });

  it('stopped after its answers were kept counts from the first number on', async () => {
    const stop = () => Promise.reject(new Error('stopped here'));
    await expect(send({ forgetKey: stop })).rejects.toThrow('stopped here');
    await wave.close();
    await started.pegel.tick();
    const shown = await published();
    const { offices } = JSON.parse(shown[0] ?? '');
    expect(offices.map(({ submissions }: { submissions: number }) => submissions)).toEqual([7, 6]);
    expect(await invitation()).toMatchObject({ submitted: true });
    await expectStill(shown);
  });
});

describe('T51: a named submission under way when the wave closes', () => {
  beforeEach(() => waveOf(false));

  it.each([
    ['without a draft', {}],
    ['over a draft', { d1_1: 1 }],
  ])('is refused once the figures are made (%s)', async (_, seen) => {
    const change = { key: 'd1_1', base: 0, value: { value: 4 } };
    if ('d1_1' in seen) await late.save({ saveId: freshSaveId(), changes: [change] }).expect(200);
    const waiting = pause();
    const { insert, replace } = deps.store;
    const slow: ResponsesDeps['store'] = {
      ...deps.store,
      insert: (response) => waiting.here().then(() => insert(response)),
      replace: (response, revision) => waiting.here().then(() => replace(response, revision)),
    };
    const sent = submitAnswers({ ...deps, store: slow }, { ...full(4), seen, link: late.link });
    await waiting.reached;
    const shown = await closeAndPublish();
    waiting.letGo();
    await expect(sent).rejects.toMatchObject(closedRefusal);
    await expectStill(shown);
    await expectOver();
  });

  it('leaves no mark when it was in time', async () => {
    await late.submit(full(4)).expect(200);
    await expectNotSubmitted();
  });
});
