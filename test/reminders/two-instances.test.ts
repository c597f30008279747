import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openedWave, september } from '../builders/wave.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { dropDatabase } from '../harness/test-database.ts';

let folder: string;
let smtp: TestSmtp;
let instances: StartedPegel[];
let officer: Agent;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pegel-'));
  smtp = await startSmtp();
  const env = { SMTP_URL: smtp.url };
  const first = await startPegel({ folder, env, at: september });
  officer = await first.officer();
  instances = [first];
  instances.push(await startPegel({ folder, env, at: september }));
});
afterAll(async () => {
  for (const instance of [...instances].reverse()) await instance.stop();
  await smtp.stop();
  await dropDatabase(folder);
  await rm(folder, { recursive: true, force: true });
});

async function bothAt(instant: string) {
  for (const { clock } of instances) clock.set(instant);
  for (let times = 0; times < 3; times += 1) {
    await Promise.all(instances.map(({ pegel }) => pegel.tick()));
  }
}

it('two instances on one database send every reminder once', async () => {
  await openedWave(officer);
  await bothAt('2026-09-14T08:00:00Z');
  expect(smtp.mails).toHaveLength(4);
  for (const [times, instant] of ['2026-09-21', '2026-10-09', '2026-10-14'].entries()) {
    await bothAt(`${instant}T06:00:30Z`);
    expect(smtp.mails).toHaveLength(4 * (times + 2));
  }
  await bothAt('2026-10-15T06:00:30Z');
  expect(smtp.mails).toHaveLength(16);
});

it('a server that was stopped for weeks sends one reminder, in the next hour that sends', async () => {
  await bothAt('2026-11-02T08:00:00Z');
  await openedWave(officer, { deadline: '2026-11-27' });
  await bothAt('2026-11-02T08:00:00Z');
  const before = smtp.mails.length;
  await bothAt('2026-11-21T09:00:00Z');
  expect(smtp.mails).toHaveLength(before);
  await bothAt('2026-11-23T09:00:00Z');
  expect(smtp.mails).toHaveLength(before + 4);
});
