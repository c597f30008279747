import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  checkAxe,
  describeWithBrowser,
  launchBrowser,
  scrollsSideways,
  watchFaults,
} from '../harness/browser.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { heading, openReview, press, saved } from '../respond/answering-page.ts';

const run = promisify(execFile);

const officer = {
  'Name der Stadt oder Gemeinde': 'Musterstadt',
  'Ihr Name': 'Digitalisierungsbeauftragte',
  Telefon: '0000 12-345',
  'E-Mail': 'digital@musterstadt.example',
  Passwort: 'ein-langes-passwort',
};

const file = (email: string) =>
  [
    'Amt;Bezeichnung;übergeordnet;Beschäftigte;Felder;Ansprechperson;E-Mail;Rolle',
    'II;Bildung und Soziales;;;;;;',
    `40;Schule und Sport;II;40;bildung;Amtsleitung 40;amt40@musterstadt.example;lead`,
    `;;;;;Digitalexpertin 40;digital40@musterstadt.example;expert`,
    `50;Soziales;II;120;;Amtsleitung 50;${email};lead`,
    '60;Bauverwaltung;;40;wirtschaft;Amtsleitung 60;amt60@musterstadt.example;lead',
  ].join('\n');

/** Level of each question by place on its page; `null` stays blank, `dk` is "weiß nicht". */
type Page5 = readonly (0 | 1 | 2 | 3 | 4 | 'dk' | 'na' | null)[];

const pagesOf40: readonly Page5[] = [
  [4, 3, 'na', 'dk', 1],
  [3, 3, 3, 3, 2],
  [4, 4, 4, 4, 0],
  ['dk', 'dk', 'dk', 2, 3],
  [2, 2, 2, 2, 2],
  [1, 1, 1, 1, 1],
  [3, 3, null, 3],
];

