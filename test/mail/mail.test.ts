import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draftedWave, invitationsOf, linkTo, openedWave, september } from '../builders/wave.ts';
import { startSmtp, type TestSmtp } from '../harness/smtp.ts';
import { type Agent, officerAccount, type StartedPegel, startPegel } from '../harness/start-pegel.ts';

const everybody = ['a10@stadt.example', 'a20@stadt.example', 'a30@stadt.example', 'b10@stadt.example'];

const outboxOf = async (officer: Agent, waveId: string) =>
  (await officer.get(`/api/outbox?waveId=${waveId}`).expect(200)).body;

describe('mail through a mail server', () => {
  let smtp: TestSmtp;
  let started: StartedPegel;
  let officer: Agent;
  let already: number;

  beforeAll(async () => {
    smtp = await startSmtp();
    const env = { SMTP_URL: smtp.url, MAIL_FROM: 'Pegel Musterstadt <pegel@musterstadt.example>' };
    started = await startPegel({ at: september, env });
    officer = await started.officer();
  });
  afterAll(async () => {
    await started.stop();
    await smtp.stop();
  });
  beforeEach(() => {
    already = smtp.mails.length;
  });
  afterEach(() => {
    for (const address of everybody) smtp.refuse(address, null);
    started.clock.set(september);
  });
  const fresh = () => smtp.mails.slice(already);

  it('reaches every contact once, with a link that opens the questionnaire of the office', async () => {
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const mails = fresh();
    expect(mails.map(({ to }) => to.join()).sort()).toEqual(everybody);
    for (const { from, to, parsed } of mails) {
      expect(from).toBe('pegel@musterstadt.example');
      expect(parsed.to?.map(({ address }) => address)).toEqual(to);
      expect(parsed.from).toEqual({ name: 'Pegel Musterstadt', address: 'pegel@musterstadt.example' });
      expect(parsed.replyTo).toEqual([{ name: officerAccount.name, address: officerAccount.email }]);
      expect(parsed.subject).toBe('Musterstadt: Wie digital ist Ihr Amt? Bis 16.10.2026');
      expect(parsed.text).toContain('Freitag, 16. Oktober 2026');
      expect(parsed.text).toContain(officerAccount.phone);
      const link = new RegExp(`${started.url.replace('127.0.0.1', 'localhost')}/r/(\\S+)`).exec(
        parsed.text ?? '',
      )?.[1];
      const opened = await started.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(200);
      expect(to.join()).toContain(opened.body.office.code);
      expect(parsed.html).toContain(link);
    }
    const { counts } = await invitationsOf(officer, wave.id);
    expect(counts).toMatchObject({ invitations: 4, sent: 4, refused: 0 });
  });

  it('shows the console no link and no text that went out', async () => {
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const outbox = await outboxOf(officer, wave.id);
    expect(outbox).toMatchObject({ transport: 'smtp', folder: null, counts: { sent: 4 } });
    for (const mail of outbox.mails) expect(mail).toMatchObject({ link: null, text: null, state: 'sent' });
  });

  it('keeps the answer of a server that refuses one, and sends the others', async () => {
    smtp.refuse('a20@stadt.example', 550);
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const { invitations, counts } = await invitationsOf(officer, wave.id);
    expect(counts).toMatchObject({ sent: 3, refused: 1 });
    const row = invitations.find(({ email }: { email: string }) => email === 'a20@stadt.example');
    expect(row.mail).toMatchObject({ state: 'refused', error: expect.stringContaining('550') });
  });

  it('tries again later what a server cannot take now, and sends it once', async () => {
    smtp.refuse('a20@stadt.example', 451);
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    expect((await outboxOf(officer, wave.id)).counts).toMatchObject({ sent: 3, retrying: 1 });
    smtp.refuse('a20@stadt.example', null);
    await started.pegel.tick();
    expect(fresh()).toHaveLength(3);
    started.clock.pass(60_000);
    await started.pegel.tick();
    await started.pegel.tick();
    expect(fresh().filter(({ to }) => to.includes('a20@stadt.example'))).toHaveLength(1);
    expect((await outboxOf(officer, wave.id)).counts).toMatchObject({ sent: 4, retrying: 0 });
  });

  it('T38: sends nothing more once the wave is closed', async () => {
    smtp.refuse('a20@stadt.example', 451);
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const { revision } = wave;
    await officer.post(`/api/waves/${wave.id}/close`).send({ revision }).expect(200);
    smtp.refuse('a20@stadt.example', null);
    started.clock.pass(60_000);
    await started.pegel.tick();
    expect(fresh()).toHaveLength(3);
    expect((await outboxOf(officer, wave.id)).counts).toMatchObject({ sent: 3, cancelled: 1 });
  });

  it('sends the officer a test that says so and opens the preview', async () => {
    const { wave } = await draftedWave(officer);
    const owed = await officer.post(`/api/waves/${wave.id}/test-mail`).send({}).expect(202);
    expect(owed.body.to).toBe(officerAccount.email);
    const [mail] = await smtp.received(officerAccount.email);
    expect(mail?.parsed.subject).toMatch(/^\[Test\] .* Bis 16\.10\.2026$/);
    expect(mail?.parsed.text).toContain(`/erhebungen/${wave.id}/vorschau`);
    expect(mail?.parsed.text).not.toContain('/r/');
    expect(mail?.parsed.text).toContain('Guten Tag Person 10-1,');
  });

  it('sends the test to another address and in English when asked to', async () => {
    const { wave } = await draftedWave(officer);
    const request = { to: 'Kollegin@Stadt.Example', language: 'en' };
    await officer.post(`/api/waves/${wave.id}/test-mail`).send(request).expect(202);
    const [mail] = await smtp.received('kollegin@stadt.example');
    expect(mail?.to).toEqual(['kollegin@stadt.example']);
    expect(mail?.parsed.text).toContain('Hello Person 10-1,');
  });

  it.each([
    'a@stadt.de, evil@x.de',
    'a@stadt.de\r\nBcc: evil@x.de',
    '"a, evil@x.de"@stadt.de',
    'a@b@stadt.de',
    'a@stadt.de\u0000',
    'Gruppe: a@stadt.de;',
  ])('T35: refuses a test to %j', async (to) => {
    const { wave } = await draftedWave(officer);
    const res = await officer.post(`/api/waves/${wave.id}/test-mail`).send({ to });
    expect(res.body).toMatchObject({ status: 400, errors: [{ pointer: '#/to' }] });
    expect((await outboxOf(officer, wave.id)).mails).toEqual([]);
  });

  it('F2: waits out a server that is gone, and then reaches everybody once', async () => {
    const gone = await startSmtp();
    const other = await startPegel({ at: september, env: { SMTP_URL: gone.url } });
    await gone.stop();
    const agent = await other.officer();
    const { wave } = await openedWave(agent);
    await other.pegel.tick();
    const { mails, counts } = await outboxOf(agent, wave.id);
    expect(counts.owed + counts.retrying).toBe(4);
    expect(mails.some(({ error }: { error: string | null }) => error?.includes('ECONNREFUSED'))).toBe(true);
    const back = await startSmtp(Number(new URL(gone.url).port));
    other.clock.pass(3_600_000);
    await other.pegel.tick();
    expect(back.mails.map(({ to }) => to.join()).sort()).toEqual(everybody);
    await other.stop();
    await back.stop();
  });
});

