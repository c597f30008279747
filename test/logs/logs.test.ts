import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, withoutPeople } from '../../server/log.ts';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const lines: string[] = [];
const stream = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

let started: StartedPegel;
let smtp: TestSmtp;
beforeAll(async () => {
  smtp = await startSmtp();
  const env = { SMTP_URL: smtp.url, PEGEL_URL: 'http://localhost:3000', PEGEL_TRUST_PROXY: '1' };
  started = await startPegel({ at: september, env, log: createLog('trace', stream) });
});
afterAll(async () => {
  await started.stop();
  await smtp.stop();
});

describe('the log', () => {
  it('holds a line for each request with its id, and no link, address, answer, token or password', async () => {
    const officer = await started.officer();
    smtp.refuse('a30@stadt.example', 550);
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const [mail] = await smtp.received('a20@stadt.example');
    const link = /\/r\/([\w.-]+)/.exec(mail?.parsed.text ?? '')?.[1] ?? '';
    expect(link).toHaveLength(65);
    const auth = { authorization: `Link ${link}` };
    const value = { value: 3, comment: 'Geheime Bemerkung' };
    await started.agent.get(`/r/${link}?from=${link}`);
    for (const path of [`/R/${link}`, `/${link}`, `/api/r%2F${link}`, `/mail/wer@stadt.example/x`]) {
      await started.agent.get(path);
      await started.agent.get(encodeURI(path).replace('@', '%40'));
    }
    await started.agent
      .patch('/api/r/answers')
      .set(auth)
      .send({ saveId: 'save-log-00001', changes: [{ key: 'd1_1', base: 0, value }] })
      .expect(200);
    await started.agent
      .get('/api/r')
      .set('Authorization', `Link ${link.slice(0, -3)}xyz`)
      .expect(404);
    await started.agent.post('/api/session').send({ email: 'wer@stadt.example', password: 'falsch-geraten' });
    const answer = await started.agent.get('/api/health').set('X-Request-Id', 'from-the-proxy-1');
    expect(answer.headers['x-request-id']).toBe('from-the-proxy-1');
    const strange = await started.agent.get('/api/health').set('X-Request-Id', 'two words; no');
    expect(strange.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const all = lines.join('');
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(all).toContain('"request":"from-the-proxy-1"');
    expect(all).toContain('"path":"/r/[redacted]"');
    expect(all).toContain('"msg":"started"');
    const secrets = [
      ...[link, 'stadt.example', 'musterstadt.example', 'Geheime', 'falsch-geraten', 'from='],
      ...[officerAccount.password, officerAccount.name, 'Person'],
    ];
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    expect(wave.state).toBe('open');
    expect(await linkTo(officer, wave.id, 'a20@stadt.example')).toBe('');
  });

  it('keeps what libraries say of stored values, addresses and links out of errors', () => {
    const link = `${'a'.repeat(32)}.${'B'.repeat(32)}`;
    const said = [
      `E11000 duplicate key error collection: pegel.accounts index: email_1 dup key: { email: "x@stadt.example" }`,
      `Invalid recipient <y@stadt.example>: no such mailbox`,
      `GET /r/${link} failed, link ${link}`,
      `connect mongodb://user:geheim@db.stadt.example/pegel`,
      `Cast to string failed for value "Geheim" (type string) at path "name"`,
    ];
    const kept = said.map(withoutPeople).join('\n');
    expect(['x@', 'y@', link, 'geheim', 'Geheim'].filter((secret) => kept.includes(secret))).toEqual([]);
    expect(kept).toContain('E11000 duplicate key error collection: pegel.accounts index: email_1');
  });

  it('names type, code and place of a fault', () => {
    const seen: string[] = [];
    const log = createLog('info', { write: (line: string) => void seen.push(line) });
    const error = Object.assign(new TypeError('for z@stadt.example'), { code: 'E1' });
    log.error({ err: error, request: 'r1' }, 'fault');
    expect(JSON.parse(seen[0] ?? '')).toMatchObject({
      ...{ request: 'r1', msg: 'fault' },
      err: {
        type: 'TypeError',
        code: 'E1',
        message: 'for [address]',
        stack: expect.stringContaining('logs.test'),
      },
    });
    expect(seen.join('')).not.toContain('z@stadt');
  });
});
