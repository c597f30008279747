import type { Browser, Page } from 'playwright-core';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { september } from '../builders/wave.ts';
import { describeWithBrowser, launchBrowser, watchFaults } from '../harness/browser.ts';
import { type Agent, officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';
import { heading, openReview, press, saved } from '../respond/answering-page.ts';
import { allAt, personWith } from '../responses/asked-offices.ts';

/** Text that would be more than text on a page that does not look after it. */
const payload =
  '<img src=x onerror=alert(1)>"\'><script>alert(1)</script><svg onload=alert(1)>{{7*7}}$t(nav.waves)';
const short = '"><svg onload=alert(2)>{{7*7}}';
const told = (place: string) => `${place} ${payload}`.slice(0, 120);

/** Whatever on a page runs or loads something that no template of ours holds. */
const strangers = `[...document.querySelectorAll(
  '[onerror],[onload],[onclick],[onmouseover],img[src="x"],script:not([src]),iframe,object,embed,base,' +
  '[href^="javascript:" i],[src^="javascript:" i],[action^="javascript:" i],[srcdoc]')].map((one) => one.outerHTML)`;

/** Whether the page shows the text, or holds it in a field. */
const shows = (text: string) => `document.documentElement.textContent.includes(${JSON.stringify(text)}) ||
  [...document.querySelectorAll('input,textarea')].some((one) => one.value.includes(${JSON.stringify(text)}))`;

interface World {
  readonly started: StartedPegel;
  readonly officer: Agent;
  readonly waveId: string;
  readonly draftId: string;
  readonly officeIds: readonly string[];
  readonly links: readonly string[];
}

async function hostileOffices(officer: Agent): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [code, parentId] of [
    ['<b>"1', null],
    ['<i>2', 'above'],
    ["'3{{1}}", 'above'],
  ] as const) {
    const contacts = [
      { name: told(`Person ${ids.length}`), email: `p${ids.length}@stadt.example`, role: 'lead' },
    ];
    const office = {
      ...{ code, name: told(`Amt ${ids.length}`), headcount: 5, fields: [], contacts },
      parentId: parentId === null ? null : ids[0],
    };
    ids.push((await officer.post('/api/offices').send(office).expect(201)).body.id);
  }
  return ids;
}

const projects = [
  {
    id: 'p-1',
    ...{ title: told('Vorhaben'), aim: told('Ziel'), lead: told('Leitung'), risk: told('Risiko') },
    ...{ field: 'd1', status: 'laufend', start: '2026-01-01', budget: 5 },
  },
];

const hostileAnswers = {
  ...allAt(2),
  d1_1: { value: 2, comment: told('Bemerkung') },
  d1_2: { state: 'na', reason: 'other', reasonText: told('Grund') },
  projects: { value: projects },
};

/** A city in which every text that anybody can enter is hostile. */
async function hostileWorld(): Promise<World> {
  const started = await startPegel({ at: september });
  const officer = await started.officer();
  const contact = { name: told('Ansprechperson'), phone: short, email: officerAccount.email };
  await officer
    .put('/api/settings')
    .send({ city: told('Stadt').slice(0, 80), contact })
    .expect(200);
  const officeIds = await hostileOffices(officer);
  const draft = async (title: string) =>
    (
      await officer
        .post('/api/waves')
        .send({
          ...{ title: told(title), questionnaire: { id: 'kommunal-digital', version: 1 }, officeIds },
          ...{ deadline: '2026-10-16', language: 'de' },
        })
        .expect(201)
    ).body;
  const wave = await draft('Welle');
  await officer.post(`/api/waves/${wave.id}/open`).send({ revision: wave.revision }).expect(200);
  await started.pegel.tick();
  const { mails } = (await officer.get(`/api/outbox?waveId=${wave.id}`).expect(200)).body;
  const links = officeIds.map((_, at) => {
    const mail = mails.find(({ to }: { to: string }) => to.includes(`p${at}@stadt.example`));
    return String(mail?.link).split('/r/')[1] ?? '';
  });
  const answers = await personWith(started.url, links[1] ?? '').submit({ seen: {}, answers: hostileAnswers });
  expect(answers.body, JSON.stringify(answers.body.errors)).toMatchObject({ receipt: {} });
  return { started, officer, officeIds, links, waveId: wave.id, draftId: (await draft('Entwurf')).id };
}

