import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  checkAxe,
  describeWithBrowser,
  launchBrowser,
  scrollsSideways,
  watchFaults,
} from '../harness/browser.ts';
import { heading, openReview, press, question, saved, tabTo } from './answering-page.ts';
import { type Asked, startAsked } from './asked-office.ts';
import { trialCatalog } from './trial-questionnaire.ts';

const ease = 'Wie leicht finden Menschen Ihre Dienste?';
const ways = 'Welche Wege bieten Sie an?';

describeWithBrowser('ratings, check boxes and tables of questions', () => {
  let asked: Asked;
  let catalog: Awaited<ReturnType<typeof trialCatalog>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: readonly string[] = [];
  let offices = 100;

  beforeAll(async () => {
    catalog = await trialCatalog();
    const wave = { questionnaire: { id: 'trial', version: 1 } };
    [asked, browser] = await Promise.all([
      startAsked({ catalogFolder: catalog.folder, wave }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await asked?.started.stop();
    await catalog?.remove();
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  /** The first page of the trial questionnaire, asked of a new office; resolves with what the API calls carry. */
  async function begin(width: number): Promise<string> {
    offices += 1;
    const { pages, link } = await asked.askOffice(String(offices));
    context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'de-DE' });
    context.setDefaultTimeout(30_000);
    page = await context.newPage();
    faults = watchFaults(page, asked.started.url);
    await page.goto(pages[0] ?? '');
    await press(page, 'Fragebogen beginnen');
    await heading(page, 'Online-Dienste').waitFor();
    return link;
  }

  const stored = async (link: string) => {
    const { body } = await asked.started.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(200);
    const answers: Record<string, { value: unknown }> = body.answers;
    return Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value]));
  };
  const box = (name: string) => question(page, ways).getByRole('checkbox', { name, exact: true });

  async function findNoFault(): Promise<void> {
    expect(await checkAxe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }

  it.each([360, 1280])('are answered from the first page to the receipt at %i px', async (width) => {
    const link = await begin(width);
    await question(page, ease).getByRole('radio', { name: /^4/ }).check();
    await box('E-Mail').check();
    await box('Chat').check();
    await page.getByLabel('Wie heißt Ihr Chat?').fill('Mia');
    await question(page, 'Bauanträge')
      .getByRole('radio', { name: /meistens/ })
      .check();
    await question(page, 'Hundesteuer').getByRole('radio', { name: 'trifft auf uns nicht zu' }).check();
    await findNoFault();
    await saved(page);
    expect(await stored(link)).toEqual({
      ease: { value: 4 },
      ways: { value: ['mail', 'chat'] },
      chatName: { value: 'Mia' },
      'paths.r1': { value: 3 },
      'paths.r3': { state: 'na' },
    });
    await openReview(page);
    await page.getByRole('link', { name: /ohne Papier\? – Bewohnerparkausweise$/ }).waitFor();
    await findNoFault();
    await page.getByRole('link', { name: /ohne Papier\? – Hundesteuer – / }).click();
    const reason = question(page, 'Hundesteuer').getByLabel('Warum trifft das nicht zu?');
    expect(await reason.getAttribute('aria-invalid')).toBe('true');
    await findNoFault();
    await reason.selectOption({ label: 'Aufgabe liegt woanders' });
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    expect(await page.locator('dl').innerText()).toContain('4 von 5');
  });

  it('stand side by side on a wide page and one below the other on a phone', async () => {
    const top = async (name: RegExp) => {
      const place = await question(page, 'Bauanträge').getByRole('radio', { name }).boundingBox();
      return Math.round(place?.y ?? 0);
    };
    await begin(1280);
    expect(await top(/gar nicht/)).toBe(await top(/immer/));
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await top(/gar nicht/)).toBeLessThan(await top(/immer/));
    const heights = await page
      .locator('.r-option, .r-state')
      .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  it('let "none of these" stand alone, and say so', async () => {
    const link = await begin(1280);
    await box('Online-Formular').check();
    await box('Chat').check();
    await box('Nichts davon').check();
    expect(await box('Chat').isChecked()).toBe(false);
    await page.getByRole('status').getByText('Die anderen Antworten sind entfernt').waitFor();
    await saved(page);
    expect((await stored(link))['ways']).toEqual({ value: ['none'] });
    await box('E-Mail').check();
    expect(await box('Nichts davon').isChecked()).toBe(false);
    await page.getByRole('status').getByText('„Nichts davon“ ist entfernt').waitFor();
    await question(page, ways).getByRole('checkbox', { name: 'weiß nicht' }).check();
    expect(await box('E-Mail').isChecked()).toBe(false);
    await expect.poll(async () => (await stored(link))['ways']).toEqual({ state: 'dk' });
  });

  it('ask what depends on a tick only while it is set', async () => {
    const link = await begin(1280);
    const chat = page.getByLabel('Wie heißt Ihr Chat?');
    expect(await chat.count()).toBe(0);
    await box('Chat').check();
    await chat.fill('Mia');
    await box('Chat').uncheck();
    await chat.waitFor({ state: 'detached' });
    await openReview(page);
    expect(await page.locator('main').innerText()).not.toContain('Wie heißt Ihr Chat?');
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    expect(link).not.toBe('');
  });

  it('are answered with the keyboard alone', async () => {
    const link = await begin(1280);
    await tabTo(page, '1kaum zu finden');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'E-Mail');
    await page.keyboard.press('Space');
    await tabTo(page, '0gar nicht');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await saved(page);
    expect(await stored(link)).toEqual({
      ease: { value: 2 },
      ways: { value: ['mail'] },
      'paths.r1': { value: 1 },
    });
  });
});
