import { pino } from 'pino';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../server/operations.ts';
import { personOf, type SeveralWave, severalWave } from '../builders/several.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';
import { pathOf } from '../http/sample-requests.ts';
import { allAt } from '../responses/asked-offices.ts';

const opening = new Date('2026-09-14T08:00:00Z');
const people = 6;
const remark = (n: number) => `Merkmal-${n}-im-freien-Text`;
const addressOf = (n: number) => `203.0.113.${n + 1}`;
/** Instants that stand nowhere else; all on the same local day, so the date alone tells nobody apart. */
const momentOf = (n: number) => new Date(Date.parse('2026-09-20T06:00:00.000Z') + n * 3_727_931 + 137);
const submissionOf = (n: number) => ({
  seen: {},
  answers: { ...allAt(n % 5), d1_1: { value: n % 5, comment: remark(n) } },
});

type Dump = Awaited<ReturnType<typeof databaseDump>>;
type Stored = Readonly<Record<string, unknown>>;

let started: StartedPegel;
let wave: SeveralWave;
let before: Dump;
let after: Dump;
let logged: string[];
const told: string[] = [];

function instantsIn(value: unknown): string[] {
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(instantsIn);
}

/** Every answer that the interface gives the officer. */
async function everythingTold(): Promise<string> {
  const [invitationId = ''] = personOf(wave, 'a').link.split('.');
  const ids = { waveId: wave.waveId, officeId: wave.officeIds['a'] ?? '', invitationId };
  const reading = operations.filter(({ method, access }) => method === 'get' && access !== 'link');
  const answers = await Promise.all(
    reading.map(({ path }) => wave.officer.get(pathOf(path, ids)).buffer(true)),
  );
  return answers.map(({ text }) => text).join('\n');
}

/** Said shortly when it fails: the texts are long. */
function expectAbsent(text: string, ...traces: readonly unknown[]): void {
  expect(traces.map(String).filter((trace) => text.includes(trace))).toEqual([]);
}

const documents = (dump: Dump, name: string) => (dump[name] ?? []) as Stored[];
const kept = () => documents(after, 'anonymousAnswers');
const elsewhere = () => JSON.stringify(Object.entries(after).filter(([name]) => name !== 'anonymousAnswers'));

beforeAll(async () => {
  logged = [];
  const log = pino({ level: 'trace' }, { write: (text: string) => logged.push(text) });
  started = await startPegel({ at: opening, log, env: { PEGEL_TRUST_PROXY: '1' } });
  wave = await severalWave(started, { asked: { a: people, b: 2 } });
  await started.pegel.tick();
  before = await databaseDump(started.folder);
  logged.length = 0;
  for (let n = people - 1; n >= 0; n -= 1) {
    started.clock.set(momentOf(n));
    const { receipt } = (
      await personOf(wave, 'a', n)
        .submit(submissionOf(n))
        .set('X-Forwarded-For', addressOf(n))
        .set('User-Agent', `Browser of person ${n}`)
        .expect(200)
    ).body;
    told.push(JSON.stringify(receipt));
  }
  await started.pegel.tick();
  after = await databaseDump(started.folder);
});
afterAll(() => started.stop());

