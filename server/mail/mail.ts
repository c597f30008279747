import type { MailKind } from './mail-kinds.ts';

export type MailState = 'owed' | 'sending' | 'sent' | 'retrying' | 'refused' | 'cancelled';

/**
 * A debt of one mail. The id is a function of (kind, invitation, step), so writing it twice owes it once.
 * `step` counts what makes a further mail of the same kind (a resend).
 */
export interface MailDebt {
  readonly id: string;
  readonly kind: MailKind;
  readonly waveId: string;
  /** Null for a mail that is not about one invitation. */
  readonly invitationId: string | null;
  readonly step: number;
  /** Of mails that are not about one invitation; an invitation's address is read from it when it is sent. */
  readonly to: string | null;
  readonly language: 'de' | 'en';
  readonly dueAt: Date;
  /** What is fixed when the mail is owed; what may change until it is sent is read then. */
  readonly facts: Readonly<Record<string, string>> | null;
}

/** A debt with its fate. */
export interface Mail extends MailDebt {
  readonly state: MailState;
  readonly attempts: number;
  /** Fixed per debt, so that a mail sent twice is recognised. */
  readonly messageId: string;
  readonly sentAt: Date | null;
  readonly sentTo: string | null;
  readonly error: string | null;
}

export interface RenderedMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The personal link in the mail, null when there is none. */
  readonly link: string | null;
  /** Name beside the sender's address; absent: the one of the settings. */
  readonly senderName?: string;
  readonly attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer | string;
  /** Of a picture that the HTML shows; null: a file beside the text. */
  readonly cid: string | null;
}
