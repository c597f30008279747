import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../server/accounts/create-token.ts';
import { resetPassword } from '../../server/accounts/reset-password.ts';
import { sessionCookie } from '../../server/http/sessions.ts';
import { operations } from '../../server/operations.ts';
import { createStores, type Stores } from '../../server/stores.ts';
import { invitationsOf, linkTo, openedWave, september } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { type Agent, officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';
import { type KnownIds, pathOf, sampleRequests } from '../http/sample-requests.ts';

type Operation = (typeof operations)[number];

const { email, password } = officerAccount;
const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const named = (list: readonly Operation[]) =>
  list.map((operation) => ({ name: nameOf(operation), operation }));
const writing = operations.filter(({ method }) => method !== 'get');
const withBody = operations.filter(({ request }) => request !== undefined);

let started: StartedPegel;
let officer: Agent;
let ids: KnownIds;
let link: string;

beforeAll(async () => {
  started = await startPegel({ at: september });
  officer = await started.officer();
  const { wave, offices } = await openedWave(officer);
  await started.pegel.tick();
  const { invitations } = await invitationsOf(officer, wave.id);
  link = await linkTo(officer, wave.id, 'a10@stadt.example');
  ids = { waveId: wave.id, officeId: offices[0].id, invitationId: invitations[0].id };
});
afterAll(() => started.stop());

/** As the command line does it, beside the running server. */
async function besideServer<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const store = await openDatabase(started.folder);
  try {
    return await work(createStores(store.connection));
  } finally {
    await store.close();
  }
}

const signIn = (body: object = { email, password }) => supertest(started.url).post('/api/session').send(body);
const cookieOf = ({ headers }: supertest.Response) => String(headers['set-cookie']).split(';')[0] ?? '';
const request = ({ method, path }: Operation) => supertest(started.url)[method](pathOf(path, ids));

async function changesNothing(work: () => Promise<void>): Promise<void> {
  const before = await databaseDump(started.folder);
  await work();
  expect(await databaseDump(started.folder)).toEqual(before);
}

describe('T13: whose something is follows from the thing itself', () => {
  const owners = [
    '_id',
    'id',
    'role',
    'score',
    'frozen',
    'state',
    'waveId',
    'officeId',
    'accountId',
    'mode2',
  ];
  it.each(named(withBody))('so $name takes no owner, role or score', async ({ name, operation }) => {
    await changesNothing(async () => {
      for (const field of owners) {
        started.clock.pass(16 * 60_000);
        const sent = { ...sampleRequests[name], [field]: ids.officeId };
        const answer = await officer[operation.method](pathOf(operation.path, ids))
          .set(operation.access === 'link' ? { Authorization: `Link ${link}` } : {})
          .send(sent);
        expect(answer.status, field).toBe(400);
        expect(JSON.stringify(answer.body.errors)).toContain(field);
      }
    });
  });

  it('so a contact id of another office is not taken over', async () => {
    const { offices } = (await officer.get('/api/offices').expect(200)).body;
    const [mine, foreign] = offices;
    const { id, ...fields } = mine;
    const contacts = [...fields.contacts, { ...foreign.contacts[0], email: 'fremd@stadt.example' }];
    await changesNothing(async () => {
      const answer = await officer.put(`/api/offices/${id}`).send({ ...fields, contacts });
      expect([400, 409]).toContain(answer.status);
    });
  });
});

