import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  browserPath,
  checkAxe,
  describeWithBrowser,
  launchBrowser,
  watchFaults,
} from '../harness/browser.ts';
import { buildOnce } from '../harness/build-once.ts';
import { checkUsable, signIn } from '../harness/console-page.ts';
import { officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const officesFile = [
  'code;name;parent;headcount;fields;contact_name;contact_email;contact_role',
  'II;Dezernat Bildung;;;;;;',
  '40;Schule und Sport;II;120;bildung;Toni Vogel;schule@musterstadt.example;lead',
  '40;;;;;Kim Busch;kim.busch@musterstadt.example;expert',
  '41;Kultur;II;35;bildung beteiligung;Robin Klee;kultur@musterstadt.example;lead',
].join('\n');

describeWithBrowser('The console', () => {
  let pegel: StartedPegel;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[] = [];

  beforeAll(async () => {
    if (browserPath === null) return;
    await buildOnce();
    pegel = await startPegel();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' });
    page.setDefaultTimeout(15_000);
    faults = watchFaults(page, pegel.url);
  });

  afterAll(async () => {
    await browser?.close();
    await pegel?.stop();
  });

  const heading = async (): Promise<string> => (await page.locator('h1').textContent()) ?? '';

  const open = async (path: string, expected: RegExp) => {
    await page.goto(`${pegel.url}${path}`);
    await page.locator('h1', { hasText: expected }).waitFor();
  };

  const usable = () => checkUsable(page);

  it('says at the sign-in that Pegel has to be set up first', async () => {
    await open('/', /noch nicht eingerichtet/);
    await usable();
  });

  it('keeps what was typed in the set-up form and says at the field what is wrong', async () => {
    await open(`/einrichten/${pegel.pegel.setupLink?.split('/').at(-1)}`, /Willkommen/);
    await page.getByLabel('Name der Stadt oder Gemeinde').fill(officerAccount.city);
    await page.getByLabel('Ihr Name').fill(officerAccount.name);
    await page.getByLabel('Telefon').fill(officerAccount.phone);
    await page.getByLabel('E-Mail').fill('dana.beispiel');
    await page.getByLabel('Passwort').fill(officerAccount.password);
    await page.getByRole('button', { name: 'Konto anlegen' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await page.getByLabel('Ihr Name').inputValue()).toBe(officerAccount.name);
    await usable();
    await page.getByLabel('E-Mail').fill(officerAccount.email);
    await page.getByRole('button', { name: 'Konto anlegen' }).click();
    await page.locator('h1', { hasText: 'In vier Schritten zum Status quo' }).waitFor();
    expect(await page.title()).toBe('In vier Schritten zum Status quo · Überblick · Pegel');
  });

  it('shows the four steps before the first wave', async () => {
    expect(await page.locator('.step').count()).toBe(4);
    await usable();
  });

  it('shows the problems of a file by row and column and writes nothing', async () => {
    await page.getByRole('link', { name: 'Ämter einlesen' }).click();
    await page.locator('h1', { hasText: 'Ämter einlesen' }).waitFor();
    await page
      .getByLabel('Oder aus der Tabelle einfügen')
      .fill(officesFile.replace('bildung;Toni', 'bildnug;Toni'));
    await page.getByRole('button', { name: 'Eingefügtes ansehen' }).click();
    const problem = page.locator('tbody tr', { hasText: 'bildnug' });
    await problem.waitFor();
    expect(await problem.locator('th').textContent()).toBe('3');
    await usable();
    const officer = await pegel.officer();
    expect((await officer.get('/api/offices')).body.offices).toEqual([]);
  });

  it('shows what a file would change, and imports it with one button that names the numbers', async () => {
    await page.getByLabel('Oder aus der Tabelle einfügen').fill(officesFile);
    await page.getByRole('button', { name: 'Eingefügtes ansehen' }).click();
    await page.getByRole('button', { name: 'Einlesen: 3 Ämter, 3 Personen' }).click();
    await page.getByRole('link', { name: 'Zu den Ämtern' }).click();
    await page.locator('h1', { hasText: '2 Ämter, 3 Personen: alle erreichbar' }).waitFor();
    await usable();
  });

  it('finds an office by a person with the key / and keeps the search in the address', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('Klee');
    await page.locator('tbody tr').nth(1).waitFor();
    await page.getByText('2 Einträge').waitFor();
    expect(new URL(page.url()).searchParams.get('suche')).toBe('Klee');
  });

  it('puts the error of a contact at its field and saves the corrected office', async () => {
    await page.getByRole('link', { name: '41 Kultur' }).click();
    await page.locator('h1', { hasText: '41 Kultur' }).waitFor();
    await page.getByRole('button', { name: 'Ansprechperson hinzufügen' }).click();
    await page.locator('[id="feld-contacts-1-name"]').fill('Mika Sommer');
    await page.locator('[id="feld-contacts-1-email"]').fill('mika');
    await page.getByRole('button', { name: 'Amt speichern' }).click();
    await page.locator('[id="feld-contacts-1-email"][aria-invalid="true"]').waitFor();
    await page.getByRole('alert').getByText('Bitte prüfen Sie 1 Angabe').waitFor();
    await page.getByRole('link', { name: /^E-Mail: / }).waitFor();
    await usable();
    await page.locator('[id="feld-contacts-1-email"]').fill('mika@musterstadt.example');
    await page.getByRole('button', { name: 'Amt speichern' }).click();
    await page.getByText('2 Ansprechpersonen').waitFor();
    await page.locator('.kern-alert--success:focus', { hasText: 'Gespeichert' }).waitFor();
  });

  it('drafts a wave, keeps changes by itself and previews the questionnaire and the mail', async () => {
    await open('/erhebungen/neu', /Neue Erhebung/);
    await usable();
    await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
    await page.locator('h1', { hasText: ': Entwurf' }).waitFor();
    await page.getByLabel('Name der Erhebung').fill('Erhebung 2026');
    await page.getByText(/^gespeichert, /).waitFor();
    await page.locator('.mail__text', { hasText: 'Musterstadt' }).waitFor();
    await page.reload();
    await page.locator('h1', { hasText: 'Erhebung 2026: Entwurf' }).waitFor();
    await page.getByRole('button', { name: 'Erhebung öffnen: 4 Nachrichten senden' }).waitFor();
    await page.getByRole('button', { name: /^Testnachricht an/ }).click();
    await page.getByRole('link', { name: 'Zum Postausgang' }).waitFor();
    await usable();
    await page.getByRole('link', { name: 'Fragebogen ausprobieren' }).click();
    await page.getByRole('button', { name: 'Fragebogen beginnen' }).waitFor();
    await page.goBack();
    await page.locator('h1', { hasText: 'Erhebung 2026: Entwurf' }).waitFor();
  });

  it('leads from a finding of the check list to the field it is about', async () => {
    const deadline = page.getByLabel('Frist', { exact: true });
    const usual = await deadline.inputValue();
    await deadline.fill('2020-01-31');
    await page.getByRole('link', { name: 'Frist ändern' }).click();
    await page.locator('#feld-deadline:focus').waitFor();
    await deadline.fill(usual);
    await page.getByRole('link', { name: 'Frist ändern' }).waitFor({ state: 'detached' });
  });

  it('asks once before opening and then watches the return', async () => {
    await page.getByRole('button', { name: 'Erhebung öffnen: 4 Nachrichten senden' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('4 Personen (2 Ämter)').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '4 Nachrichten senden' }).click();
    await page.locator('h1', { hasText: '0 von 2 Ämtern haben abgesendet' }).waitFor();
    await usable();
    await page.getByRole('button', { name: '40 Schule und Sport öffnen' }).click();
    await page.getByRole('dialog').getByText('kim.busch@musterstadt.example').waitFor();
    expect(await checkAxe(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('shows every mail with its link when mails go into a folder', async () => {
    await pegel.pegel.tick();
    await page.getByRole('link', { name: 'Nachrichten' }).click();
    await page.locator('h1', { hasText: 'Alle 5 Nachrichten sind hinaus' }).waitFor();
    expect(await page.getByRole('link', { name: /Als Person öffnen/ }).count()).toBe(4);
    await usable();
  });

  it('calls a mail that was written to a folder filed, not delivered', async () => {
    await page.getByRole('button', { name: /^abgelegt/ }).waitFor();
    expect(await page.getByText('zugestellt').count()).toBe(0);
    await page.getByRole('link', { name: 'Rücklauf', exact: true }).click();
    await page.locator('h1', { hasText: 'haben abgesendet' }).waitFor();
  });

  it('teaches on the results page while no office has submitted', async () => {
    await page.getByRole('link', { name: 'Ergebnisse', exact: true }).click();
    await page.locator('h2', { hasText: 'Noch hat kein Amt abgesendet' }).waitFor();
    await usable();
    await page.getByRole('link', { name: 'Projekte', exact: true }).click();
    await page.getByText('Hier stehen die Digitalisierungsprojekte').waitFor();
    expect(new URL(page.url()).searchParams.get('ansicht')).toBe('projekte');
    await usable();
  });

  it.each([
    ['/', /./],
    ['/erhebungen', /läuft/],
    ['/frageboegen', /1 Fragebogen/],
    ['/frageboegen/kommunal-digital/1', /Digitaler Reifegrad/],
    ['/frageboegen/kommunal-digital/1/vorschau', /So sehen die Befragten/],
    ['/aemter/neu', /Ein Amt anlegen/],
    ['/einstellungen', /Musterstadt/],
    ['/gibt-es-nicht', /Diese Seite gibt es nicht/],
    ['/erhebungen/unbekannt', /Das gibt es hier nicht/],
    ['/erhebungen/keine.kennung', /Das gibt es hier nicht/],
    ['/aemter/unbekannt', /Das gibt es hier nicht/],
  ])('is usable for everybody at %s', async (path, expected) => {
    await open(path, expected);
    await usable();
  });

  it('speaks English after the switch and stays on the page', async () => {
    await open('/einstellungen', /Musterstadt/);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('h1', { hasText: 'messages go into a folder' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.locator('h1', { hasText: 'Nachrichten gehen in einen Ordner' }).waitFor();
  });

  it('leads back to the list from an address that leads nowhere', async () => {
    await open('/ergebnisse/unbekannt', /Das gibt es hier nicht/);
    await page.getByRole('link', { name: 'Zur Liste „Ergebnisse“' }).waitFor();
  });

  it('returns to the page asked for after signing in', async () => {
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.locator('h1', { hasText: 'Anmelden' }).waitFor();
    await open('/einrichten/verbraucht', /Pegel ist bereits eingerichtet/);
    await usable();
    await open('/frageboegen', /Anmelden/);
    await signIn(page);
    await page.locator('h1', { hasText: '1 Fragebogen' }).waitFor();
    expect(await heading()).toContain('1 Fragebogen');
  });

  it('runs without a fault and asks nobody but its own server', () => {
    expect(faults).toEqual([]);
  });
});