describe('T37: two instances on one store', () => {
  it('reach everybody once when both send at the same time', async () => {
    const smtp = await startSmtp();
    const env = { SMTP_URL: smtp.url };
    const first = await startPegel({ at: september, env });
    const officer = await first.officer();
    const second = await startPegel({ at: september, env, folder: first.folder });
    const { wave } = await draftedWave(officer);
    const { revision } = wave;
    await Promise.all([
      officer.post(`/api/waves/${wave.id}/open`).send({ revision }).expect(200),
      ...[first, second, first, second].map(({ pegel }) => pegel.tick()),
    ]);
    await Promise.all([first, second].map(({ pegel }) => pegel.tick()));
    expect(smtp.mails.map(({ to }) => to.join()).sort()).toEqual(everybody);
    expect((await outboxOf(officer, wave.id)).counts).toMatchObject({ sent: 4 });
    await second.stop();
    await first.stop();
    await smtp.stop();
  });
});

describe('mail without a mail server', () => {
  let started: StartedPegel;
  let officer: Agent;

  beforeAll(async () => {
    started = await startPegel({ at: september });
    officer = await started.officer();
  });
  afterAll(() => started.stop());

  it('lies in the outbox folder, and the console shows each with its link', async () => {
    const { wave } = await openedWave(officer);
    await started.pegel.tick();
    const outbox = await outboxOf(officer, wave.id);
    expect(outbox).toMatchObject({
      transport: 'folder',
      folder: join(started.folder, 'outbox'),
      counts: { sent: 4, owed: 0 },
    });
    const files = await readdir(outbox.folder);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const mail = await PostalMime.parse(await readFile(join(outbox.folder, file)));
      const row = outbox.mails.find(({ to }: { to: string }) => to === mail.to?.[0]?.address);
      expect(mail.subject).toBe(row.subject);
      expect(mail.text?.trim()).toBe(row.text.trim());
      expect(mail.text).toContain(row.link);
      expect(row).toMatchObject({ waveTitle: wave.title, state: 'sent', attempts: 1 });
    }
    const link = await linkTo(officer, wave.id, 'a30@stadt.example');
    await started.agent.get('/api/r').set('Authorization', `Link ${link}`).expect(200);
  });

  it('lists the mails of all waves, and refuses what it does not know', async () => {
    const all = (await officer.get('/api/outbox').expect(200)).body;
    expect(all.mails.length).toBeGreaterThanOrEqual(4);
    for (const query of ['?waveId[$ne]=x', '?waveId=a&waveId=b', '?state=sent', '?waveId=']) {
      expect((await officer.get(`/api/outbox${query}`)).status).toBe(400);
    }
  });
});