describeWithBrowser('the main job, from the set-up link to the scores', () => {
  let smtp: TestSmtp;
  let pegel: StartedPegel;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[] = [];

  beforeAll(async () => {
    smtp = await startSmtp();
    pegel = await startPegel({
      env: { SMTP_URL: smtp.url, MAIL_FROM: 'Pegel <pegel@musterstadt.example>' },
      schedule: true,
    });
    browser = await launchBrowser();
    page = await newPage();
    faults = watchFaults(page, new URL(pegel.pegel.setupLink ?? '').origin);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await page.locator('body').innerText());
  });
  afterAll(async () => {
    await browser?.close();
    await pegel?.stop();
    await smtp?.stop();
  });

  async function newPage(width = 1280): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(30_000);
    return context.newPage();
  }

  const openMenu = (name: string) =>
    page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name }).click();

  async function linkOf(address: string): Promise<string> {
    const mails = await smtp.received(address);
    const text = mails.at(-1)?.parsed.text ?? '';
    return /http\S+\/r\/\S+/.exec(text)?.[0] ?? '';
  }

  async function answerPage(on: Page, answers: Page5): Promise<void> {
    const groups = on
      .locator('main')
      .getByRole('group')
      .filter({ has: on.getByRole('radio') });
    for (const [index, answer] of answers.entries()) {
      const group = groups.nth(index);
      if (answer === 'dk') await group.getByText('weiß nicht', { exact: true }).click();
      else if (answer === 'na') {
        await group.getByText('trifft auf uns nicht zu', { exact: true }).click();
        await group
          .getByLabel('Warum trifft das nicht zu?')
          .selectOption({ label: 'Aufgabe liegt woanders' });
      } else if (answer !== null) await group.getByRole('radio').nth(answer).check();
    }
  }

  /** Accessible, and no wider than a small phone. */
  async function examine(): Promise<void> {
    expect(await checkAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await scrollsSideways(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  async function submit(on: Page): Promise<void> {
    await press(on, 'Antworten absenden');
    await press(on, 'Ja, absenden');
    await heading(on, 'Ihre Antworten sind angekommen').waitFor();
  }

  it('sets Pegel up with the one-time link', async () => {
    await page.goto(pegel.pegel.setupLink ?? '');
    for (const [label, value] of Object.entries(officer))
      await page.getByLabel(label, { exact: true }).fill(value);
    await press(page, 'Konto anlegen und beginnen');
    await heading(page, 'In vier Schritten zum Status quo').waitFor();
  });

  it('imports offices after the problems in the file are put right', async () => {
    await openMenu('Ämter');
    await page.getByRole('link', { name: 'Ämter einlesen' }).first().click();
    const paste = page.getByLabel('Oder aus der Tabelle einfügen');
    await paste.fill(file('amt50@musterstadt.example, spion@anderswo.example'));
    await press(page, 'Eingefügtes ansehen');
    await page.getByText('1 Problem in').waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'spion@anderswo.example' }).count()).toBe(1);
    await paste.fill(file('amt50@musterstadt.example'));
    await press(page, 'Eingefügtes ansehen');
    await press(page, /^Einlesen: 4 Ämter, 4 Personen/);
    await page.getByText(/^Eingelesen: 4/).waitFor();
  });

  it('drafts a wave, looks at it and sends a test mail', async () => {
    await openMenu('Erhebungen');
    await page.getByRole('link', { name: 'Neue Erhebung' }).first().click();
    await page.getByLabel('Name der Erhebung').fill('Erhebung 2026');
    await page.getByLabel('Frist').fill('2099-10-16');
    await press(page, 'Als Entwurf speichern und prüfen');
    await heading(page, 'Erhebung 2026: Entwurf').waitFor();
    await press(page, /^Testnachricht an digital@musterstadt.example senden/);
    const [test] = await smtp.received('digital@musterstadt.example');
    expect(test?.parsed.subject).toContain('Test');
    await page.getByRole('link', { name: 'Fragebogen ausprobieren' }).first().click();
    await heading(page, 'So sehen die Befragten den Fragebogen').waitFor();
    await page.goBack();
  });

  it('opens the wave and mails every contact a link of their own', async () => {
    await press(page, /^Erhebung öffnen: 4 Nachrichten senden/);
    await page.getByRole('dialog').getByRole('button', { name: '4 Nachrichten senden' }).click();
    await heading(page, '0 von 3 Ämtern haben abgesendet').waitFor();
    const people = ['amt40', 'digital40', 'amt50', 'amt60'].map((name) => `${name}@musterstadt.example`);
    const links = await Promise.all(people.map(linkOf));
    expect(new Set(links).size).toBe(4);
    const [mail] = await smtp.received('amt40@musterstadt.example');
    expect(mail?.parsed.text).toContain(officer.Telefon);
    expect(mail?.parsed.text).toContain('Amtsleitung 40');
  });

  it('lets two people of an office answer together, on the phone and on the PC', async () => {
    const phone = await newPage(360);
    await phone.goto(await linkOf('amt40@musterstadt.example'));
    await press(phone, 'Fragebogen beginnen');
    for (const answers of pagesOf40.slice(0, 4)) {
      await answerPage(phone, answers);
      await press(phone, /^Weiter: /);
    }
    await saved(phone);
    await phone.context().close();

    const pc = await newPage();
    await pc.goto(await linkOf('digital40@musterstadt.example'));
    await press(pc, 'Weitermachen: Daten und Schnittstellen');
    for (const answers of pagesOf40.slice(4)) {
      await answerPage(pc, answers);
      await press(pc, /^Weiter: /);
    }
    await press(pc, /Projekt hinzufügen/);
    await pc
      .getByLabel(/^(Titel|Name des Projekts|Projekt)/)
      .first()
      .fill('Schulportal');
    await saved(pc);
    await openReview(pc);
    await submit(pc);
    await pc.reload();
    await heading(pc, 'Ihre Antworten sind angekommen').waitFor();
    await pc.context().close();
  });

  it('takes the answers of a second office', async () => {
    const pc = await newPage();
    await pc.goto(await linkOf('amt50@musterstadt.example'));
    await press(pc, 'Fragebogen beginnen');
    for (let index = 0; index < 6; index += 1) {
      await answerPage(pc, [1, 1, 1, 1, 1]);
      await press(pc, /^Weiter: /);
    }
    await saved(pc);
    await openReview(pc);
    await submit(pc);
    await pc.context().close();
  });

  it('shows the return, closes, and shows the scores that the rules give', async () => {
    await openMenu('Erhebungen');
    await page.getByRole('link', { name: 'Erhebung 2026' }).first().click();
    await heading(page, '2 von 3 Ämtern haben abgesendet').waitFor();
    await press(page, 'Erhebung schließen');
    await page.getByRole('dialog').getByRole('button', { name: 'Jetzt schließen' }).click();
    await page.getByText('geschlossen').first().waitFor();
    await openMenu('Ergebnisse');
    const cellsOf = async (office: string) =>
      (await page.getByRole('row').filter({ hasText: office }).first().innerText()).split(/\s+/).slice(1);
    await page.getByRole('row').filter({ hasText: 'Schule und Sport' }).first().waitFor();
    const schools = (await cellsOf('Schule und Sport')).join(' ');
    for (const value of ['(66,7)', '70,0', '80,0', '/', '50,0', '25,0', '(75,0)'])
      expect(schools).toContain(value);
    expect((await cellsOf('Soziales')).join(' ')).toContain('25,0');
    expect(await page.getByText('noch nicht abgesendet').count()).toBe(1);
    await examine();
  });

  it('tells where a number comes from, and lists the projects', async () => {
    await page.getByRole('row').filter({ hasText: 'Schule und Sport' }).getByRole('link').first().click();
    await heading(page, /^Schule und Sport: /).waitFor();
    await page.getByRole('link', { name: 'Strategie, Steuerung und Ressourcen' }).click();
    const title = 'Woher kommt „Strategie, Steuerung und Ressourcen: 66,7“?';
    await page.getByRole('heading', { name: title }).waitFor();
    const origin = await page.locator('main').innerText();
    expect(origin).toContain('Aufgabe liegt woanders');
    expect(origin).toContain('weiß nicht');
    expect(origin).toContain('Schulportal');
    await page.getByRole('img', { name: /^Netzdiagramm/ }).waitFor();
    await examine();
  });

  it('sums up on the overview where the city stands and what is next', async () => {
    await openMenu('Überblick');
    await heading(page, /^Musterstadt steht bei \d+,\d von 100/).waitFor();
    await page.getByRole('heading', { name: 'Als Nächstes' }).waitFor();
    await examine();
  });

  it('hands out the answers in the form that pegel score reads, with the same scores', async () => {
    const signedIn = page.request;
    const { origin } = new URL(page.url());
    const { waves } = await (await signedIn.get(`${origin}/api/waves`)).json();
    const base = `${origin}/api/waves/${waves[0].id}`;
    const results = await (await signedIn.get(`${base}/results`)).json();
    const paths = ['responses.json', 'offices.csv', 'questionnaire.json'].map((name) =>
      join(pegel.folder, name),
    );
    const [responses = '', offices = '', definition = ''] = paths;
    await writeFile(responses, await (await signedIn.get(`${base}/responses.json`)).body());
    await writeFile(offices, await (await signedIn.get(`${origin}/api/offices.csv`)).body());
    const published = `${origin}/api/questionnaires/kommunal-digital/versions/1.json`;
    await writeFile(definition, await (await signedIn.get(published)).body());
    const { stdout } = await run(process.execPath, [
      ...['--disable-proto=delete', 'server/cli/pegel.mjs', 'score', '--json'],
      ...['--questionnaire', definition, '--offices', offices, '--responses', responses],
    ]);
    const scored = JSON.parse(stdout);
    for (const { code, score } of results.offices.filter((one: { score: unknown }) => one.score !== null)) {
      const same = scored.offices.find((one: { office: string }) => one.office === code);
      expect(same.index).toBe(score.index);
      expect(same.dimensions.d1.score).toBe(score.dimensions.d1.score);
    }
    expect(scored.city.index).toBe(results.cityScore.index);
  });

  it('downloads the project register', async () => {
    await openMenu('Ergebnisse');
    await page.getByRole('link', { name: 'Projekte', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Projekte (CSV)' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('Schulportal');
    await examine();
  });

  it('raised no error, no refusal by the content policy and no request to anyone else', () => {
    expect(faults).toEqual([]);
  });
});
