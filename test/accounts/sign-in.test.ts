import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../server/accounts/create-token.ts';
import { resetPassword } from '../../server/accounts/reset-password.ts';
import { sessionCookie } from '../../server/http/sessions.ts';
import { createStores, type Stores } from '../../server/stores.ts';
import { officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { openDatabase } from '../harness/test-database.ts';

const { email, password } = officerAccount;

/** As the command line does it, beside the running server. */
async function besideServer<T>(folder: string, work: (stores: Stores) => Promise<T>): Promise<T> {
  const store = await openDatabase(folder);
  try {
    return await work(createStores(store.connection));
  } finally {
    await store.close();
  }
}

describe('signing in', () => {
  let started: StartedPegel;
  beforeAll(async () => {
    started = await startPegel();
    await started.officer();
  });
  afterAll(() => started.stop());

  const signIn = (body: object) => supertest(started.url).post('/api/session').send(body);

  it('gives the same answer for a wrong password and an unknown address', async () => {
    const known = await signIn({ email, password: 'falsches-passwort' });
    const unknown = await signIn({ email: 'niemand@musterstadt.example', password: 'falsches-passwort' });
    expect(known.status).toBe(401);
    const { instance: _one, ...first } = known.body;
    const { instance: _two, ...second } = unknown.body;
    expect(first).toEqual(second);
    expect(first.type).toBe('/problems/wrong-credentials');
  });

  it('takes the address in capitals and the password in any Unicode form', async () => {
    await signIn({ email: ` ${email.toUpperCase()} `, password }).expect(201);
  });

  it('begins a session with a new id, so a planted one is worth nothing', async () => {
    const planted = 's%3Aplanted.signature';
    const cookie = `${sessionCookie(started.url)}=${planted}`;
    const { headers } = await signIn({ email, password }).set('Cookie', cookie).expect(201);
    expect(String(headers['set-cookie'])).not.toContain('planted');
    const agent = supertest.agent(started.url);
    const first = await agent.post('/api/session').send({ email, password }).expect(201);
    const second = await agent.post('/api/session').send({ email, password }).expect(201);
    const cookieOf = ({ headers: all }: { headers: Record<string, string> }) =>
      String(all['set-cookie']).split(';')[0];
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    await supertest(started.url)
      .get('/api/offices')
      .set('Cookie', cookieOf(first) ?? '')
      .expect(401);
  });

  it('ends the session on the server when the officer signs out', async () => {
    const agent = supertest.agent(started.url);
    const { body, headers } = await agent.post('/api/session').send({ email, password }).expect(201);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    await agent.delete('/api/session').set('X-CSRF-Token', body.csrfToken).expect(204);
    await supertest(started.url).get('/api/offices').set('Cookie', cookie).expect(401);
  });

  it('slows down guessing for one account from one address, and nobody else', async () => {
    const target = 'ziel@musterstadt.example';
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push((await signIn({ email: target, password: `falsch-${n}` })).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
    const { headers } = await signIn({ email: target, password: 'falsch' }).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(800);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(900);
    await signIn({ email, password }).expect(201);
    started.clock.pass(16 * 60_000);
    expect((await signIn({ email: target, password: 'falsch' })).status).toBe(401);
  });

  it('does not count what succeeds', async () => {
    for (let n = 0; n < 15; n += 1) await signIn({ email, password }).expect(201);
  });

  it('ends every session when the password is reset', async () => {
    const officer = await started.officer();
    await officer.get('/api/offices').expect(200);
    await besideServer(started.folder, ({ accounts }) =>
      resetPassword(accounts, { email, password: 'neues-passwort-1' }),
    );
    await officer.get('/api/offices').expect(401);
    await signIn({ email, password }).expect(401);
    await signIn({ email, password: 'neues-passwort-1' }).expect(201);
    await besideServer(started.folder, ({ accounts }) => resetPassword(accounts, { email, password }));
  });

  it('lets a bearer token read and write without a session or a CSRF token', async () => {
    const token = await besideServer(started.folder, (stores) =>
      createToken({ ...stores, now: () => new Date() }, { email: null, name: 'Test' }),
    );
    const api = supertest(started.url);
    await api.get('/api/offices').set('Authorization', `Bearer ${token}`).expect(200);
    const { contact, city } = (await api.get('/api/settings').set('Authorization', `Bearer ${token}`)).body;
    await api
      .put('/api/settings')
      .set('Authorization', `Bearer ${token}`)
      .send({ contact, city })
      .expect(200);
    await api.get('/api/offices').set('Authorization', `Bearer ${token}x`).expect(401);
    await api.get('/api/offices').set('Authorization', 'Bearer ').expect(401);
  });
});
