import type { MailAttachment } from './mail.ts';

export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
}

/** How the city's mails look and whom answers reach. */
export interface Letterhead {
  /** Name beside the sender's address; empty: the one of MAIL_FROM. */
  readonly senderName: string;
  /** Where answers go; empty: to the contact person. */
  readonly replyTo: string;
  /** Several lines; empty: none. */
  readonly signature: string;
  readonly logo: Logo | null;
}

export const plainLetterhead: Letterhead = { senderName: '', replyTo: '', signature: '', logo: null };

export const logoCid = 'logo@pegel';

export function logoAttachment({ type, bytes }: Logo): MailAttachment {
  const fileName = type === 'image/png' ? 'logo.png' : 'logo.jpg';
  return { fileName, contentType: type, content: bytes, cid: logoCid };
}
