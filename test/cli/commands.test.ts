import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../harness/build-once.ts';
import { freePort } from '../harness/free-port.ts';
import { runPegel, startServer } from '../harness/run-pegel.ts';

const email = 'dana@stadt.example';
const password = 'fluss-und-pegel-27';

describe('the command line', () => {
  let folder: string;
  let settings: Record<string, string>;
  let url: string;
  let server: Awaited<ReturnType<typeof startServer>>;

  beforeAll(async () => {
    buildOnce();
    folder = await mkdtemp(join(tmpdir(), 'pegel-cli-'));
    const port = String(await freePort());
    settings = { PEGEL_DATA: join(folder, 'data'), PORT: port };
    url = `http://localhost:${port}`;
    server = await startServer(settings, 2);
  });
  afterAll(async () => {
    await server.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('says at start where everything is, and the one-time link', () => {
    const [first, second] = server.said;
    for (const part of [url, 'data', join('data', 'outbox'), join('data', 'secret')])
      expect(first).toContain(part);
    expect(second).toMatch(new RegExp(`${url}/einrichten/[\\w-]{43}$`));
    expect(existsSync(join(folder, 'data', 'secret'))).toBe(true);
  });

  it('creates an account beside the running server, with a password from stdin', async () => {
    const words = [
      'account',
      'create',
      '--name',
      'Digitalisierungsbeauftragte',
      '--email',
      email.toUpperCase(),
      '--password-stdin',
      '--json',
    ];
    const { code, stdout } = await runPegel(words, settings, `${password}\n`);
    expect({ code, result: JSON.parse(stdout) }).toEqual({ code: 0, result: { email, password: null } });
    await supertest(url).post('/api/session').send({ email, password }).expect(201);
    const again = await runPegel(words, settings, `${password}\n`);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stderr)).toMatchObject({ type: '/problems/conflict', status: 409 });
  });

  it('says where to sign in with a new account', async () => {
    const words = ['account', 'create', '--name', 'Vertretung', '--email', 'vera@stadt.example'];
    const { code, stdout } = await runPegel(words, settings);
    expect(code).toBe(0);
    expect(stdout).toContain(`Konto vera@stadt.example angelegt. Anmelden unter ${url}/anmelden\n`);
    const english = await runPegel([...words.slice(0, -1), 'vic@stadt.example'], {
      ...settings,
      LANG: 'en_GB.UTF-8',
    });
    expect(english.stdout).toContain(`Account vic@stadt.example created. Sign in at ${url}/anmelden\n`);
  });

  it('creates a bearer token and prints it alone to stdout', async () => {
    const { code, stdout } = await runPegel(['token', 'create'], settings);
    expect(code).toBe(0);
    await supertest(url).get('/api/offices').set('Authorization', `Bearer ${stdout.trim()}`).expect(200);
  });

  it('imports offices all or nothing, and names every problem', async () => {
    const token = JSON.parse((await runPegel(['token', 'create', '--json'], settings)).stdout).token;
    const codes = async () => {
      const { body } = await supertest(url).get('/api/offices').set('Authorization', `Bearer ${token}`);
      return body.offices.map(({ code }: { code: string }) => code);
    };
    const file = join(folder, 'aemter.csv');
    await writeFile(file, 'Amt;Bezeichnung;Beschäftigte\n10;Hauptamt;zwölf\n20;Kämmerei;7\n');
    const bad = await runPegel(['import', 'offices', file], settings);
    expect({ code: bad.code, codes: await codes() }).toEqual({ code: 1, codes: [] });
    expect(bad.stderr).toContain('rows/2/Beschäftigte');
    await writeFile(file, 'Amt;Bezeichnung;Beschäftigte\n10;Hauptamt;12\n20;Kämmerei;7\n');
    expect((await runPegel(['import', 'offices', file, '--dry-run'], settings)).code).toBe(0);
    expect(await codes()).toEqual([]);
    const done = await runPegel(['import', 'offices', file, '--json'], settings);
    expect(JSON.parse(done.stdout)).toMatchObject({ offices: { created: ['10', '20'] }, problems: [] });
    expect(await codes()).toEqual(['10', '20']);
  });

  it('resets a password to one it prints once', async () => {
    const { code, stdout } = await runPegel(['account', 'reset-password', email, '--json'], settings);
    expect(code).toBe(0);
    await supertest(url).post('/api/session').send({ email, password }).expect(401);
    await supertest(url)
      .post('/api/session')
      .send({ email, password: JSON.parse(stdout).password })
      .expect(201);
  });

  it('refuses with 1 and a reason', async () => {
    const unknown = await runPegel(['account', 'reset-password', 'niemand@stadt.example'], settings);
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toContain('niemand@stadt.example');
    expect(await runPegel(['import', 'offices', join(folder, 'fehlt.csv')], settings)).toMatchObject({
      code: 1,
    });
    const taken = await runPegel(['start'], { ...settings, PEGEL_DATA: join(folder, 'other') });
    expect(taken).toMatchObject({ code: 1, stdout: '' });
    expect(taken.stderr).toContain('EADDRINUSE');
  });

  it('lists every bad setting in one error', async () => {
    const bad = { ...settings, PORT: 'x', PEGEL_TIMEZONE: 'Mars', SMTP_URL: 'smtp://mail.example' };
    const { code, stderr } = await runPegel(['start'], bad);
    expect(code).toBe(1);
    for (const name of ['PORT', 'PEGEL_TIMEZONE', 'PEGEL_URL']) expect(stderr).toContain(`${name}: `);
    const json = await runPegel(['start', '--json'], bad);
    expect(JSON.parse(json.stderr).errors).toHaveLength(3);
  });

  it.each([
    [[]],
    [['unknown']],
    [['token']],
    [['account', 'create', '--email', 'x']],
    [['start', '--port', '1']],
    [['import', 'offices']],
  ])('says how it is used, with 2: %j', async (words) => {
    const { code, stdout, stderr } = await runPegel(words, settings);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('pegel ');
  });

  it('speaks English to an English shell', async () => {
    expect((await runPegel(['--help'], { ...settings, LANG: 'en_GB.UTF-8' })).stdout).toContain('Commands');
  });

  it('stops cleanly at Ctrl-C and starts again on the same data', async () => {
    expect(await server.stop('SIGINT')).toBe(0);
    expect(existsSync(join(folder, 'data', 'store.lock'))).toBe(false);
    server = await startServer(settings, 1);
    const { body } = await supertest(url).get('/api/session').expect(200);
    expect(body.setUp).toBe(true);
    expect(await server.stop('SIGTERM')).toBe(0);
  });
});
