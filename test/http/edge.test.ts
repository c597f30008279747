import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

describe('the edge of the server', () => {
  const logged: string[] = [];
  let started: StartedPegel;
  let link: string;

  beforeAll(async () => {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk));
        done();
      },
    });
    started = await startPegel({ at: september, log: pino({ level: 'trace' }, stream) });
    const officer = await started.officer();
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    link = await linkTo(officer, wave.id, 'a10@stadt.example');
  });
  afterAll(() => started.stop());

  it.each([
    '/',
    '/r/abc.def',
    '/einrichten/abc',
    '/erhebungen/1',
    '/api/health',
    '/api/nothing',
    '/assets/x.js',
  ])('lets %s run no inline script and talk to nobody else', async (path) => {
    const { headers } = await supertest(started.url).get(path);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    if (!path.startsWith('/assets')) expect(headers['cache-control']).toBe('no-store');
  });

  it.each(['console.html', 'respond.html'])('has no inline script or style in %s', (name) => {
    const html = readFileSync(new URL(`../../client/${name}`, import.meta.url), 'utf8');
    expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)|https?:\/\//i);
  });

  it('answers in the language the reader asks for, German when in doubt', async () => {
    const detail = async (language: string) =>
      (await supertest(started.url).get('/api/waves').set('Accept-Language', language)).body.detail;
    expect(await detail('en-GB,en;q=0.9')).toBe('Please sign in.');
    expect(await detail('de')).toBe('Bitte melden Sie sich an.');
    expect(await detail('fr')).toBe('Bitte melden Sie sich an.');
  });

  it('names the request in every problem document', async () => {
    const { headers, body } = await supertest(started.url).get('/api/waves');
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ type: '/problems/not-signed-in', status: 401, title: expect.any(String) });
    expect(body.instance).toMatch(/^urn:request:[0-9a-f-]{36}$/);
  });

  it('writes no link, token, cookie or password into the log', async () => {
    const { email, password } = officerAccount;
    const session = await supertest(started.url).post('/api/session').send({ email, password }).expect(201);
    await supertest(started.url).get(`/r/${link}`);
    await supertest(started.url).get(`/einrichten/${started.pegel.setupLink?.split('/').at(-1)}`);
    await supertest(started.url).get('/api/r').set('Authorization', `Link ${link}`).expect(200);
    await supertest(started.url).get('/api/waves').set('Authorization', 'Bearer geheimes-token').expect(401);
    const secrets = [
      link,
      link.split('.')[1],
      started.pegel.setupLink?.split('/').at(-1),
      'geheimes-token',
      password,
      session.body.csrfToken,
      String(session.headers['set-cookie']).split(';')[0]?.split('=').slice(1).join('='),
    ];
    const log = logged.join('');
    expect(log).toContain('/r/[redacted]');
    for (const secret of secrets) expect(log).not.toContain(secret);
  });

  it('slows down whoever guesses links and nobody who has one', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 1_000; n += 50) {
      const batch = Array.from({ length: 50 }, (_, at) => {
        const guess = `${String(n + at).padStart(32, '0')}.${'A'.repeat(32)}`;
        return supertest(started.url).get('/api/r').set('Authorization', `Link ${guess}`);
      });
      answers.push(...(await Promise.all(batch)).map(({ status }) => status));
    }
    expect(answers[0]).toBe(404);
    expect(answers.at(-1)).toBe(429);
    const late = await supertest(started.url).get('/api/r').set('Authorization', 'Link nothing').expect(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(late.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect(answers.filter((status) => status === 404).length).toBeLessThanOrEqual(100);
    await supertest(started.url).get('/api/r').set('Authorization', `Link ${link}`).expect(200);
    started.clock.pass(16 * 60_000);
    await supertest(started.url).get('/api/r').set('Authorization', 'Link nothing').expect(404);
  });
});

describe('behind a proxy', () => {
  it('believes X-Forwarded-For only of a proxy it was told of', async () => {
    const attempt = ({ url }: StartedPegel, n: number) =>
      supertest(url)
        .post('/api/session')
        .set('X-Forwarded-For', `203.0.113.${n}`)
        .send({ email: 'nobody@stadt.example', password: 'falsch' });
    const statuses = async (env: Record<string, string>) => {
      const started = await startPegel({ env });
      const answers: number[] = [];
      for (let n = 1; n <= 12; n += 1) answers.push((await attempt(started, n)).status);
      await started.stop();
      return answers;
    };
    expect((await statuses({})).slice(-2)).toEqual([429, 429]);
    expect((await statuses({ PEGEL_TRUST_PROXY: '1' })).slice(-2)).toEqual([401, 401]);
  });

  it('marks the cookie Secure when Pegel is reached by https', async () => {
    const started = await startPegel({
      env: { PEGEL_URL: 'https://pegel.stadt.example', PEGEL_TRUST_PROXY: '1' },
    });
    const { name, email, phone, city, password } = officerAccount;
    const { headers } = await supertest(started.url)
      .post('/api/setup')
      .set('X-Forwarded-Proto', 'https')
      .send({ token: started.pegel.setupLink?.split('/').at(-1), name, email, phone, city, password })
      .expect(201);
    await started.stop();
    expect(String(headers['set-cookie'])).toMatch(/^pegel\.sid=.*HttpOnly; Secure; SameSite=Lax/);
    expect(headers['strict-transport-security']).toContain('max-age');
  });
});

describe('two installations on one host', () => {
  it('keep the officer signed in at both: each has its own cookie, and clears only that', async () => {
    const [one, other] = await Promise.all([startPegel(), startPegel()]);
    await Promise.all([one.officer(), other.officer()]);
    const { email, password } = officerAccount;
    const signIn = async ({ url }: StartedPegel) => {
      const { headers, body } = await supertest(url)
        .post('/api/session')
        .send({ email, password })
        .expect(201);
      return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', token: body.csrfToken };
    };
    const [first, second] = [await signIn(one), await signIn(other)];
    const both = `${first.cookie}; ${second.cookie}`;
    await supertest(one.url).get('/api/offices').set('Cookie', both).expect(200);
    await supertest(other.url).get('/api/offices').set('Cookie', both).expect(200);
    const { headers } = await supertest(one.url)
      .delete('/api/session')
      .set({ Cookie: both, 'X-CSRF-Token': first.token })
      .expect(204);
    expect(String(headers['set-cookie'])).toContain(`${first.cookie.split('=')[0]}=;`);
    expect(first.cookie.split('=')[0]).not.toBe(second.cookie.split('=')[0]);
    await supertest(one.url).get('/api/offices').set('Cookie', both).expect(401);
    await supertest(other.url).get('/api/offices').set('Cookie', both).expect(200);
    await Promise.all([one.stop(), other.stop()]);
  });
});
