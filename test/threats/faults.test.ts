import { afterEach, describe, expect, it } from 'vitest';
import { savingPage } from '../builders/saving-page.ts';
import { linkTo, openedWave, september } from '../builders/wave.ts';
import { freePort } from '../harness/free-port.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { onOtherServer } from '../harness/test-database.ts';
import { serverPid } from '../store/fresh-folder.ts';

let started: StartedPegel;
let smtp: TestSmtp | null = null;
afterEach(async () => {
  await started.stop();
  await smtp?.stop();
  smtp = null;
});

/** The embedded store is a process that can be killed and stopped; another server is not ours to kill. */
describe.skipIf(onOtherServer)('F2: a database that goes away', () => {
  it('hangs, is said to be away, and takes what was waiting when it goes on', async () => {
    started = await startPegel({ at: september });
    const officer = await started.officer();
    const { wave } = await openedWave(officer, { deadline: '2099-12-31' });
    await started.pegel.tick();
    const waveId = wave.id;
    const page = savingPage(started.agent, await linkTo(officer, waveId, 'a20@stadt.example'));
    await page.save(1);
    const pid = serverPid(started.folder);
    process.kill(pid, 'SIGSTOP');
    try {
      const answer = await officer.get(`/api/waves/${waveId}`);
      expect([answer.status, answer.body.type]).toEqual([503, '/problems/unavailable']);
      await started.agent.get('/api/health/live').expect(200);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await page.save(2);
    expect(await page.stored()).toMatchObject({ revision: 2 });
    await officer.get(`/api/waves/${waveId}`).expect(200);
  }, 120_000);
});

describe('F2: a mail server that is away for a day', () => {
  it('costs no mail and doubles none', async () => {
    const port = await freePort();
    started = await startPegel({
      at: september,
      env: { SMTP_URL: `smtp://127.0.0.1:${port}`, PEGEL_URL: 'http://localhost:3000' },
    });
    const officer = await started.officer();
    await openedWave(officer, { deadline: '2099-12-31' });
    const counts = async () => (await officer.get('/api/outbox').expect(200)).body.counts;
    for (let hour = 0; hour < 24; hour += 1) {
      await started.pegel.tick();
      started.clock.pass(3_600_000);
    }
    const away = await counts();
    expect(away.sent + away.refused).toBe(0);
    expect(away.owed + away.retrying).toBe(4);
    smtp = await startSmtp(port);
    for (let turn = 0; turn < 3; turn += 1) {
      started.clock.pass(3_600_000);
      await started.pegel.tick();
    }
    expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual(
      ['a10', 'a20', 'a30', 'b10'].map((name) => `${name}@stadt.example`),
    );
    expect(await counts()).toMatchObject({ sent: 4, owed: 0, retrying: 0, refused: 0 });
  });
});
