import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emailOf } from '../builders/several.ts';
import { addOffice, linkTo } from '../builders/wave.ts';
import { browserPath, describeWithBrowser, launchBrowser, watchFaults } from '../harness/browser.ts';
import { buildOnce } from '../harness/build-once.ts';
import { checkUsable, signIn } from '../harness/console-page.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';

/** People by office; those of office 40 are too few to be shown. */
const asked = { '10': 6, '20': 7, '30': 8, '40': 2 };
const everybody = Object.values(asked).reduce((sum, count) => sum + count, 0);

describeWithBrowser('A wave that many people answer', () => {
  let pegel: StartedPegel;
  let browser: Browser;
  let page: Page;
  let waveId = '';
  let faults: readonly string[] = [];

  beforeAll(async () => {
    if (browserPath === null) return;
    await buildOnce();
    pegel = await startPegel();
    const officer = await pegel.officer();
    for (const [code, count] of Object.entries(asked)) {
      const emails = Array.from({ length: count }, (_, n) => emailOf(code, n));
      await addOffice(officer, { code, emails });
    }
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' });
    page.setDefaultTimeout(15_000);
    faults = watchFaults(page, pegel.url);
    await page.goto(`${pegel.url}/erhebungen/neu`);
    await signIn(page);
    await page.locator('h1', { hasText: 'Neue Erhebung' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await pegel?.stop();
  });

  const usable = () => checkUsable(page);

  const openResults = async (query = '') => {
    await page.goto(`${pegel.url}/ergebnisse/${waveId}${query}`);
    await page.locator('.tabs').waitFor();
  };

  it('is drafted anonymously in groups of five, and smaller groups ask for a consent', async () => {
    await page.getByRole('radio', { name: 'Viele Personen je Amt antworten' }).check();
    expect(await page.getByRole('checkbox', { name: /^Anonym antworten lassen/ }).isChecked()).toBe(true);
    const group = page.getByLabel('Kleinste Gruppe');
    expect(await group.inputValue()).toBe('5');
    await group.selectOption('3');
    const save = page.getByRole('button', { name: 'Als Entwurf speichern' });
    expect(await save.isDisabled()).toBe(true);
    await usable();
    await page.getByLabel('Zustimmung zu kleinen Gruppen').fill('Personalrat, 3. September 2026');
    await save.click();
    await page.locator('h1', { hasText: ': Entwurf' }).waitFor();
    waveId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await page.getByLabel('Zustimmung zu kleinen Gruppen').inputValue()).toContain('Personalrat');
    await group.selectOption('5');
    await page.getByText(/^gespeichert, /).waitFor();
    const { body } = await (await pegel.officer()).get(`/api/waves/${waveId}`).expect(200);
    expect(body).toMatchObject({
      mode: 'several',
      several: { anonymous: true, minGroup: 5, consent: null },
    });
    await usable();
  });

  it('says before opening that answers are anonymous, and counts people afterwards', async () => {
    await page.getByRole('button', { name: `Erhebung öffnen: ${everybody} Nachrichten senden` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Alle antworten anonym/).waitFor();
    await dialog.getByRole('button', { name: `${everybody} Nachrichten senden` }).click();
    await page.locator('h1', { hasText: `0 von ${everybody} Personen haben abgesendet` }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Zuletzt' }).count()).toBe(0);
    expect(await page.locator('.figures').getByText('gesehen').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Nicht gesehen/ }).count()).toBe(0);
    await usable();
  });

  it('shows the return alone while people are answering, and why', async () => {
    await pegel.pegel.tick();
    const officer = await pegel.officer();
    for (const [code, count] of Object.entries(asked)) {
      for (let n = 0; n < count; n += 1) {
        const person = personWith(pegel.url, await linkTo(officer, waveId, emailOf(code, n)));
        const answers = { ...allAt(2), d1_1: n % 5, d4_1: (n * 2) % 5 };
        await person.submit({ seen: {}, answers }).expect(200);
      }
    }
    await openResults();
    await page.getByRole('heading', { name: 'Werte gibt es erst nach dem Schließen' }).waitFor();
    await page.getByText(`${everybody} von ${everybody} Personen`).first().waitFor();
    expect(await page.locator('.heatmap').count()).toBe(0);
    await usable();
  });

  it('keeps a small office secret after closing and says why', async () => {
    await page.goto(`${pegel.url}/erhebungen/${waveId}`);
    await page.getByRole('button', { name: 'Erhebung schließen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Jetzt schließen' }).click();
    await page.getByText(/Die Erhebung ist geschlossen/).waitFor();
    await pegel.pegel.tick();
    await openResults();
    const small = page.locator('.heatmap tbody tr', { hasText: 'Amt 40' });
    await small.getByText('·').first().waitFor();
    await page.getByText(/Bei \d Ämtern geheim gehalten/).waitFor();
    await usable();
    await small.getByRole('link', { name: '40 Amt 40' }).click();
    await page.getByRole('heading', { name: 'Die Werte dieses Amtes bleiben geheim' }).waitFor();
    await usable();
  });

  it('shows of a large office the doubt of every number, and how far its people agree', async () => {
    await openResults();
    await page.locator('.heatmap tbody tr', { hasText: 'Amt 30' }).locator('.level a').first().click();
    await page.locator('.origin-panel h2:focus', { hasText: 'Woher kommt' }).waitFor();
    expect(await page.locator('.dimensions .interval').count()).toBeGreaterThan(0);
    await page
      .locator('.dimensions')
      .getByText(/stark|mittel|schwach|keine/)
      .first()
      .waitFor();
    await page.getByText('8 Antworten').first().waitFor();
    await usable();
  });

  it('reads the quality of the measurement in words', async () => {
    await openResults();
    await page.locator('.quality summary').click();
    await page.locator('.quality[open] tbody tr').first().waitFor();
    await usable();
  });

  it('runs without a fault and asks nobody but its own server', () => {
    expect(faults).toEqual([]);
  });
});
