import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  checkAxe,
  describeWithBrowser,
  launchBrowser,
  scrollsSideways,
  watchFaults,
} from '../harness/browser.ts';
import { choose, focused, heading, openReview, press, question, saved, tabTo } from './answering-page.ts';
import { type Asked, startAsked } from './asked-office.ts';

const goals = 'Wie sind die Digitalisierungsziele Ihres Amtes festgelegt?';
const driver = 'Wer treibt die Digitalisierung im Amt voran?';
const written = 'schriftliche Ziele ohne Termin';
const measured = 'messbare Ziele, aus der Stadtstrategie abgeleitet, werden nachgesteuert';

describeWithBrowser('a respondent in the browser', () => {
  let asked: Asked;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: readonly string[] = [];
  let offices = 100;

  beforeAll(async () => {
    [asked, browser] = await Promise.all([startAsked(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await asked?.started.stop();
  });
  beforeEach(async () => {
    ({ context, page } = await newPage());
    faults = watchFaults(page, asked.started.url);
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  async function newPage(viewport = { width: 1280, height: 900 }) {
    const own = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
    own.setDefaultTimeout(30_000);
    return { context: own, page: await own.newPage() };
  }

  const askOffice = (fields: readonly string[] = []) => {
    offices += 1;
    return asked.askOffice(String(offices), fields);
  };
  const storedAnswers = async (link: string) =>
    (await asked.started.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(200)).body.answers;

  async function begin(address: string, on: Page = page): Promise<void> {
    await on.goto(address);
    await press(on, /Fragebogen beginnen|Weitermachen/);
    await heading(on, 'Strategie, Steuerung und Ressourcen').waitFor();
  }

  it('is told who asks, why, how long it takes, who sees the answers and until when', async () => {
    const { pages } = await askOffice();
    await page.goto(pages[0] ?? '');
    await heading(page, /Minuten/).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Digitalisierungsbeauftragte');
    expect(text).toContain('Freitag, 16. Oktober 2026');
    expect(text).toContain('Wer sieht die Antworten?');
    expect(await page.getByRole('button', { name: 'Fragebogen beginnen' }).count()).toBe(1);
    expect(await page.locator('footer').innerText()).toContain('0123 456-789');
  });

  it('is seen only after touching the page, not by opening it (T1)', async () => {
    const { pages, waveId } = await askOffice();
    const seen = async () => {
      const { body } = await asked.officer.get(`/api/waves/${waveId}/invitations`).expect(200);
      return body.invitations.filter((one: { seenAt: string | null }) => one.seenAt !== null).length;
    };
    await page.goto(pages[0] ?? '');
    await heading(page, /Minuten/).waitFor();
    expect(await seen()).toBe(0);
    const told = page.waitForResponse((response) => response.url().endsWith('/api/r/seen'));
    await page.keyboard.press('Tab');
    expect((await told).status()).toBe(204);
    expect(await seen()).toBe(1);
  });

  it('answers and submits with the keyboard alone', async () => {
    const { pages, link } = await askOffice();
    await page.goto(pages[0] ?? '');
    await heading(page, /Minuten/).waitFor();
    await tabTo(page, 'Fragebogen beginnen');
    await page.keyboard.press('Enter');
    await heading(page, 'Strategie, Steuerung und Ressourcen').waitFor();
    expect(await focused(page)).toBe('Strategie, Steuerung und Ressourcen');
    await tabTo(page, '0keine Ziele');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await saved(page);
    expect((await storedAnswers(link)).d1_1.value).toEqual({ value: 2 });
    await tabTo(page, 'Weiter: Prozesse und elektronische Akte', 200);
    await page.keyboard.press('Enter');
    await heading(page, 'Prozesse und elektronische Akte').waitFor();
    await tabTo(page, 'Alle Seiten');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Prüfen und absenden');
    await page.keyboard.press('Enter');
    await heading(page, '29 Fragen sind noch offen').waitFor();
    await tabTo(page, 'Antworten absenden', 200);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Ja, absenden');
    await page.keyboard.press('Enter');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    expect(await focused(page)).toBe('Ihre Antworten sind angekommen');
  });

  it('finds everything again after a reload, on the page where it was', async () => {
    const { pages } = await askOffice();
    await begin(pages[0] ?? '');
    await choose(page, goals, written);
    await question(page, goals)
      .getByRole('button', { name: /Anmerkung/ })
      .click();
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('Beschluss vom März');
    await saved(page);
    await page.reload();
    await heading(page, 'Strategie, Steuerung und Ressourcen').waitFor();
    expect(await question(page, goals).getByRole('radio', { checked: true }).count()).toBe(1);
    expect(await page.getByLabel('Anmerkung', { exact: true }).inputValue()).toBe('Beschluss vom März');
  });

  it('continues what a colleague began, and both see it when their answers differ', async () => {
    const { pages, link } = await askOffice();
    await begin(pages[0] ?? '');
    const colleague = await newPage();
    await begin(pages[1] ?? '', colleague.page);
    await choose(page, goals, written);
    await saved(page);
    await choose(colleague.page, driver, 'Einzelne nebenbei');
    await saved(colleague.page);
    await choose(colleague.page, goals, measured);
    const note = question(colleague.page, goals).getByRole('status');
    await note.getByText('schriftliche Ziele ohne Termin').waitFor();
    expect(await note.innerText()).toContain(measured);
    expect(await checkAxe(colleague.page)).toEqual([]);
    await press(colleague.page, 'Andere Antwort übernehmen');
    await note.waitFor({ state: 'detached' });
    await choose(colleague.page, goals, measured);
    await saved(colleague.page);
    expect((await storedAnswers(link)).d1_1.value).toEqual({ value: 4 });
    await colleague.context.close();
  });

  it('loses nothing without a connection, not even with a closed tab (F3)', async () => {
    const { pages, link } = await askOffice();
    await begin(pages[0] ?? '');
    await context.setOffline(true);
    await choose(page, goals, written);
    await page.getByText('nicht verbunden, wird nachgeholt').waitFor();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await page.goto(pages[0] ?? '');
    await saved(page);
    expect((await storedAnswers(link)).d1_1.value).toEqual({ value: 2 });
    await begin(pages[0] ?? '');
    await context.setOffline(true);
    await choose(page, driver, 'niemand benannt');
    await page.getByText('nicht verbunden, wird nachgeholt').waitFor();
    await context.setOffline(false);
    await saved(page);
    expect((await storedAnswers(link)).d1_2.value).toEqual({ value: 0 });
  });

  it('switches the language, and the page remembers it', async () => {
    const { pages } = await askOffice();
    await begin(pages[0] ?? '');
    await press(page, /English/);
    await heading(page, 'Strategy, steering and resources').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toContain('Strategy, steering and resources');
    await page.reload();
    await heading(page, 'Strategy, steering and resources').waitFor();
    await press(page, /Deutsch/);
    await heading(page, 'Strategie, Steuerung und Ressourcen').waitFor();
  });

  it('reads what is missing at the question and in a summary with links, and submits when it is mended', async () => {
    const { pages } = await askOffice();
    await begin(pages[0] ?? '');
    await choose(page, driver, 'trifft auf uns nicht zu');
    await openReview(page);
    const summary = page.getByRole('alert');
    await summary.getByText('Eine Angabe muss noch geändert werden').waitFor();
    expect(await focused(page)).not.toContain('Eine Angabe muss noch geändert werden');
    await press(page, 'Antworten absenden');
    expect(await focused(page)).toContain('Eine Angabe muss noch geändert werden');
    expect(await checkAxe(page)).toEqual([]);
    await summary.getByRole('link').click();
    const reason = page.getByLabel('Warum trifft das nicht zu?');
    await reason.waitFor();
    expect(await reason.getAttribute('aria-invalid')).toBe('true');
    await reason.selectOption({ label: 'Sonstiges' });
    await page.getByLabel('Grund', { exact: true }).fill('Das Amt wird gerade aufgebaut.');
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
  });

  it('lists projects, removes one and takes that back; what was typed stays text (T17)', async () => {
    const { pages, link } = await askOffice();
    await begin(pages[0] ?? '');
    await page.getByText('Alle Seiten').click();
    await page.getByRole('link', { name: 'Digitalisierungsprojekte' }).click();
    await press(page, 'Projekt hinzufügen');
    await page.getByLabel('Name des Projekts').fill('<img src=x onerror=alert(1)>{{7*7}}');
    await page.getByText('laufend', { exact: true }).click();
    await page.getByLabel('Mittel in Euro, geschätzt').fill('1.250.000');
    await press(page, 'Projekt hinzufügen');
    await page.getByLabel('Name des Projekts').last().fill('E-Akte');
    await press(page, 'Entfernen: E-Akte');
    await press(page, 'Rückgängig');
    expect(await page.getByLabel('Name des Projekts').last().inputValue()).toBe('E-Akte');
    await saved(page);
    const rows = (await storedAnswers(link)).projects.value.value;
    expect(rows).toMatchObject([
      { title: '<img src=x onerror=alert(1)>{{7*7}}', status: 'laufend', budget: 1250000 },
      { title: 'E-Akte' },
    ]);
    expect(await checkAxe(page)).toEqual([]);
  });

  it('is asked about its tasks only', async () => {
    const { pages } = await askOffice(['bildung']);
    await begin(pages[0] ?? '');
    await page.getByText('Alle Seiten').click();
    const list = await page.getByRole('navigation', { name: 'Alle Seiten' }).innerText();
    expect(list).toContain('Bildung');
    expect(list).not.toContain('Wirtschaft');
  });

  it('is told of a change a colleague made just before submitting', async () => {
    const { pages } = await askOffice();
    await begin(pages[0] ?? '');
    await choose(page, driver, 'niemand benannt');
    await saved(page);
    const colleague = await newPage();
    await begin(pages[1] ?? '', colleague.page);
    await choose(colleague.page, goals, measured);
    await saved(colleague.page);
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await page.getByText(/inzwischen noch etwas geändert/).waitFor();
    await page
      .getByRole('status')
      .getByRole('link', { name: goals })
      .or(page.getByRole('alert').getByRole('link', { name: goals }))
      .click();
    await question(page, goals).getByRole('radio', { checked: true }).waitFor();
    await colleague.context.close();
  });

  it('gets the receipt again on a second visit, and so does a colleague who was still typing', async () => {
    const { pages } = await askOffice();
    const colleague = await newPage();
    await begin(pages[1] ?? '', colleague.page);
    await begin(pages[0] ?? '');
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    const code = await page.locator('dl').innerText();
    await page.reload();
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    expect(await page.locator('dl').innerText()).toBe(code);
    await choose(colleague.page, goals, measured);
    await heading(colleague.page, 'Ihre Antworten sind angekommen').waitFor();
    const typed = await colleague.page.getByLabel('Antworten als Text').inputValue();
    expect(typed).toContain(measured);
    await colleague.context.close();
  });

  it('keeps what was typed when the link ends while the page is open (T5)', async () => {
    const { pages, waveId } = await askOffice();
    await begin(pages[0] ?? '');
    await choose(page, goals, written);
    await saved(page);
    const { revision } = (await asked.officer.get(`/api/waves/${waveId}`).expect(200)).body;
    await asked.officer.post(`/api/waves/${waveId}/close`).send({ revision }).expect(200);
    await choose(page, driver, 'Einzelne nebenbei');
    await heading(page, 'Die Erhebung ist beendet').waitFor();
    const typed = await page.getByLabel('Antworten als Text').inputValue();
    expect(typed).toContain('schriftliche Ziele ohne Termin');
    expect(typed).toContain('Einzelne nebenbei');
    expect(await page.locator('main').innerText()).toContain('0123 456-789');
    expect(await checkAxe(page)).toEqual([]);
  });

  it('reads a friendly page behind a link that leads nowhere', async () => {
    await page.goto(`${asked.started.url}/r/0000.wrong`);
    await heading(page, 'Dieser Link führt zu keinem Fragebogen').waitFor();
    expect(await checkAxe(page)).toEqual([]);
  });

  it.each([
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const)(
    'sees no barrier and no sideways scrolling at 320 px on any page (%s)',
    async (_name, scheme) => {
      const { pages } = await askOffice();
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 320, height: 640 });
      const check = async () => {
        expect(await checkAxe(page)).toEqual([]);
        expect(await scrollsSideways(page)).toBe(false);
      };
      await page.goto(pages[0] ?? '');
      await heading(page, /Minuten/).waitFor();
      await check();
      await press(page, 'Fragebogen beginnen');
      await choose(page, goals, 'trifft auf uns nicht zu');
      await page.getByLabel('Warum trifft das nicht zu?').selectOption({ label: 'Aufgabe liegt woanders' });
      await check();
      await page.getByText('Alle Seiten').click();
      await check();
      await page.getByRole('link', { name: 'Digitalisierungsprojekte' }).click();
      await press(page, 'Projekt hinzufügen');
      await page
        .getByLabel('Name des Projekts')
        .fill('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk');
      await check();
      await openReview(page);
      await check();
      await press(page, 'Antworten absenden');
      await check();
      await press(page, 'Ja, absenden');
      await heading(page, 'Ihre Antworten sind angekommen').waitFor();
      await check();
    },
  );

  it('can read everything at twice the text size at 320 px', async () => {
    const { pages } = await askOffice();
    await page.setViewportSize({ width: 320, height: 640 });
    await begin(pages[0] ?? '');
    await page.evaluate(`document.documentElement.style.setProperty('font-size', '200%')`);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
