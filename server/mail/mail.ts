/** Why a mail is owed. */
export type MailKind = 'invitation' | 'test';

export type MailState = 'owed' | 'sending' | 'sent' | 'retrying' | 'refused' | 'cancelled';

/**
 * A debt of one mail. The id is a function of (kind, invitation, step), so writing it twice owes it once.
 * `step` counts what makes a further mail of the same kind (a resend).
 */
export interface MailDebt {
  readonly id: string;
  readonly kind: MailKind;
  readonly waveId: string;
  /** Null for a test mail. */
  readonly invitationId: string | null;
  readonly step: number;
  /** Of a test mail only; an invitation's address is read from the invitation when it is sent. */
  readonly to: string | null;
  readonly language: 'de' | 'en';
  readonly dueAt: Date;
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
}