describe('T10: what the database keeps of an anonymous submission', () => {
  it('is the answers with office and date, under a random key, and nothing else', () => {
    expect(kept()).toHaveLength(people);
    for (const one of kept()) {
      expect(Object.keys(one).sort()).toEqual(['_id', 'answers', 'date', 'officeId', 'waveId']);
      expect(one['_id']).toMatch(/^[0-9a-f]{48}$/);
      expect(one['date']).toBe('2026-09-20');
    }
    expect(new Set(kept().map(({ _id }) => _id)).size).toBe(people);
  });

  it('names no person, link or mail beside the answers, and no answers beside a person', () => {
    const answers = JSON.stringify(kept());
    for (const { link } of wave.people['a'] ?? []) {
      const [id = 'none', mac = 'none'] = link.split('.');
      expect(answers).not.toContain(id);
      expect(answers).not.toContain(mac);
    }
    expect(answers).not.toMatch(/@|Person /);
    for (const { _id, answers: given } of kept()) {
      expectAbsent(elsewhere(), _id);
      expectAbsent(elsewhere(), JSON.stringify(given));
    }
    expectAbsent(elsewhere(), 'Merkmal-');
  });

  it('of the person is "submitted" and not a bit more', () => {
    const known = new Map(documents(before, 'invitations').map((one) => [one['_id'], one]));
    const submitted = documents(after, 'invitations').filter(({ submitted: done }) => done === true);
    expect(submitted).toHaveLength(people);
    for (const one of submitted) expect(one).toEqual({ ...known.get(one['_id']), submitted: true });
  });

  it('changes no other document and holds no time of day', () => {
    const { anonymousAnswers: _, invitations: __, ...others } = after;
    const { anonymousAnswers: ___, invitations: ____, ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
    const known = new Set(instantsIn(before));
    expect(instantsIn(after).filter((instant) => !known.has(instant))).toEqual([]);
    const all = JSON.stringify(after);
    for (let n = 0; n < people; n += 1) {
      const moment = momentOf(n);
      for (const trace of [
        moment.toISOString(),
        moment.toISOString().slice(11, 19),
        String(moment.getTime()),
      ]) {
        expectAbsent(all, trace);
      }
    }
  });

  it('knows no address and no browser, not even in counters and sessions', async () => {
    const store = await openDatabase(started.folder);
    const all = await Promise.all(
      (await store.connection.listCollections()).map(({ name }) =>
        store.connection.collection(name).find({}).toArray(),
      ),
    );
    await store.close();
    expect(JSON.stringify(all)).not.toMatch(/203\.0\.113|Browser of person/);
    expect(all.flat().length).toBeGreaterThan(0);
  });

  it('lies in an order that follows from the random keys, not from who came first', async () => {
    const store = await openDatabase(started.folder);
    const collections = await store.connection.listCollections();
    await store.close();
    const answers = collections.find(({ name }) => name === 'anonymousAnswers');
    expect(answers).toMatchObject({ options: { clusteredIndex: { key: { _id: 1 } } } });
  });
});

describe('T10: what is said and written elsewhere', () => {
  it('the receipt holds no key, no time and nothing of the answers', () => {
    for (const receipt of told) {
      expect(JSON.parse(receipt)).toMatchObject({ submittedAt: null, answeredItems: 0, askedItems: 0 });
      for (const { _id } of kept()) expect(receipt).not.toContain(_id);
    }
  });

  it('the log ties no person, address or answer to a submission', () => {
    const log = logged.join('');
    expect(logged).toHaveLength(people);
    expect(log).not.toMatch(/203\.0\.113|Browser of person|Merkmal-|@stadt\.example|127\.0\.0\.1/);
    for (const { link } of wave.people['a'] ?? []) expectAbsent(log, link.split('.')[0]);
    for (const { _id } of kept()) expectAbsent(log, _id);
  });

  it('sets no cookie on the way', async () => {
    const mine = personOf(wave, 'b');
    for (const answer of [
      await mine.open(),
      await mine.seen(),
      await mine.submit({ seen: {}, answers: {} }),
    ]) {
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const page = await supertest(started.url).get(`/r/${mine.link}`);
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  it('T51: while the wave is open no answer and no key leaves the server, whatever is asked for', async () => {
    const said = await everythingTold();
    expect(said.includes(wave.waveId)).toBe(true);
    expectAbsent(said, 'Merkmal-');
    for (const { _id } of kept()) expectAbsent(said, _id);
  });

  it('no mail was written on account of a submission', () => {
    expect(after['outbox']).toEqual(before['outbox']);
  });

  it('and after it no free text, no key, no date and no person stands beside answers', async () => {
    started.clock.set('2026-10-01T12:00:00Z');
    await wave.close();
    await started.pegel.tick();
    const said = await everythingTold();
    expectAbsent(said, 'Merkmal-');
    for (const { _id } of kept()) expectAbsent(said, _id);
    for (let n = 0; n < people; n += 1) {
      expectAbsent(said, momentOf(n).toISOString());
    }
    const ids = { waveId: wave.waveId, officeId: wave.officeIds['a'] ?? '', invitationId: '' };
    const files = operations.filter(({ path }) => /^\/api\/waves\/.*\.(json|csv)$/.test(path));
    expect(files.length).toBeGreaterThan(3);
    const responses = (await wave.officer.get(`/api/waves/${wave.waveId}/responses.json`).expect(200)).body;
    const given = responses.map(({ office, answers }: { office: string; answers: Stored }) => [
      office,
      answers['d1_1'],
    ]);
    expect(given).toEqual([0, 0, 1, 2, 3, 4].map((level) => [given[0][0], level]));
    expect(given[0][0]).toMatch(/-a$/);
    for (const { path } of files) {
      const { text } = await wave.officer.get(pathOf(path, ids)).buffer(true);
      expect(text, path).not.toMatch(/person\d+\.amt|@stadt\.example|Person 1-a/);
      for (const { link } of wave.people['a'] ?? []) expectAbsent(text, link.split('.')[0]);
    }
  });
});
