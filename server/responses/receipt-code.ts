import { createHash } from 'node:crypto';

/** Letters and figures that nobody mistakes for each other on paper. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A short code that follows from the text: `7KQ4-M2XA`. */
export function codeOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  const code = [...bytes.subarray(0, 8)].map((byte) => letters[byte % letters.length]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Of a receipt, fixed by response and instant. */
export function receiptCode(responseId: string, at: Date): string {
  return codeOf(`${responseId} ${at.toISOString()}`);
}
