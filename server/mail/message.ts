import type { SendMailOptions } from 'nodemailer';
import type { MailAttachment } from './mail.ts';
import { envelopeAddress, headerText, type Mailbox } from './mailbox.ts';
import type { OutgoingMail } from './transport.ts';

const headerBox = ({ name, address }: Mailbox): Mailbox => ({ name: headerText(name), address });

/** Content alone: no path and no address is ever read. */
function attachmentOf({ fileName, contentType, content, cid }: MailAttachment) {
  const file = { filename: headerText(fileName), contentType, content };
  return cid === null ? file : { ...file, cid, contentDisposition: 'inline' as const };
}

/** The message for nodemailer; the envelope's only recipient is the address alone, whatever the names say. */
export function messageOf(from: Mailbox, { messageId, date, replyTo, mail }: OutgoingMail): SendMailOptions {
  return {
    from: headerBox({ ...from, name: mail.senderName ?? from.name }),
    to: headerBox(mail.to),
    ...(envelopeAddress(replyTo.address) !== null && { replyTo: headerBox(replyTo) }),
    envelope: { from: from.address, to: [mail.to.address] },
    subject: headerText(mail.subject),
    messageId,
    date,
    text: mail.text,
    html: mail.html,
    attachments: (mail.attachments ?? []).map(attachmentOf),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
