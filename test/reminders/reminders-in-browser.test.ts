import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftedWave, linkTo, openedWave, september } from '../builders/wave.ts';
import { checkAxe, describeWithBrowser, launchBrowser, scrollsSideways } from '../harness/browser.ts';
import { checkUsable, signIn } from '../harness/console-page.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

describeWithBrowser('reminders in the browser', () => {
  let browser: Browser;
  let started: StartedPegel;
  let officer: Agent;
  let waveId: string;
  let console: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    started = await startPegel({ at: september, env: { PEGEL_HOLIDAYS: 'DE-NW' } });
    officer = await started.officer();
    const { wave } = await openedWave(officer);
    waveId = wave.id;
    await started.pegel.tick();
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 900 } });
    console = await context.newPage();
    await console.goto(`${started.url}/erhebungen/${waveId}/erinnerungen`);
    await signIn(console);
  });
  afterAll(async () => {
    await browser.close();
    await started.stop();
  });

  it('shows a person who is not right a form, and says thanks once it is sent', async () => {
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage();
    await page.goto(`${started.url}/r/${await linkTo(officer, waveId, 'a20@stadt.example')}`);
    await page.getByText('Ich bin nicht die richtige Person').click();
    await page.getByLabel('Name der Kollegin').fill('Kim Muster');
    await page.getByRole('button', { name: 'Mitteilen' }).click();
    await page.getByText('Bitte geben Sie Name und E-Mail an').waitFor();
    await page.getByLabel('E-Mail').fill('kim@stadt.example');
    expect(await checkAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Mitteilen' }).click();
    await page.getByText('Danke, das ist angekommen').waitFor();
    await page.close();
  });

  it('shows the officer days, recipients and the proposal, and replaces the person', async () => {
    await console.reload();
    await console.getByRole('heading', { name: '3 Erinnerungen stehen noch an' }).waitFor();
    await console.getByText('Montag, 21. September 2026').waitFor();
    await console.getByRole('heading', { name: 'Eine Person sagt' }).waitFor();
    await console.getByText('Erinnerungen ändern').click();
    await console.getByText('Ämter ohne abgesendete Antwort').click();
    await checkUsable(console);
    await console.getByRole('button', { name: 'Ersetzen und einladen' }).click();
    await console.getByText('Bisher ersetzt').waitFor();
    await console.getByText('durch Kim Muster (kim@stadt.example) ersetzt').waitFor();
  });

  it('computes the days anew when the rules are saved, and names the holiday', async () => {
    await console.getByLabel('Tage nach dem Öffnen').fill('19');
    await console.getByRole('button', { name: 'Erinnerungen speichern' }).click();
    await console.getByText('statt 3. Oktober 2026 (Tag der Deutschen Einheit)').waitFor();
    await console.getByLabel('Tage nach dem Öffnen').fill('sieben');
    await console.getByRole('button', { name: 'Erinnerungen speichern' }).click();
    await console.getByRole('link', { name: /Tage nach dem Öffnen/ }).waitFor();
  });

  it('sends a lost link again from a page of its own, which a wrong link leads to', async () => {
    const { mails } = (await officer.get(`/api/outbox?waveId=${waveId}`)).body;
    expect(mails.some(({ to }: { to: string }) => to === 'kim@stadt.example')).toBe(true);
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage();
    await page.goto(`${started.url}/link`);
    await page.getByRole('heading', { name: 'Link noch einmal senden' }).waitFor();
    await page.getByRole('button', { name: 'Link senden' }).click();
    await page.getByText('Das ist keine einzelne E-Mail-Adresse').waitFor();
    await page.getByLabel('E-Mail-Adresse').fill('a30@stadt.example');
    expect(await checkAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Link senden' }).click();
    await page.getByText('Bitte sehen Sie in Ihr Postfach').waitFor();
    await page.goto(`${started.url}/r/${'0'.repeat(32)}.${'a'.repeat(32)}`);
    await page.getByRole('link', { name: 'Link noch einmal senden lassen' }).waitFor();
    await page.close();
  });

  it('shows the days of a draft as part of it', async () => {
    const { wave } = await draftedWave(officer, { title: 'Stand 2027' });
    await console.goto(`${started.url}/erhebungen/${wave.id}`);
    await console.getByText('Die Tage gelten, wenn Sie heute öffnen.').waitFor();
    expect(await checkAxe(console)).toEqual([]);
  });
});