describe('the preview of the invitation mail', () => {
  let started: StartedPegel;
  let officer: Agent;

  beforeAll(async () => {
    started = await startPegel({ at: september });
    officer = await started.officer();
  });
  afterAll(() => started.stop());

  it('is what an office will get, with the preview in place of the personal link', async () => {
    const { wave, offices } = await draftedWave(officer);
    const path = `/api/waves/${wave.id}/mail-preview`;
    const first = (await officer.get(path).expect(200)).body;
    expect(first).toMatchObject({
      to: 'Person 10-1 <a10@stadt.example>',
      from: 'Pegel <no-reply@localhost>',
      subject: 'Musterstadt: Wie digital ist Ihr Amt? Bis 16.10.2026',
    });
    expect(first.text).toContain(`/erhebungen/${wave.id}/vorschau`);
    const other = (await officer.get(`${path}?officeId=${offices[2]?.id}&language=en`).expect(200)).body;
    expect(other.to).toBe('Person 30-1 <a30@stadt.example>');
    expect(other.text).toContain('for “30 Amt 30”.');
  });

  it('says which offices there are when it is asked for another', async () => {
    const { wave, offices } = await draftedWave(officer);
    const res = await officer.get(`/api/waves/${wave.id}/mail-preview?officeId=o-unknown`);
    const allowed = offices.map(({ id }) => id);
    expect(res.body).toMatchObject({ status: 400, errors: [{ pointer: '#/officeId', allowed }] });
    expect((await officer.get(`/api/waves/${wave.id}/mail-preview?language=fr`)).status).toBe(400);
  });

  it('shows an example while nobody is asked yet', async () => {
    const { wave } = await draftedWave(officer, { officeIds: [] });
    const preview = (await officer.get(`/api/waves/${wave.id}/mail-preview`).expect(200)).body;
    expect(preview.text).toContain('Erika Mustermann');
  });
});
