import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseTransport } from '../../server/mail/choose-transport.ts';
import { sendFailureOf } from '../../server/mail/send-failure.ts';
import type { MailTransport, OutgoingMail } from '../../server/mail/transport.ts';
import { startSmtp } from '../harness/smtp.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const outgoing = (over: Partial<OutgoingMail['mail']> = {}): OutgoingMail => ({
  id: 'invitation:abc:0',
  messageId: '<abc@stadt.de>',
  date: new Date('2026-09-01T08:00:00Z'),
  replyTo: { name: 'Dr. Ada Beispiel', address: 'digital@stadt.de' },
  mail: {
    to: { name: 'Erika Müller', address: 'erika@stadt.de' },
    subject: 'Musterstadt: Fragebogen – bis 16.10.2026',
    text: 'Guten Tag\nhttps://pegel.stadt.de/r/1\n',
    html: '<p>Guten Tag</p>',
    link: null,
    ...over,
  },
});

async function smtpTransport() {
  const smtp = await startSmtp();
  cleanUps.push(smtp.stop);
  const settings = { smtpUrl: smtp.url, url: 'https://pegel.stadt.de', dataFolder: '/nowhere' };
  const transport = chooseTransport({ ...settings, mailFrom: 'Pegel <pegel@stadt.de>' });
  cleanUps.push(transport.close);
  return { smtp, transport };
}

const failure = async (transport: MailTransport, mail: OutgoingMail) =>
  transport.send(mail).then(() => null, sendFailureOf);

describe('mail through a server', () => {
  it('reaches one recipient with fixed Message-ID, Reply-To and Auto-Submitted, as text and HTML', async () => {
    const { smtp, transport } = await smtpTransport();
    await transport.send(outgoing());
    const [mail] = await smtp.received('erika@stadt.de');
    expect(mail).toMatchObject({
      from: 'pegel@stadt.de',
      to: ['erika@stadt.de'],
      parsed: {
        messageId: '<abc@stadt.de>',
        from: { name: 'Pegel', address: 'pegel@stadt.de' },
        to: [{ name: 'Erika Müller', address: 'erika@stadt.de' }],
        replyTo: [{ name: 'Dr. Ada Beispiel', address: 'digital@stadt.de' }],
        subject: 'Musterstadt: Fragebogen – bis 16.10.2026',
      },
    });
    expect(mail?.parsed.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    expect(mail?.parsed.text).toContain('https://pegel.stadt.de/r/1');
    expect(mail?.parsed.html).toContain('<p>Guten Tag</p>');
  });

  it.each([
    'Erika\r\nBcc: opfer@x.de',
    'Erika\nX-Evil: 1\n\nbody',
    'Erika\u0000\u202egnp',
    'a@x.de, evil@x.de',
    '"Erika" <evil@x.de>',
    'Erika <evil@x.de>,',
    '=?utf-8?q?Bcc=3A_evil=40x=2Ede?=',
  ])('T36: the name %j adds no header and no recipient', async (name) => {
    const { smtp, transport } = await smtpTransport();
    await transport.send(outgoing({ to: { name, address: 'erika@stadt.de' }, subject: `Betreff ${name}` }));
    const [mail] = await smtp.received('erika@stadt.de');
    expect(mail?.to).toEqual(['erika@stadt.de']);
    expect(mail?.parsed.to?.map(({ address }) => address)).toEqual(['erika@stadt.de']);
    const head = mail?.raw.split('\r\n\r\n')[0] ?? '';
    const headers = [...head.matchAll(/^([A-Za-z-]+):/gm)].map(([, header]) => header?.toLowerCase());
    expect(headers.sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
    ]);
  });

  it.each([
    [550, 'refused'],
    [553, 'refused'],
    [450, 'retry'],
    [452, 'retry'],
  ])('takes the answer %i for %s', async (code, kind) => {
    const { smtp, transport } = await smtpTransport();
    smtp.refuse('erika@stadt.de', code);
    expect(await failure(transport, outgoing())).toMatchObject({
      kind,
      error: expect.stringContaining(String(code)),
    });
  });

  it('takes a server that is not there for unreachable', async () => {
    const { smtp, transport } = await smtpTransport();
    await smtp.stop();
    expect(await failure(transport, outgoing())).toMatchObject({ kind: 'unreachable' });
  });

  it('reads no file and no address that a text names', async () => {
    const { smtp, transport } = await smtpTransport();
    const html = '<img src="file:///etc/passwd"><img src="http://127.0.0.1:1/x">';
    await transport.send(outgoing({ html }));
    const [mail] = await smtp.received('erika@stadt.de');
    expect(mail?.parsed.attachments).toEqual([]);
  });
});

describe('mail without a server', () => {
  it('is written to the outbox folder as a file for its owner only, once per debt', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'pegel-outbox-'));
    cleanUps.push(() => rm(dataFolder, { recursive: true }));
    const settings = { smtpUrl: null, mailFrom: null, dataFolder };
    const transport = chooseTransport({ ...settings, url: 'http://localhost:3000' });
    await transport.send(outgoing());
    await transport.send(outgoing());
    expect(await readdir(join(dataFolder, 'outbox'))).toEqual(['2026-09-01-invitation-abc-0.eml']);
    const file = join(dataFolder, 'outbox', '2026-09-01-invitation-abc-0.eml');
    expect((await stat(file)).mode & 0o077).toBe(0);
    const parsed = await PostalMime.parse(await readFile(file));
    expect(parsed).toMatchObject({
      from: { name: 'Pegel', address: 'no-reply@localhost' },
      to: [{ address: 'erika@stadt.de' }],
      messageId: '<abc@stadt.de>',
    });
    expect(parsed.text).toContain('https://pegel.stadt.de/r/1');
  });
});
