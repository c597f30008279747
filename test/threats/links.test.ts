import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '../../server/stores.ts';
import { september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';
import {
  allAt,
  type City,
  freshSaveId,
  type OpenedWave,
  openedWave,
  personWith,
  smallCity,
  submissionOf,
} from '../responses/asked-offices.ts';

let started: StartedPegel;
let city: City;
let wave: OpenedWave;

beforeAll(async () => {
  started = await startPegel({ at: september });
  city = await smallCity(started);
});
/** A quarter of an hour later each time, so that refused links of one test do not slow down the next. */
beforeEach(async () => {
  started.clock.pass(16 * 60_000);
  wave = await openedWave(started, city);
});
afterAll(() => started.stop());

const save = (key: string, value: unknown, base = 0) => ({
  saveId: freshSaveId(),
  changes: [{ key, base, value }],
});
const problemOf = ({ status, body }: supertest.Response) => ({
  status,
  type: body.type,
  reason: body.reason,
});
const rowTo = async (email: string) => {
  const { body } = await city.officer.get(`/api/waves/${wave.waveId}/invitations`).expect(200);
  return body.invitations.find((row: { email: string }) => row.email === email);
};

describe('T1: machines that follow a link before the person', () => {
  it('write nothing at all, whatever they ask for and however often', async () => {
    const before = await databaseDump(started.folder);
    const { link } = wave.lead;
    const machine = supertest(started.url);
    const asked = [
      ...Array.from({ length: 50 }, () => wave.lead.open()),
      wave.lead.open().set('Purpose', 'prefetch'),
      wave.lead.open().set('Sec-Purpose', 'prefetch;prerender'),
      wave.lead.open().set('X-Moz', 'prefetch'),
      machine.head('/api/r').set('Authorization', `Link ${link}`),
      machine.get(`/r/${link}`),
      machine.head(`/r/${link}`),
      machine.get(`/r/${link}`).set('Purpose', 'prefetch'),
    ];
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
    for (const method of ['options', 'trace'] as const) {
      await machine[method](`/r/${link}`);
      await machine[method]('/api/r').set('Authorization', `Link ${link}`);
    }
    expect(await databaseDump(started.folder)).toEqual(before);
    await wave.lead.open().expect(200);
  });
});

describe('T3: a link', () => {
  it('is stored nowhere: neither in the database nor in any file but the mail to its owner', async () => {
    const mac = wave.lead.link.split('.')[1] ?? 'none';
    expect(JSON.stringify(await databaseDump(started.folder))).not.toContain(mac);
    const files = (await readdir(started.folder, { withFileTypes: true })).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const { name } of files) {
      expect((await readFile(join(started.folder, name), 'latin1')).includes(mac), name).toBe(false);
    }
  });

  it('that is over says whether it was replaced, revoked or closed, and whom to ask', async () => {
    const contact = { name: 'Digitalisierungsbeauftragte', phone: '0123 456-789' };
    const lead = await rowTo('lead10@stadt.example');
    const expert = await rowTo('expert10@stadt.example');
    await city.officer.post(`/api/invitations/${lead.id}/resend`).send({ newLink: true }).expect(202);
    await city.officer.post(`/api/invitations/${expert.id}/revoke`).send({}).expect(200);
    const replaced = await wave.lead.open();
    const revoked = await wave.expert.open();
    const { revision } = wave;
    await city.officer.post(`/api/waves/${wave.waveId}/close`).send({ revision }).expect(200);
    const closed = await wave.schools.open();
    for (const [answer, reason] of [
      [replaced, 'replaced'],
      [revoked, 'revoked'],
      [closed, 'closed'],
    ] as const) {
      expect(problemOf(answer)).toEqual({ status: 410, type: '/problems/link-over', reason });
      expect(answer.body.contact).toMatchObject(contact);
    }
  });

  it('that is over takes no answer, no submission and no visit', async () => {
    const { id } = await rowTo('lead10@stadt.example');
    await city.officer.post(`/api/invitations/${id}/revoke`).send({}).expect(200);
    const before = await databaseDump(started.folder);
    const answers = [
      await wave.lead.save(save('d1_1', 3)),
      await wave.lead.submit({ seen: {}, answers: allAt(3) }),
      await wave.lead.seen(),
    ];
    for (const answer of answers) expect(problemOf(answer)).toMatchObject({ status: 410, reason: 'revoked' });
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it('is not found by 1,000 guesses from one address, which are throttled while real people work', async () => {
    const guess = (n: number) =>
      personWith(started.url, `${String(n).padStart(32, '0')}.${'A'.repeat(32)}`).open();
    const statuses: number[] = [];
    for (let n = 0; n < 1_000; n += 50) {
      const batch = Array.from({ length: 50 }, (_, at) => guess(n + at));
      statuses.push(...(await Promise.all(batch)).map(({ status }) => status));
    }
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(100);
    await wave.lead.open().expect(200);
    await wave.lead.seen().expect(204);
    await wave.lead.save(save('d1_1', 3)).expect(200);
    await wave.schools.submit({ seen: {}, answers: allAt(1) }).expect(200);
    await city.officer.get('/api/waves').expect(200);
    started.clock.pass(16 * 60_000);
    await guess(1).expect(404);
  });
});

describe('T4: the link of one office', () => {
  it('opens nothing of another: not by a sent id, not by half of another link', async () => {
    await wave.lead.save(save('d1_1', 3)).expect(200);
    const before = await databaseDump(started.folder);
    const other = await city.officer.get('/api/offices').expect(200);
    const officeId = other.body.offices[0].id;
    const { saveId, changes } = save('d1_1', 0);
    const api = supertest(started.url);
    const withLink = (test: supertest.Test) => test.set('Authorization', `Link ${wave.schools.link}`);
    await withLink(api.get(`/api/r?officeId=${officeId}`)).expect(400);
    await withLink(api.patch('/api/r/answers')).send({ saveId, changes, officeId }).expect(400);
    await withLink(api.patch(`/api/r/answers?officeId=${officeId}`))
      .send({ saveId, changes })
      .expect(400);
    await withLink(api.post('/api/r/submission')).send({ seen: {}, answers: {}, officeId }).expect(400);
    const [id] = wave.lead.link.split('.');
    const [, mac] = wave.schools.link.split('.');
    await personWith(started.url, `${id}.${mac}`).save(save('d1_1', 0)).expect(404);
    for (const path of ['/api/waves', `/api/waves/${wave.waveId}/results`, '/api/offices', '/api/settings']) {
      await withLink(api.get(path)).expect(401);
    }
    expect(await databaseDump(started.folder)).toEqual(before);
    expect((await wave.schools.open().expect(200)).body.answers).toEqual({});
  });
});

describe('T6: a submission', () => {
  it('sent many times at once by several colleagues is kept once', async () => {
    await wave.expert.save(save('d1_1', 2)).expect(200);
    const { body } = await wave.lead.open().expect(200);
    const submission = submissionOf(body, allAt(2));
    const people = Array.from({ length: 30 }, (_, at) => (at % 2 ? wave.lead : wave.expert));
    const answers = await Promise.all(people.map((person) => person.submit(submission)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body.receipt))).size).toBe(1);
    const stored = (await databaseDump(started.folder))['responses'] as { waveId: string }[];
    const own = stored.filter(({ waveId }) => waveId === wave.waveId);
    expect(own).toMatchObject([{ state: 'submitted', submissions: [{}] }]);
  });

  it('writes over nothing that somebody else wrote since it was read', async () => {
    await wave.lead.save(save('d1_1', 2)).expect(200);
    const store = await openDatabase(started.folder);
    const { responses } = createStores(store.connection);
    const read = await responses.find(wave.waveId, city.officeIds[0] ?? '');
    if (read === null) throw new Error('the draft is missing');
    const { revision } = read;
    const after = { ...read, revision: revision + 1 };
    const writes = [1, 2, 3, 4].map(() => responses.replace(after, revision));
    expect((await Promise.all(writes)).filter((written) => written)).toHaveLength(1);
    expect(await responses.insert(after)).toBe(false);
    await store.close();
  });

  it('that meets the closing of the wave is kept whole or refused, never both', async () => {
    const { revision, waveId } = wave;
    const [submitted, closed] = await Promise.all([
      wave.lead.submit({ seen: {}, answers: allAt(2) }),
      city.officer.post(`/api/waves/${waveId}/close`).send({ revision }),
      wave.schools.save(save('d1_1', 1)),
    ]);
    expect(closed?.status).toBe(200);
    expect([200, 410]).toContain(submitted?.status);
    const { body } = await city.officer.get(`/api/waves/${waveId}`).expect(200);
    expect(body.counts.submitted).toBe(submitted?.status === 200 ? 1 : 0);
    await wave.schools.save(save('d1_2', 1)).expect(410);
  });

  it.each([
    ['no link', undefined],
    ['an empty link', ''],
    ['the word null', 'Link null'],
    ['the word undefined', 'Link undefined'],
    ['an empty list', 'Link []'],
    ['two links', 'Link a.b, Link c.d'],
    ['another scheme', 'Basic eA=='],
    ['a line break', 'Link a%0d%0ab'],
  ])('with %s is not found and writes nothing', async (_what, header) => {
    const before = await databaseDump(started.folder);
    const request = supertest(started.url).post('/api/r/submission');
    if (header !== undefined) request.set('Authorization', header);
    const answer = await request.send({ seen: {}, answers: allAt(2) });
    expect(problemOf(answer)).toMatchObject({ status: 404, type: '/problems/unknown-link' });
    expect(await databaseDump(started.folder)).toEqual(before);
  });

  it.each([[null], [''], [[]], ['x'], [{ $ne: '' }]])(
    'carries no link in its body: %j is refused',
    async (token) => {
      const sent = { seen: {}, answers: allAt(2), token };
      const answer = await supertest(started.url)
        .post('/api/r/submission')
        .set('Authorization', `Link ${wave.lead.link}`)
        .send(sent);
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body.errors)).toContain('token');
    },
  );
});

describe('T9: pages and answers', () => {
  it.each(['/r/LINK', '/api/r', '/r/abc.def', '/api/waves', '/einrichten/abc', '/'])(
    '%s are kept by no cache and tell no other site where they stand',
    async (path) => {
      const { link } = wave.lead;
      const { headers } = await supertest(started.url)
        .get(path.replace('LINK', link))
        .set('Authorization', `Link ${link}`);
      expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});
