import { createTransport } from 'nodemailer';
import type { Mailbox } from './mailbox.ts';
import { messageOf } from './message.ts';
import type { MailTransport } from './transport.ts';

/** Mails under way at the same time. */
export const smtpConnections = 5;

/** Sends through the mail server of `SMTP_URL`. A message is never put back into the pool: the outbox decides on that. */
export function createSmtpTransport({ url, from }: { url: string; from: Mailbox }): MailTransport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: smtpConnections,
    maxRequeues: 0,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: 'smtp',
    folder: null,
    from,
    async send(mail) {
      await pool.sendMail(messageOf(from, mail));
    },
    async check() {
      await pool.verify();
    },
    async close() {
      pool.close();
    },
  };
}
