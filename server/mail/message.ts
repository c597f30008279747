import type { SendMailOptions } from 'nodemailer';
import { envelopeAddress, headerText, type Mailbox } from './mailbox.ts';
import type { OutgoingMail } from './transport.ts';

const headerBox = ({ name, address }: Mailbox): Mailbox => ({ name: headerText(name), address });

/** The message for nodemailer; the envelope's only recipient is the address alone, whatever the names say. */
export function messageOf(from: Mailbox, { messageId, date, replyTo, mail }: OutgoingMail): SendMailOptions {
  return {
    from: headerBox(from),
    to: headerBox(mail.to),
    ...(envelopeAddress(replyTo.address) !== null && { replyTo: headerBox(replyTo) }),
    envelope: { from: from.address, to: [mail.to.address] },
    subject: headerText(mail.subject),
    messageId,
    date,
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
