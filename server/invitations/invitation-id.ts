import { createHash } from 'node:crypto';

/** 128 bits in hex, a function of wave and contact: inviting the same contact again makes no second invitation. */
export function invitationIdOf(waveId: string, contactId: string): string {
  return createHash('sha256').update(`${waveId}\n${contactId}`).digest('hex').slice(0, 32);
}
