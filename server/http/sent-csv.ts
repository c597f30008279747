import type { Request } from 'express';
import type { Text } from '../../surveys/plan/plan.ts';
import { Refusal } from '../refusal.ts';

/** What browsers and spreadsheets call a CSV file. */
export const csvTypes = ['text/csv', 'application/csv', 'text/plain', 'application/vnd.ms-excel'];

/**
 * The bytes of a CSV file that was sent as the body.
 *
 * @param what the file in the words of the person, with its article
 * @throws Refusal for a body of another type
 */
export function sentCsv(req: Request, what: Text): Uint8Array {
  const body: unknown = req.body;
  if (Buffer.isBuffer(body)) return body;
  throw new Refusal('unsupported-media-type', {
    de: `Bitte senden Sie ${what.de} als text/csv.`,
    en: `Please send ${what.en} as text/csv.`,
  });
}
