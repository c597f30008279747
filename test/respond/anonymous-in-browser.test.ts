import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  checkAxe,
  describeWithBrowser,
  launchBrowser,
  scrollsSideways,
  watchFaults,
} from '../harness/browser.ts';
import { heading, openReview, press, question, saved } from './answering-page.ts';
import { type Asked, startAsked } from './asked-office.ts';
import { trialCatalog } from './trial-questionnaire.ts';

const ease = 'Wie leicht finden Menschen Ihre Dienste?';
const ways = 'Welche Wege bieten Sie an?';
const onlyHere = 'nur auf diesem Gerät gespeichert';

describeWithBrowser('a person who answers without a name', () => {
  let asked: Asked;
  let catalog: Awaited<ReturnType<typeof trialCatalog>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let link: string;
  let address: string;
  let waveId: string;
  let faults: readonly string[] = [];
  let requests: string[] = [];
  let offices = 100;

  beforeAll(async () => {
    catalog = await trialCatalog();
    const wave = { questionnaire: { id: 'trial', version: 1 }, mode: 'several', several: { minGroup: 6 } };
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
  beforeEach(async () => {
    offices += 1;
    const office = await asked.askOffice(String(offices));
    ({ link, waveId } = office);
    address = office.pages[0] ?? '';
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'de-DE' });
    context.setDefaultTimeout(30_000);
    page = await openPage();
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  async function openPage(): Promise<Page> {
    const opened = await context.newPage();
    requests = [];
    faults = watchFaults(opened, asked.started.url);
    opened.on('request', (request) => {
      if (request.method() !== 'GET') requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await opened.goto(address);
    await heading(opened, /./).waitFor();
    return opened;
  }

  const stored = async () =>
    (await asked.started.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(200)).body;
  const kept = () =>
    page.evaluate("Object.keys(localStorage).filter((key) => key !== 'pegel:language').length");

  async function answerAll(): Promise<void> {
    await press(page, /Fragebogen beginnen|Weitermachen/);
    await question(page, ease).getByRole('radio', { name: /^4/ }).check();
    await question(page, ways).getByRole('checkbox', { name: 'E-Mail' }).check();
    await question(page, 'Bauanträge')
      .getByRole('radio', { name: /meistens/ })
      .check();
    await page.getByText(onlyHere).waitFor();
  }

  async function submit(): Promise<void> {
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
  }

  async function closeWave(): Promise<void> {
    const { revision } = (await asked.officer.get(`/api/waves/${waveId}`).expect(200)).body;
    await asked.officer.post(`/api/waves/${waveId}/close`).send({ revision }).expect(200);
  }

  async function findNoFault(): Promise<void> {
    expect(await checkAxe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  }

  it('is told what is anonymous and what is not', async () => {
    const text = await page.locator('main').innerText();
    expect(text).toContain('Ihre Antworten werden ohne Ihren Namen gespeichert.');
    expect(text).toContain('wenn mindestens 6 Personen geantwortet haben');
    expect(text).toContain('Was ist nicht anonym?');
    expect(text).not.toContain('gemeinsame Antwort');
    await findNoFault();
    await press(page, /English/);
    await page.getByText('Your answers are stored without your name.').waitFor();
  });

  it('keeps the answers on the device, and the server hears nothing before the submission (T10)', async () => {
    await answerAll();
    await findNoFault();
    await page.close();
    expect(requests).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'draft', answers: {}, savedAt: null, receipt: null });
    page = await openPage();
    await press(page, /Weitermachen/);
    expect(await question(page, ease).getByRole('radio', { name: /^4/ }).isChecked()).toBe(true);
    expect(await question(page, ways).getByRole('checkbox', { name: 'E-Mail' }).isChecked()).toBe(true);
    expect(requests).toEqual([]);
  });

  it('submits once and for all; then neither the device nor the link shows the answers', async () => {
    await answerAll();
    await openReview(page);
    await press(page, 'Antworten absenden');
    await page.getByText(/Danach kann niemand sie ändern/).waitFor();
    await findNoFault();
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    expect(await kept()).toBe(0);
    expect(requests).toEqual(['POST /api/r/submission']);
    const { answers, receipt } = await stored();
    expect(answers).toEqual({});
    expect(receipt.submittedAt).toBeNull();
    await page.reload();
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Ja, ohne Namen und Uhrzeit');
    expect(text).not.toMatch(/\d\d:\d\d|Antworten als Text|Person/);
    await findNoFault();
  });

  it('leaves nothing on the device when the answer of the server was lost', async () => {
    await answerAll();
    await context.route('**/api/r/submission', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await page
      .getByText(/Keine Verbindung/)
      .first()
      .waitFor();
    expect(await kept()).toBe(1);
    await context.unroute('**/api/r/submission');
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    expect(await kept()).toBe(0);
  });

  it('is told when the browser keeps nothing', async () => {
    await page.close();
    await context.addInitScript('Storage.prototype.setItem = () => { throw new Error("forbidden"); };');
    page = await openPage();
    await press(page, 'Fragebogen beginnen');
    await question(page, ease).getByRole('radio', { name: /^4/ }).check();
    await page.getByText('nicht gespeichert', { exact: true }).waitFor();
    await page
      .getByRole('status')
      .getByText(/Dieser Browser speichert nichts/)
      .waitFor();
    await submit();
  });

  it('answers for itself, with a name, where the survey says so', async () => {
    const several = { anonymous: false, minGroup: 5 };
    const office = await asked.askOffice('900', [], { several });
    [address, link] = [office.pages[0] ?? '', office.link];
    await page.close();
    page = await openPage();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Sie antworten für sich');
    expect(text).toContain('Ihre Antworten werden mit Ihrem Namen gespeichert');
    expect(text).not.toContain('Was ist anonym?');
    await press(page, 'Fragebogen beginnen');
    await question(page, ease).getByRole('radio', { name: /^4/ }).check();
    await saved(page);
    expect((await stored()).answers.ease.value).toEqual({ value: 4 });
    expect(await page.getByRole('button', { name: /löschen/ }).count()).toBe(0);
    await openReview(page);
    await press(page, 'Antworten absenden');
    await page.getByText('Sie antworten für sich. Danach lassen sich').waitFor();
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Abgesendet\s+5\. Oktober 2026.*von Person 900-1/);
  });

  it('deletes the answers on a device that others use too, after being asked', async () => {
    await answerAll();
    await press(page, 'Antworten auf diesem Gerät löschen');
    await press(page, 'Behalten');
    expect(await kept()).toBe(1);
    await press(page, 'Antworten auf diesem Gerät löschen');
    await findNoFault();
    await press(page, 'Ja, löschen');
    await page.getByText('Auf diesem Gerät sind keine Antworten mehr.').waitFor();
    expect(await kept()).toBe(0);
    await press(page, 'Fragebogen beginnen');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await submit();
  });

  it('takes the answers along or deletes them when the survey ended before', async () => {
    await answerAll();
    await closeWave();
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Die Erhebung ist beendet').waitFor();
    expect(await page.getByLabel('Antworten als Text').inputValue()).toContain('meistens');
    expect(await kept()).toBe(1);
    await page.reload();
    await page.getByText('Ihre Antworten liegen noch auf diesem Gerät.').waitFor();
    await findNoFault();
    await press(page, 'Antworten auf diesem Gerät löschen');
    await findNoFault();
    await press(page, 'Ja, löschen');
    await page.getByText('Auf diesem Gerät sind keine Antworten mehr.').waitFor();
    expect(await kept()).toBe(0);
    await page.reload();
    await heading(page, 'Die Erhebung ist beendet').waitFor();
    expect(await page.getByRole('button', { name: /löschen/ }).count()).toBe(0);
  });

  it('deletes with the copy what is on the device when the link is no longer valid', async () => {
    await answerAll();
    const { invitations } = (await asked.officer.get(`/api/waves/${waveId}/invitations`).expect(200)).body;
    const [id] = link.split('.');
    expect(invitations.map((one: { id: string }) => one.id)).toContain(id);
    await asked.officer.post(`/api/invitations/${id}/revoke`).send({}).expect(200);
    await openReview(page);
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await page.getByText('Ihre Antworten liegen noch auf diesem Gerät.').waitFor();
    expect(await page.locator('#answers-copy').count()).toBe(1);
    await press(page, 'Antworten auf diesem Gerät löschen');
    await press(page, 'Ja, löschen');
    await page.getByText('Auf diesem Gerät sind keine Antworten mehr.').waitFor();
    expect(await page.locator('#answers-copy').count()).toBe(0);
    expect(await kept()).toBe(0);
  });
});