describe('T14: nothing is changed', () => {
  it('by GET or HEAD on any path, signed in and with a real link', async () => {
    await changesNothing(async () => {
      for (const operation of operations) {
        for (const method of ['get', 'head'] as const) {
          await officer[method](pathOf(operation.path, ids)).set('Authorization', `Link ${link}`);
          await officer[method](pathOf(operation.path, ids)).set('X-HTTP-Method-Override', 'DELETE');
        }
      }
    });
  });

  it.each(named(writing.filter(({ access }) => access === 'officer')))(
    'by $name with the cookie alone, with the token of another session, or with the token and no cookie',
    async ({ name, operation }) => {
      const mine = await signIn().expect(201);
      const other = await signIn().expect(201);
      await changesNothing(async () => {
        const sends = [
          request(operation).set('Cookie', cookieOf(mine)),
          request(operation).set('Cookie', cookieOf(mine)).set('X-CSRF-Token', other.body.csrfToken),
          request(operation).set('Cookie', cookieOf(mine)).set('X-CSRF-Token', ''),
          request(operation).set('Cookie', `${cookieOf(mine)}; csrfToken=${mine.body.csrfToken}`),
          request(operation).set('Cookie', cookieOf(mine)).query({ csrfToken: mine.body.csrfToken }),
          request(operation).set('X-CSRF-Token', mine.body.csrfToken),
        ];
        const answers = await Promise.all(sends.map((one) => one.send(sampleRequests[name])));
        expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 401]);
      });
    },
  );

  it.each(named(writing))('by $name when a form of another site sends it', async ({ name, operation }) => {
    const session = await signIn().expect(201);
    const { host } = new URL(started.url);
    const foreign = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `http://evil.${host}` },
      { Origin: `http://${host}.evil.example` },
      { Origin: `http://${host}@evil.example` },
      { Origin: `${started.url}, https://evil.example` },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ];
    await changesNothing(async () => {
      for (const header of foreign) {
        const { status, body } = await request(operation)
          .set({
            ...header,
            Cookie: cookieOf(session),
            'X-CSRF-Token': session.body.csrfToken,
            ...(operation.access === 'link' ? { Authorization: `Link ${link}` } : {}),
          })
          .send(sampleRequests[name]);
        expect({ status, type: body.type }, JSON.stringify(header)).toEqual({
          status: 403,
          type: '/problems/csrf',
        });
      }
    });
  });

  it('by a session whose account got a new password or is gone, from that moment on', async () => {
    const reset = await signIn().expect(201);
    await besideServer(({ accounts }) => resetPassword(accounts, { email, password: 'ganz-neues-passwort' }));
    const offices = (cookie: string) => supertest(started.url).get('/api/offices').set('Cookie', cookie);
    await offices(cookieOf(reset)).expect(401);
    const gone = await signIn({ email, password: 'ganz-neues-passwort' }).expect(201);
    await offices(cookieOf(gone)).expect(200);
    const store = await openDatabase(started.folder);
    const accounts = store.connection.collection('accounts');
    const account = await accounts.findOne({ email });
    await accounts.deleteOne({ email });
    await offices(cookieOf(gone)).expect(401);
    await supertest(started.url).post('/api/offices').set('Cookie', cookieOf(gone)).send({}).expect(401);
    await accounts.insertOne(account ?? {});
    await store.close();
    await besideServer((stores) => resetPassword(stores.accounts, { email, password }));
    officer = await started.officer();
  });
});

describe('T15: the address that is throttled', () => {
  it('is not the one a request says of itself', async () => {
    started.clock.pass(16 * 60_000);
    const statuses: number[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const spoofed = {
        'X-Forwarded-For': `203.0.113.${n}, 198.51.100.${n}`,
        Forwarded: `for=203.0.113.${n}`,
        'X-Real-IP': `203.0.113.${n}`,
        'CF-Connecting-IP': `203.0.113.${n}`,
        'X-Client-IP': `203.0.113.${n}`,
      };
      const answer = await signIn({ email: 'ziel@stadt.example', password: 'falsch' }).set(spoofed);
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    started.clock.pass(16 * 60_000);
  });

  it('is the nearest one a known proxy did not write itself', async () => {
    const proxied = await startPegel({ env: { PEGEL_TRUST_PROXY: '1' } });
    const attempt = async (forwarded: string) =>
      (
        await supertest(proxied.url)
          .post('/api/session')
          .set('X-Forwarded-For', forwarded)
          .send({ email: 'ziel@stadt.example', password: 'falsch' })
      ).status;
    const statuses: number[] = [];
    for (let n = 1; n <= 12; n += 1) statuses.push(await attempt(`10.0.0.${n}, 203.0.113.9`));
    const another = await attempt('203.0.113.9, 203.0.113.10');
    await proxied.stop();
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(another).toBe(401);
  });

  it('is not alone what counts: an account written differently is the same account', async () => {
    started.clock.pass(16 * 60_000);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const written = n % 2 ? ' Ziel2@STADT.example ' : 'ziel2@stadt.example';
      statuses.push((await signIn({ email: written, password: 'falsch' })).status);
    }
    expect(statuses.slice(-2)).toEqual([429, 429]);
    started.clock.pass(16 * 60_000);
  });
});

