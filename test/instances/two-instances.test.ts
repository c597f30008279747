import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTo, openedWave, waveOver } from '../builders/wave.ts';
import { freePort } from '../harness/free-port.ts';
import { runPegel, startServer } from '../harness/run-pegel.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { type Agent, officerAccount } from '../harness/start-pegel.ts';
import { dropDatabase } from '../harness/test-database.ts';

/** Two programs on one database, each a process of its own, as behind a load balancer. */
interface Instance {
  readonly agent: Agent;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

const secret = 'a secret of thirty-two bytes for tests alone';
const publicUrl = 'http://localhost:3000';

let folder: string;
let smtp: TestSmtp;
let a: Instance;
let b: Instance;
let token: string;
let csrf: string;
let cookie: string;

async function startInstance(): Promise<Instance & { said: readonly string[] }> {
  const port = String(await freePort());
  const settings = { PEGEL_DATA: folder, PEGEL_SECRET: secret, PEGEL_URL: publicUrl, SMTP_URL: smtp.url };
  const server = await startServer({ ...settings, PORT: port, PEGEL_LOG_LEVEL: 'error' }, 1);
  return { ...server, agent: supertest.agent(`http://127.0.0.1:${port}`) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  smtp = await startSmtp();
  await runPegel(
    ['account', 'create', '--name', officerAccount.name, '--email', officerAccount.email, '--password-stdin'],
    { PEGEL_DATA: folder, PEGEL_SECRET: secret },
    officerAccount.password,
  );
  const created = await runPegel(['token', 'create', '--json'], { PEGEL_DATA: folder, PEGEL_SECRET: secret });
  token = JSON.parse(created.stdout).token;
  a = await startInstance();
  b = await startInstance();
  const { city, name, phone, email, password } = officerAccount;
  await officerAt(a).put('/api/settings').send({ city, contact: { name, phone, email } }).expect(200);
  a.agent.set('Authorization', '');
  const session = await a.agent.post('/api/session').send({ email, password }).expect(201);
  csrf = session.body.csrfToken;
  cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await a.stop('SIGTERM');
  await b.stop('SIGTERM');
  await smtp.stop();
  await dropDatabase(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** The officer at one instance, by a token that both know. */
function officerAt({ agent }: Instance): Agent {
  agent.set('Authorization', `Bearer ${token}`);
  return agent;
}

const bySession = ({ agent }: Instance) =>
  agent.get('/api/settings').set('Authorization', '').set('Cookie', cookie);

describe('two instances on one database', () => {
  it('know the same session, and both forget it when it ends at one', async () => {
    await bySession(b).expect(200);
    await bySession(a).expect(200);
    await b.agent.delete('/api/session').set('Cookie', cookie).set('X-CSRF-Token', csrf).expect(204);
    await bySession(a).expect(401);
    await bySession(b).expect(401);
  });

  it('count attempts to sign in together', async () => {
    const attempt = ({ agent }: Instance) =>
      agent.post('/api/session').send({ email: 'wer@stadt.example', password: 'falsch-geraten' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      for (const instance of [a, b]) statuses.push((await attempt(instance)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it('send each mail of a wave once, show each other’s answers, and submit once', async () => {
    const { wave } = await openedWave(officerAt(a), { deadline: '2099-12-31' });
    const seen = await officerAt(b).get(`/api/waves/${wave.id}`).expect(200);
    expect(seen.body.state).toBe('open');
    const [mail] = await smtp.received('a20@stadt.example');
    const link = /\/r\/([\w.-]+)/.exec(mail?.parsed.text ?? '')?.[1] ?? '';
    const people = ['a10@stadt.example', 'a20@stadt.example', 'a30@stadt.example', 'b10@stadt.example'];
    for (const person of people) await smtp.received(person);
    expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual(people);
    const auth = { authorization: `Link ${link}` };
    const save = ({ agent }: Instance, base: number, value: number) =>
      agent
        .patch('/api/r/answers')
        .set(auth)
        .send({
          saveId: `save-${base}-${value}-instances`,
          changes: [{ key: 'd1_1', base, value: { value } }],
        });
    await save(a, 0, 1).expect(200);
    const read = await b.agent.get('/api/r').set(auth).expect(200);
    expect(read.body.answers.d1_1).toEqual({ value: { value: 1 }, revision: 1 });
    await save(b, 1, 2).expect(200);
    expect((await save(a, 1, 3).expect(200)).body.conflicts).toHaveLength(1);
    const keys = Array.from({ length: 30 }, (_, i) => `d${Math.floor(i / 5) + 1}_${(i % 5) + 1}`);
    const answers = Object.fromEntries(keys.map((key) => [key, { value: 2 }]));
    const submission = { seen: { d1_1: 2 }, answers };
    const receipts = await Promise.all(
      [a, b].map(({ agent }) => agent.post('/api/r/submission').set(auth).send(submission)),
    );
    expect(receipts.map(({ status }) => status)).toEqual([200, 200]);
    expect(receipts[0]?.body).toEqual(receipts[1]?.body);
    const { body } = await officerAt(b).get(`/api/waves/${wave.id}/invitations`).expect(200);
    expect(body.counts.submitted).toBe(1);
  });

  it('refuse a third with another secret', async () => {
    const other = {
      PEGEL_DATA: folder,
      PORT: '0',
      PEGEL_SECRET: 'another secret of thirty-two bytes for tests',
    };
    expect(await runPegel(['start'], other)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('anderen Geheimnis'),
    });
  });

  it('go on when one is killed: the other serves and does the due work', async () => {
    const { offices } = (await officerAt(b).get('/api/offices').expect(200)).body;
    const ids = offices.map(({ id }: { id: string }) => id);
    await a.stop('SIGKILL');
    let draft = { id: '', revision: 0 };
    for (let tries = 0; draft.id === '' && tries < 400; tries += 1) {
      const made = await officerAt(b)
        .post('/api/waves')
        .send(waveOver(ids, { deadline: '2099-12-31' }));
      if (made.status === 201) draft = made.body;
    }
    const { revision } = draft;
    await officerAt(b).post(`/api/waves/${draft.id}/open`).send({ revision }).expect(200);
    expect(await smtp.received('a30@stadt.example', 2)).toHaveLength(2);
    expect(await linkTo(officerAt(b), draft.id, 'a30@stadt.example')).toBe('');
  });
});
