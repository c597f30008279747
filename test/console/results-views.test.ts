import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addOffice, linkTo, waveOver } from '../builders/wave.ts';
import { browserPath, describeWithBrowser, launchBrowser, watchFaults } from '../harness/browser.ts';
import { buildOnce } from '../harness/build-once.ts';
import { checkUsable, signIn } from '../harness/console-page.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';

const levels: Readonly<Record<string, number>> = { '10': 3, '20': 1, '30': 2 };

/** Answers of one level, with a question at another one so that weightings matter. */
const answersOf = (code: string) => ({
  ...allAt(levels[code] ?? 0),
  ...(code === '10' ? { d2_1: { state: 'dk' }, d2_2: 0, d2_3: 0, d1_1: { value: 3, target: 4 } } : {}),
  ...(code === '30' ? { d2_1: 4, d2_2: 4, d2_3: 4 } : {}),
});

/** A deadline to come: the browser's clock is the real one. */
const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

async function submittedWave(started: StartedPegel, officer: Agent): Promise<string> {
  const division = await addOffice(officer, { code: 'I', emails: [] });
  const ids = [];
  for (const code of Object.keys(levels)) {
    const office = { code, emails: [`lead${code}@stadt.example`], parentId: division.id };
    ids.push((await addOffice(officer, office)).id);
  }
  const drafted = (
    await officer
      .post('/api/waves')
      .send(waveOver(ids, { deadline: nextMonth() }))
      .expect(201)
  ).body;
  await officer.post(`/api/waves/${drafted.id}/open`).send({ revision: drafted.revision }).expect(200);
  await started.pegel.tick();
  for (const code of Object.keys(levels)) {
    const person = personWith(started.url, await linkTo(officer, drafted.id, `lead${code}@stadt.example`));
    await person.submit({ seen: {}, answers: answersOf(code) }).expect(200);
  }
  return drafted.id;
}

describeWithBrowser('The views of a wave', () => {
  let pegel: StartedPegel;
  let browser: Browser;
  let page: Page;
  let waveId: string;
  let faults: readonly string[] = [];

  beforeAll(async () => {
    if (browserPath === null) return;
    await buildOnce();
    pegel = await startPegel();
    waveId = await submittedWave(pegel, await pegel.officer());
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' });
    page.setDefaultTimeout(15_000);
    faults = watchFaults(page, pegel.url);
    await page.goto(`${pegel.url}/ergebnisse/${waveId}`);
    await signIn(page);
    await page.locator('.heatmap').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await pegel?.stop();
  });

  const usable = () => checkUsable(page);

  it('offer everything to download in one place', async () => {
    await page.getByText('Herunterladen').click();
    const link = page.getByRole('link', { name: 'Erhebung (JSON)' });
    expect(await link.getAttribute('href')).toBe(`/api/waves/${waveId}/wave.json`);
    await page.getByText('Herunterladen').click();
    await usable();
  });

  it('say where the number of the city comes from, in the address and over the page', async () => {
    await page.locator('tfoot .heatmap__index a').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: /Woher kommt „.*“\?/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('zahl')).toBe('index');
    await usable();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('zahl')).toBe(false);
  });

  it('lead from the index of an office by keyboard to a dimension and to its questions', async () => {
    await page.locator('tbody tr', { hasText: 'Amt 10' }).locator('.heatmap__index a').focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('.origin-panel');
    await panel.getByRole('heading', { name: /^Woher kommt „.*“\?/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('zahl')).toBe('index');
    await usable();
    await panel.getByRole('link', { name: /Prozesse/ }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText('weiß nicht').first().waitFor();
    expect(new URL(page.url()).searchParams.get('zahl')).toBe('d2');
    await panel.locator('h2:focus').waitFor();
    await panel.getByText('Formel mit diesen Zahlen').click();
    await panel.getByText('Eingesetzt:').first().waitFor();
    await usable();
  });

  it('lead from a formula to its section of the method', async () => {
    await page
      .locator('.formula[open]')
      .getByRole('link', { name: /^Methode, Abschnitt/ })
      .click();
    await page.locator('h1', { hasText: 'So rechnet Pegel' }).waitFor();
    await page.locator('#abschnitt-4:focus').waitFor();
    await usable();
    await page.goBack();
    await page.locator('.origin-panel').waitFor();
  });

  it('show on which places an office stands under other weightings, once they are computed', async () => {
    await page.goto(`${pegel.url}/ergebnisse/${waveId}?ansicht=rangfolge`);
    await page.getByText(/ von 2\.000 Gewichtungen$/).waitFor();
    await page.locator('.rank-bar').first().waitFor();
    expect(await page.locator('.rank-bar').count()).toBe(3);
    await page.getByText(/2\.000 Gewichtungen, Startwert \d+, xoroshiro128plus/).waitFor();
    await usable();
  });

  it('keep a target that the officer sets and say who set it', async () => {
    await page.getByRole('link', { name: 'Ziele und Prioritäten' }).click();
    await page.getByRole('heading', { name: 'Ziele setzen' }).waitFor();
    const field = page.locator('[id="feld-targets-d2"]');
    await field.fill('achtzig');
    await page.locator('[id="feld-targets-d2"][aria-invalid="true"]').waitFor();
    await field.fill('82,5');
    await page.getByRole('button', { name: 'Ziele speichern' }).click();
    await page.locator('.kern-alert--success:focus', { hasText: 'Ziele gespeichert' }).waitFor();
    const row = page.locator('tbody tr', { hasText: 'gesetzt' });
    await row.getByText('82,5').waitFor();
    await usable();
    await page.reload();
    await row.waitFor();
    expect(await field.inputValue()).toBe('82,5');
  });

  it('keep what was typed when somebody else has changed the wave, and save it afterwards', async () => {
    const officer = await pegel.officer();
    const { revision } = (await officer.get(`/api/waves/${waveId}`).expect(200)).body;
    await officer
      .put(`/api/waves/${waveId}/targets`)
      .send({ revision, targets: { d1: 60 } })
      .expect(200);
    await page.locator('[id="feld-targets-d4"]').fill('70');
    await page.getByRole('button', { name: 'Ziele speichern' }).click();
    await page.getByRole('button', { name: /Neuen Stand laden/ }).click();
    expect(await page.locator('[id="feld-targets-d4"]').inputValue()).toBe('70');
    await page.getByRole('button', { name: 'Ziele speichern' }).click();
    await page.locator('.kern-alert--success', { hasText: 'Ziele gespeichert' }).waitFor();
  });

  it('run without a fault and ask nobody but their own server', () => {
    expect(faults).toEqual([]);
  });
});