describe('T16: who has an account', () => {
  it('is not told: known and unknown addresses get the same words, headers and limits', async () => {
    started.clock.pass(16 * 60_000);
    const unknown = 'niemand@musterstadt.example';
    const said = async (address: string) => {
      const answers = [];
      for (let n = 0; n < 12; n += 1) {
        const { status, body, headers } = await signIn({ email: address, password: 'falsch' });
        const { instance: _, ...problem } = body;
        answers.push({ status, problem, names: Object.keys(headers).sort() });
      }
      return answers;
    };
    expect(await said(email)).toEqual(await said(unknown));
    started.clock.pass(16 * 60_000);
  });

  it('is not told by a set-up link either once Pegel is set up', async () => {
    const sent = { ...officerAccount, token: 'x'.repeat(43) };
    const known = await supertest(started.url).post('/api/setup').send(sent);
    const other = await supertest(started.url)
      .post('/api/setup')
      .send({ ...sent, email: 'niemand@musterstadt.example' });
    expect([known.status, other.status]).toEqual([409, 409]);
    expect(known.body.detail).toBe(other.body.detail);
  });
});

describe('the session and the bearer token', () => {
  it('do not mix: a wrong token is refused even beside a good session, and no token works as a link', async () => {
    const token = await besideServer((stores) =>
      createToken({ ...stores, now: () => new Date() }, { email: null, name: 'Test' }),
    );
    const session = await signIn().expect(201);
    const offices = () => supertest(started.url).get('/api/offices');
    await offices().set('Cookie', cookieOf(session)).set('Authorization', 'Bearer falsch').expect(401);
    await offices().set('Authorization', `bearer ${token}`).expect(200);
    for (const wrong of [
      token,
      `Token ${token}`,
      `Bearer ${token} x`,
      `Bearer ${token},x`,
      `Basic ${token}`,
    ]) {
      await offices().set('Authorization', wrong).expect(401);
    }
    await offices()
      .query({ access_token: token })
      .expect(401)
      .catch(() => undefined);
    await supertest(started.url).get('/api/r').set('Authorization', `Bearer ${token}`).expect(404);
    await supertest(started.url).get('/api/r').set('Authorization', `Link ${token}`).expect(404);
    expect(JSON.stringify(await databaseDump(started.folder))).not.toContain(token);
  });

  it('begin anew at every sign-in; a forged, cut or planted cookie is worth nothing', async () => {
    const session = await signIn().expect(201);
    const cookie = cookieOf(session);
    const planted = await signIn().set('Cookie', cookie).expect(201);
    expect(cookieOf(planted)).not.toBe(cookie);
    const forged = [
      cookie,
      `${cookieOf(planted)}x`,
      cookieOf(planted).slice(0, -1),
      `${sessionCookie(started.url)}=s%3Aplanted.AAAA`,
      `${sessionCookie(started.url)}=j%3A%7B%22accountId%22%3A1%7D`,
      `${sessionCookie(started.url)}=`,
    ];
    for (const value of forged)
      await supertest(started.url).get('/api/offices').set('Cookie', value).expect(401);
    await supertest(started.url).get('/api/offices').set('Cookie', cookieOf(planted)).expect(200);
    expect(String(session.headers['set-cookie'])).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
  });

  it('of nobody get no cookie', async () => {
    for (const path of ['/', '/api/session', '/api/health', '/r/abc.def']) {
      const { headers } = await supertest(started.url).get(path);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });
});
