import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addOffice, linkTo, waveOver } from '../builders/wave.ts';
import { describeWithBrowser, launchBrowser, watchFaults } from '../harness/browser.ts';
import { checkUsable, signIn } from '../harness/console-page.ts';
import { type Agent, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';

const codes = ['10', '20', '30', '40', '50', '60', '65'];

describeWithBrowser('The page that compares two waves', () => {
  let pegel: StartedPegel;
  let officer: Agent;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[] = [];
  let before: string;
  let after: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    pegel = await startPegel({ at: new Date('2025-09-15T08:00:00Z') });
    officer = await pegel.officer();
    const top = (await addOffice(officer, { code: 'I', emails: [] })).id;
    for (const code of codes) {
      const office = { code, emails: [`lead${code}@stadt.example`], parentId: top };
      ids.set(code, (await addOffice(officer, office)).id);
    }
    before = await answeredWave('Stand 2025', '2025-10-17', (code) => (code === '40' ? 2 : 1));
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' });
    page.setDefaultTimeout(30_000);
    faults = watchFaults(page, pegel.url);
    await page.goto(`${pegel.url}/anmelden`);
    await signIn(page);
    await page.waitForURL(`${pegel.url}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await pegel?.stop();
    expect(faults).toEqual([]);
  });

  /** A wave in which every office answers all questions with one level. */
  async function answeredWave(title: string, deadline: string, level: (code: string) => number) {
    const asked = title === 'Stand 2025' ? codes : codes.filter((code) => code !== '65');
    const officeIds = asked.map((code) => ids.get(code) ?? '');
    const drafted = await officer.post('/api/waves').send(waveOver(officeIds, { title, deadline }));
    const { id, revision } = drafted.body;
    await officer.post(`/api/waves/${id}/open`).send({ revision }).expect(200);
    await pegel.pegel.tick();
    for (const code of asked) {
      const link = await linkTo(officer, id, `lead${code}@stadt.example`);
      await personWith(pegel.url, link)
        .submit({ seen: {}, answers: allAt(level(code)) })
        .expect(200);
    }
    await pegel.pegel.tick();
    return String(id);
  }

  const open = async (path: string, expected: RegExp) => {
    await page.goto(`${pegel.url}${path}`);
    await page.locator('h1', { hasText: expected }).waitFor();
  };
  const comparison = () => open(`/ergebnisse/${after}/vergleich/${before}`, /Punkte mehr/);

  const usable = () => checkUsable(page);

  it('teaches what it will show while there is one wave', async () => {
    await open(`/ergebnisse/${before}/vergleich`, /Noch gibt es nichts zu vergleichen/);
    await page.getByText('Ab der zweiten Erhebung').waitFor();
    await page.getByRole('link', { name: 'Nächste Erhebung anlegen' }).waitFor();
    await usable();
    pegel.clock.set('2026-09-15T08:00:00Z');
    after = await answeredWave('Stand 2026', '2026-10-16', (code) => (code === '10' ? 1 : 2));
  });

  it('leads from the results to the comparison, with the finding as its heading', async () => {
    await open(`/ergebnisse/${after}`, /./);
    await page.getByRole('link', { name: /Vergleich/ }).click();
    await page.waitForURL(`${pegel.url}/ergebnisse/${after}/vergleich/${before}`);
    await page.locator('h1', { hasText: 'Punkte mehr' }).waitFor();
    expect(await page.title()).toMatch(/Punkte mehr.* · Vergleich · Pegel/);
    await open(`/ergebnisse/${after}/vergleich`, /Punkte mehr/);
  });

  it.each(['light', 'dark'] as const)('is free of barriers (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await comparison();
    await usable();
  });

  it('shows change and verdict of every dimension, what the change consists of, and the test', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await comparison();
    const strategy = page.getByRole('row', { name: /^Strategie/ });
    expect(await strategy.innerText()).toMatch(/28,6\s+45,8\s+\+16,7/);
    const parts = await page.locator('.change-parts').innerText();
    expect(parts).toMatch(/gleiche Ämter, gleiche Fragen\s+\+16,7/);
    await page
      .getByText(/^Wilcoxon-Test über 6 Ämter, p = 0,\d+/)
      .first()
      .waitFor();
    const years = await page.getByRole('columnheader', { name: '2025' }).count();
    expect(years).toBeGreaterThan(0);
  });

  it('explains a change of an office with formula and figures', async () => {
    await comparison();
    await page.getByLabel('Zahl').selectOption({ label: 'Strategie, Steuerung und Ressourcen' });
    await page
      .getByRole('row', { name: /20 Amt 20/ })
      .getByRole('link')
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('50,0 − 25,0 = +25,0').waitFor();
    const said = await dialog.innerText();
    expect(said).toContain('stand 20 Amt 20 2025 bei 25,0 und 2026 bei 50,0 Punkten');
    expect(said).toMatch(/das ist eine Vereinbarung/i);
    await usable();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('opens an office to its questions and sorts, with the keyboard alone', async () => {
    await comparison();
    const opener = page.getByRole('button', { name: 'Fragen von 20 Amt 20' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: /Fragen von 20 Amt 20/ }).waitFor();
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    await usable();
    await page.getByRole('button', { name: 'gleiche Fragen' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sortiert=gleich/);
    expect(
      await page
        .getByRole('button', { name: /^Fragen von/ })
        .first()
        .textContent(),
    ).toContain('10');
  });

  it('names the wrong rows of a successor file and keeps what was pasted', async () => {
    await comparison();
    await page.getByText('Ämter zuordnen').click();
    await page.getByRole('button', { name: 'Vorlage einfügen' }).click();
    const field = page.getByLabel('Oder hier einfügen');
    expect(await field.inputValue()).toContain('65;;1');
    await field.fill('from;to;share\n65;60;0,7\n99;60;1\n');
    await page.getByRole('button', { name: 'Zuordnung übernehmen' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText(/Zeile 2, share: Die Anteile von „65“ ergeben zusammen 0,7/).waitFor();
    await alert.getByText(/Zeile 3, from: Das Amt „99“/).waitFor();
    expect(await field.inputValue()).toContain('65;60;0,7');
    await usable();
  });

  it('takes over what became of an office, removes it, and takes that back', async () => {
    const field = page.getByLabel('Oder hier einfügen');
    await field.fill('from;to;share\n65;60;1\n');
    await page.getByRole('button', { name: 'Zuordnung übernehmen' }).click();
    await page.getByText('1 Zeile übernommen.').waitFor();
    await page.getByText('65 Amt 65 ist in 60 Amt 60 aufgegangen, anteilig übernommen').waitFor();
    await usable();
    await page.getByRole('button', { name: 'Zuordnung entfernen' }).click();
    await page.getByText('Die Zuordnung ist entfernt.').waitFor();
    await page.getByText(/65 Amt 65 gibt es in der neueren Erhebung nicht/).waitFor();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('65 Amt 65 ist in 60 Amt 60 aufgegangen, anteilig übernommen').waitFor();
  });

  it('says why two waves cannot be compared', async () => {
    const { body } = await officer.post('/api/waves').send(
      waveOver([ids.get('10') ?? ''], {
        title: 'Viele Stimmen',
        mode: 'several',
        several: { minGroup: 5 },
      }),
    );
    await officer.post(`/api/waves/${body.id}/open`).send({ revision: body.revision }).expect(200);
    await open(`/ergebnisse/${body.id}/vergleich/${before}`, /lassen sich nicht vergleichen/);
    await page.getByText(/„Viele Stimmen“ läuft noch/).waitFor();
    await usable();
    await page.getByRole('link', { name: 'Zu den Ergebnissen' }).waitFor();
  });

  it('speaks English too', async () => {
    await comparison();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('h1', { hasText: /points more/ }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Change by dimension, same questions');
    expect(text).toContain('What the');
    expect(text).not.toMatch(/Veränderung|Ämter|verlässlich/);
    await page.getByRole('button', { name: 'Deutsch' }).click();
  });
});
