import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { september, waveOver } from '../builders/wave.ts';
import { databaseDump } from '../harness/database-dump.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { type Agent, officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const payload = '<img src=x onerror=alert(1)>"\'><script>alert(1)</script><svg onload=alert(1)>{{7*7}}';

const wrongAddresses = [
  'a@stadt.de, evil@x.de',
  'a@stadt.de;evil@x.de',
  'a@stadt.de\r\nRCPT TO:<evil@x.de>',
  'a@stadt.de\nBcc: evil@x.de',
  '"a b"@stadt.de',
  '"evil@x.de, b"@stadt.de',
  'a(kommentar)@stadt.de',
  'Gruppe: a@stadt.de, b@stadt.de;',
  'Erika <a@stadt.de>',
  'a@b@stadt.de',
  'a@stadt.de\u0000',
  '\u202ea@stadt.de',
];
const wrongNames = [
  'Erika\r\nBcc: evil@x.de',
  'Erika\nX-Evil: 1',
  'Erika\u0000',
  'Erika\u202egnp',
  'Erika\u2028x',
];
const names = ['Erika, "evil@x.de"', '<evil@x.de>', '=?utf-8?q?Bcc=3A_evil=40x=2Ede?=', payload];

let smtp: TestSmtp;
let started: StartedPegel;
let officer: Agent;

beforeAll(async () => {
  smtp = await startSmtp();
  started = await startPegel({
    at: september,
    env: { SMTP_URL: smtp.url, MAIL_FROM: 'Pegel <pegel@stadt.example>' },
  });
  officer = await started.officer();
});
afterAll(async () => {
  await started.stop();
  await smtp.stop();
});

const office = (code: string, over: object = {}, contact: object = {}) => ({
  ...{ code, name: `Amt ${code}`, parentId: null, headcount: null, fields: [] },
  contacts: [{ name: 'Kim', email: `a${code}@stadt.example`, role: 'lead', ...contact }],
  ...over,
});
const importing = (cells: readonly string[]) =>
  officer
    .post('/api/offices/import')
    .set('Content-Type', 'text/csv')
    .send(
      `code;name;contact_name;contact_email\n${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\n`,
    );

describe('T35: an address that is more than one mailbox', () => {
  it.each(wrongAddresses)('%j is refused wherever it can be entered, by its field', async (email) => {
    const before = await databaseDump(started.folder);
    const { name, phone, city } = officerAccount;
    const wave = 'w1';
    const answers = [
      await officer.post('/api/offices').send(office('99', {}, { email })),
      await officer.put('/api/settings').send({ city, contact: { name, phone, email } }),
      await officer.post(`/api/waves/${wave}/test-mail`).send({ to: email }),
    ];
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([400, 400]);
    expect([400, 404]).toContain(answers[2]?.status);
    expect(answers[0]?.body.errors[0].pointer).toBe('#/contacts/0/email');
    expect(answers[1]?.body.errors[0].pointer).toBe('#/contact/email');
    const file = await importing(['99', 'Amt', 'Kim', email]);
    expect(file.status).toBe(422);
    expect(file.body.problems[0]).toMatchObject({ row: 2, column: 'contact_email' });
    expect(await databaseDump(started.folder)).toEqual(before);
  });
});

describe('T36: a name that holds line breaks or turns the direction of writing', () => {
  it.each(wrongNames)('%j is refused wherever it can be entered', async (bad) => {
    const before = await databaseDump(started.folder);
    const { phone, email, city, name } = officerAccount;
    const answers = [
      await officer.post('/api/offices').send(office('98', { name: bad })),
      await officer.post('/api/offices').send(office('98', {}, { name: bad })),
      await officer.post('/api/offices').send(office(bad.slice(0, 20))),
      await officer.put('/api/settings').send({ city: bad, contact: { name, phone, email } }),
      await officer.put('/api/settings').send({ city, contact: { name: bad, phone, email } }),
      await officer.put('/api/settings').send({ city, contact: { name, phone: bad, email } }),
      await officer.post('/api/waves').send(waveOver([], { title: bad })),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(400));
    expect((await importing(['98', bad, 'Kim', 'a98@stadt.example'])).status).toBe(422);
    expect((await importing(['98', 'Amt', bad, 'a98@stadt.example'])).status).toBe(422);
    expect(await databaseDump(started.folder)).toEqual(before);
  });
});

describe('a mail with hostile names', () => {
  it('T17, T35, T36: goes to the stored address alone, adds no header, and shows the names as text', async () => {
    const { email } = officerAccount;
    const city = payload.slice(0, 80);
    await officer
      .put('/api/settings')
      .send({ city, contact: { name: payload, phone: '"><svg onload=alert(2)>', email } })
      .expect(200);
    const ids = [];
    for (const [at, name] of names.entries()) {
      const made = await officer.post('/api/offices').send(office(`4${at}`, { name: payload }, { name }));
      expect(made.status).toBe(201);
      ids.push(made.body.id);
    }
    const { body: draft } = await officer
      .post('/api/waves')
      .send(waveOver(ids, { title: payload }))
      .expect(201);
    await officer.post(`/api/waves/${draft.id}/open`).send({ revision: draft.revision }).expect(200);
    await started.pegel.tick();
    for (const at of names.keys()) {
      const address = `a4${at}@stadt.example`;
      const [mail] = await smtp.received(address);
      expect(mail?.to).toEqual([address]);
      expect(mail?.parsed.to?.map((one) => one.address)).toEqual([address]);
      expect(mail?.parsed.replyTo?.map((one) => one.address)).toEqual([email]);
      const head = mail?.raw.split('\r\n\r\n')[0] ?? '';
      expect(head).not.toMatch(/^(bcc|cc|x-evil)/im);
      expect(mail?.parsed.attachments.map(({ filename }) => filename)).toEqual(['frist.ics']);
      const html = mail?.parsed.html ?? '';
      expect(html).not.toMatch(/<(img|svg|script|iframe|object|form)|\sonerror=[^&]*>|javascript:/i);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(mail?.parsed.text).toContain('{{7*7}}');
    }
    expect(smtp.mails.flatMap(({ to }) => to).filter((one) => one.includes('evil'))).toEqual([]);
  });
});
