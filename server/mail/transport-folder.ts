import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mailbox } from './mailbox.ts';
import { messageOf } from './message.ts';
import type { MailTransport } from './transport.ts';

function fileName(id: string, date: Date): string {
  const day = date.toISOString().slice(0, 10);
  return `${day}-${id.replaceAll(/[^A-Za-z0-9_-]/g, '-')}.eml`;
}

/** Writes each mail as a file, so that the whole job can be tried without a mail server. Files are for the owner only. */
export function createFolderTransport({ folder, from }: { folder: string; from: Mailbox }): MailTransport {
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: 'folder',
    folder,
    from,
    async send(mail) {
      const { message } = await composer.sendMail(messageOf(from, mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, fileName(mail.id, mail.date));
      await writeFile(`${path}.part`, message, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    async check() {},
    async close() {},
  };
}
