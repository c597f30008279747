import type { NodemailerError } from 'nodemailer';

/**
 * refused: this mail will never be taken · retry: later, perhaps · unreachable: later, and no other mail would get
 * through now either.
 */
export interface SendFailure {
  readonly kind: 'refused' | 'retry' | 'unreachable';
  /** What the server or the connection said. */
  readonly error: string;
}

const maxErrorLength = 300;

/** Replies to these speak about this recipient or this message, not about the sender or the connection. */
const aboutThisMail = new Set(['RCPT TO', 'DATA']);

function said(error: NodemailerError): string {
  const text = (error.response ?? error.message).replaceAll(/\s+/g, ' ').trim();
  return text.length > maxErrorLength ? `${text.slice(0, maxErrorLength - 1)}…` : text;
}

/** What a failed hand-over means, by the server's reply. */
export function sendFailureOf(thrown: unknown): SendFailure {
  if (!(thrown instanceof Error)) return { kind: 'retry', error: String(thrown) };
  const error: NodemailerError = thrown;
  if (aboutThisMail.has(error.command ?? '') && error.responseCode !== undefined) {
    return { kind: error.permanent ? 'refused' : 'retry', error: said(error) };
  }
  return { kind: 'unreachable', error: said(error) };
}

const firstDelayMinutes = 1;
const maxDelayMinutes = 60;

/** When a mail that failed `attempts` times (≥ 1) is tried again: 1, 2, 4 … minutes later, at most an hour. */
export function nextTry(attempts: number, now: Date): Date {
  const minutes = Math.min(maxDelayMinutes, firstDelayMinutes * 2 ** Math.min(attempts - 1, 10));
  return new Date(now.getTime() + minutes * 60_000);
}
