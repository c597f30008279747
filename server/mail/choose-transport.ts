import { join } from 'node:path';
import { defaultSender, parseSender } from './mailbox.ts';
import type { MailTransport } from './transport.ts';
import { createFolderTransport } from './transport-folder.ts';
import { createSmtpTransport } from './transport-smtp.ts';

export interface MailSettings {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly url: string;
  readonly dataFolder: string;
}

/** The mail server when one is set, else the folder `outbox` in the data folder. */
export function chooseTransport({ smtpUrl, mailFrom, url, dataFolder }: MailSettings): MailTransport {
  const from = (mailFrom === null ? null : parseSender(mailFrom)) ?? defaultSender(url);
  return smtpUrl === null
    ? createFolderTransport({ folder: join(dataFolder, 'outbox'), from })
    : createSmtpTransport({ url: smtpUrl, from });
}
