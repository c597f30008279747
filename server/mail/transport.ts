import type { RenderedMail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';

export interface OutgoingMail {
  /** The debt's id. */
  readonly id: string;
  readonly messageId: string;
  readonly date: Date;
  readonly replyTo: Mailbox;
  readonly mail: RenderedMail;
}

/** A way out for mails. `send` resolves when the mail is handed over and throws when it was not. */
export interface MailTransport {
  readonly kind: 'smtp' | 'folder';
  /** Where the mails lie, null with a mail server. */
  readonly folder: string | null;
  readonly from: Mailbox;
  send(mail: OutgoingMail): Promise<void>;
  /** Whether mails would be taken; throws with the reason when not. Sends nothing. */
  check(): Promise<void>;
  close(): Promise<void>;
}
