import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openedWave, september } from '../builders/wave.ts';
import { describeWithBrowser, launchBrowser } from '../harness/browser.ts';
import { checkUsable, signIn } from '../harness/console-page.ts';
import { runPegel } from '../harness/run-pegel.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { startPegel } from '../harness/start-pegel.ts';

const secret = 'a secret of thirty-two bytes for tests alone';
let folder: string;
let smtp: TestSmtp;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pegel-'));
  smtp = await startSmtp();
});
afterEach(async () => {
  await smtp.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A Pegel after a restore: a wave is open, and nothing of its four mails was sent when the backup was made. */
async function restored() {
  const first = await startPegel({
    at: september,
    folder: join(folder, 'first'),
    env: { PEGEL_SECRET: secret },
  });
  const officer = await first.officer();
  const file = join(folder, 'b.pegel');
  const run = (name: string, ...words: string[]) =>
    runPegel(words, { PEGEL_DATA: join(folder, name), PEGEL_SECRET: secret });
  await openedWave(officer);
  await first.pegel.tick();
  await run('first', 'backup', file);
  const { mails } = (await officer.get('/api/outbox').expect(200)).body;
  await first.stop();
  await run('second', 'restore', file);
  const env = { PEGEL_SECRET: secret, SMTP_URL: smtp.url, PEGEL_URL: 'http://localhost:3000' };
  const second = await startPegel({ at: september, folder: join(folder, 'second'), env });
  return { second, run, mails };
}

it('after a restore nothing is sent until somebody releases it, then each mail once', async () => {
  const { second, run } = await restored();
  const officer = await second.officer();
  const { wave } = await openedWave(officer, { title: 'Danach' });
  await second.pegel.tick();
  expect(smtp.mails).toEqual([]);
  const paused = (await officer.get('/api/mail-pause').expect(200)).body;
  expect(paused).toEqual({ pausedSince: expect.any(String), owed: 4 });
  expect((await run('second', 'doctor')).stdout).toContain('mail-paused');
  await officer.delete('/api/mail-pause').expect(200);
  await second.pegel.tick();
  await second.pegel.tick();
  expect(smtp.mails.map(({ to }) => to[0]).sort()).toEqual([
    ...['a10@stadt.example', 'a20@stadt.example', 'a30@stadt.example', 'b10@stadt.example'],
  ]);
  expect((await officer.get('/api/mail-pause').expect(200)).body).toEqual({ pausedSince: null, owed: 0 });
  expect(wave.state).toBe('open');
  await second.stop();
});

it('is released from the shell, too', async () => {
  const { second, run } = await restored();
  const officer = await second.officer();
  await openedWave(officer, { title: 'Danach' });
  expect(await run('second', 'mail', 'release', '--json')).toMatchObject({ code: 0, stdout: '{"owed":4}\n' });
  await second.pegel.tick();
  expect(smtp.mails).toHaveLength(4);
  await second.stop();
});

describeWithBrowser('the banner of paused mail', () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('stands on every page, says how many mails wait, asks once and lets them go', async () => {
    const { second } = await restored();
    const officer = await second.officer();
    await openedWave(officer, { title: 'Danach' });
    const page = await browser.newPage({ locale: 'de-DE' });
    await page.goto(second.url);
    await signIn(page);
    await page.getByText('Der Versand ist angehalten').waitFor();
    await page.getByText('Ausstehende Nachrichten: 4.').waitFor();
    await checkUsable(page);
    await page.getByRole('button', { name: 'Versand freigeben' }).click();
    await page.getByRole('dialog').getByText('ein zweites Mal').waitFor();
    await page.getByRole('button', { name: 'Freigeben: 4 Nachrichten senden' }).click();
    await page.getByText('Der Versand ist freigegeben').waitFor();
    await second.pegel.tick();
    expect(smtp.mails).toHaveLength(4);
    await page.close();
    await second.stop();
  });
});