describeWithBrowser('T17: what people typed is shown as text', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];
  const dialogs: string[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([hostileWorld(), launchBrowser()]);
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss().catch(() => undefined);
    });
    faults = watchFaults(page, world.started.url);
    await page.goto(`${world.started.url}/anmelden`);
    await page.getByLabel('E-Mail').fill(officerAccount.email);
    await page.getByLabel('Passwort', { exact: true }).fill(officerAccount.password);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('navigation', { name: 'Hauptmenü' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.started.stop();
  });

  /** The page holds the text as it was typed, and nothing of it works. */
  async function isText(...typed: readonly string[]): Promise<void> {
    for (const text of typed) {
      await expect.poll(() => page.evaluate(shows(text)), { timeout: 10_000, message: text }).toBe(true);
    }
    expect(await page.evaluate(strangers)).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(faults).toEqual([]);
  }

  const places: readonly (readonly [string, (w: World) => string, readonly string[]])[] = [
    ['the overview', () => '/', [told('Welle')]],
    ['the list of waves', () => '/erhebungen', [told('Welle'), told('Entwurf')]],
    [
      'the cockpit',
      ({ waveId }) => `/erhebungen/${waveId}`,
      [told('Welle'), told('Amt 1'), told('Person 1')],
    ],
    ['the outbox', ({ waveId }) => `/erhebungen/${waveId}/nachrichten`, [told('Person 1')]],
    ['the preview of the form', ({ waveId }) => `/erhebungen/${waveId}/vorschau`, []],
    ['a draft and its mail', ({ draftId }) => `/erhebungen/${draftId}`, [told('Entwurf'), told('Person 0')]],
    ['the offices', () => '/aemter', [told('Amt 0'), '<b>"1', told('Person 0')]],
    ['an office', ({ officeIds }) => `/aemter/${officeIds[1]}`, [told('Amt 1'), told('Person 1')]],
    ['the results', ({ waveId }) => `/ergebnisse/${waveId}`, [told('Welle'), told('Amt 1')]],
    ['the return', ({ waveId }) => `/ergebnisse/${waveId}?ansicht=ruecklauf`, [told('Amt 1')]],
    ['the projects', ({ waveId }) => `/ergebnisse/${waveId}?ansicht=projekte`, [told('Vorhaben')]],
    [
      'the results of an office',
      ({ waveId, officeIds }) => `/ergebnisse/${waveId}/amt/${officeIds[1]}`,
      [told('Amt 1'), told('Vorhaben'), told('Bemerkung'), told('Grund')],
    ],
    ['the settings', () => '/einstellungen', [told('Ansprechperson'), short]],
    ['a search', () => `/aemter?suche=${encodeURIComponent(payload)}`, [payload]],
    ['an address nobody knows', () => `/${encodeURIComponent(payload)}`, []],
  ];
  it.each(places)('on %s', async (_name, addressOf, typed) => {
    await page.goto(world.started.url + addressOf(world));
    await page.locator('h1').first().waitFor();
    await isText(...typed);
  });

  it('in the title of the page', async () => {
    await page.goto(`${world.started.url}/aemter/${world.officeIds[1]}`);
    await page.locator('h1', { hasText: 'Amt 1' }).waitFor();
    expect(await page.title()).toContain(told('Amt 1'));
  });

  it('in the problems of a file and in its preview', async () => {
    await page.goto(`${world.started.url}/aemter/einlesen`);
    const paste = page.getByLabel('Oder aus der Tabelle einfügen');
    const quoted = `"${payload.replaceAll('"', '""')}"`;
    await paste.fill(`code;name;parent\nX1;${quoted};${quoted}\n`);
    await press(page, 'Eingefügtes ansehen');
    await isText(payload.slice(0, 60));
    await paste.fill(`code;name;${quoted}\nX1;Amt;1\n`);
    await press(page, 'Eingefügtes ansehen');
    await isText(payload.slice(0, 60));
    await paste.fill(`code;name\n<svg onload=a()>;${quoted}\n`);
    await press(page, 'Eingefügtes ansehen');
    await page.getByText(/^Einlesen: 1/).waitFor();
    await isText();
  });

  it('in the refusal of a form', async () => {
    await page.goto(`${world.started.url}/aemter/neu`);
    await page.getByLabel('Kennziffer').fill('<b>"1');
    await page.getByLabel('Bezeichnung').fill(payload);
    await press(page, 'Amt speichern');
    await page.getByRole('alert').first().waitFor();
    await isText();
  });

  it('on every page of a respondent, the receipt and the end of a link', async () => {
    await page.goto(`${world.started.url}/r/${world.links[2]}`);
    await heading(page, /Minuten/).waitFor();
    await isText(told('Person 2'), told('Amt 2'), told('Ansprechperson'), short);
    await press(page, /Fragebogen beginnen/);
    await page
      .getByRole('button', { name: /Bemerkung|Anmerkung/ })
      .first()
      .click();
    await page.getByRole('textbox').first().fill(payload);
    await saved(page);
    await openReview(page);
    await isText();
    await press(page, 'Antworten absenden');
    await press(page, 'Ja, absenden');
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    await isText(told('Person 2'));
    await page.goto(`${world.started.url}/r/${world.links[1]}`);
    await heading(page, 'Ihre Antworten sind angekommen').waitFor();
    await isText(told('Person 1'));
    await page.goto(`${world.started.url}/r/${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await page.locator('h1').first().waitFor();
    await isText();
  });

  it('on the page of a link that is over', async () => {
    const { officer, waveId, started, links } = world;
    const { revision } = (await officer.get(`/api/waves/${waveId}`)).body;
    await officer.post(`/api/waves/${waveId}/close`).send({ revision }).expect(200);
    await page.goto(`${started.url}/r/${links[0]}`);
    await page.locator('h1').first().waitFor();
    await isText(told('Ansprechperson'), told('Stadt').slice(0, 80));
  });
});

describe('T20: every answer of the server', () => {
  const paths = [
    ...[
      '/',
      '/aemter',
      '/anmelden',
      '/einrichten/abc',
      '/ergebnisse/1/amt/2',
      '/r/abc.def',
      '/r',
      '/nirgends',
    ],
    ...[
      '/console.html',
      '/respond.html',
      '/assets',
      '/assets/',
      '/assets/none.js',
      '/%E0%A4%A',
      '/assets/%00',
    ],
    ...['/api/health', '/api/r', '/api/nothing', '/api/waves', '/api/openapi.json', '/api/waves/%E0%A4%A'],
    ...['//evil.example/%2e%2e', '/robots.txt', '/favicon.ico'],
  ];
  let started: StartedPegel;
  beforeAll(async () => {
    started = await startPegel();
  });
  afterAll(() => started.stop());

  it.each(paths)('%s forbids inline script, eval and everybody else, whatever its status', async (path) => {
    for (const method of ['get', 'post', 'head'] as const) {
      const { headers } = await supertest(started.url)[method](path).redirects(0);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy, method).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-|https?:|\*|'nonce|'sha/);
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['location'] ?? '/').toMatch(/^\/(?!\/)/);
    }
  });
});

describeWithBrowser('T20: in the browser', () => {
  it('no script or style that got into a page would run', async () => {
    const started = await startPegel();
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    for (const path of ['/', '/r/abc.def', '/einrichten/abc', '/api/health', '/api/nothing']) {
      await page.goto(started.url + path);
      refused.length = 0;
      const ran = await page.evaluate(`(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran=1"><b style="color:red">x</b>');
        const script = document.createElement('script');
        script.textContent = 'window.ran = 2';
        document.body.append(script);
        const far = document.createElement('script');
        far.src = 'data:text/javascript,window.ran=3';
        document.body.append(far);
        const frame = document.createElement('iframe');
        frame.srcdoc = '<script>parent.ran = 4</scr' + 'ipt>';
        document.body.append(frame);
        setTimeout('window.ran = 5', 0);
        const loaded = new Promise((done) => { frame.onload = done; });
        const passed = new Promise((done) => { setTimeout(done, 1); });
        return Promise.all([loaded, passed]).then(() => window.ran ?? 0);
      })()`);
      expect(ran, path).toBe(0);
      expect(refused.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThan(2);
    }
    await browser.close();
    await started.stop();
  });
});
