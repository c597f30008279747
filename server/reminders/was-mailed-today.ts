import type { MailKind } from '../mail/mail-kinds.ts';
import { localDateOf } from '../waves/deadline.ts';
import { dayStart } from './local-time.ts';

export interface SentMails {
  wasSentTo(address: string, kinds: readonly MailKind[], since: Date): Promise<boolean>;
}

/** After one of these a person is left in peace for the day. */
const dailyKinds: readonly MailKind[] = ['invitation', 'reminder', 'deadline-changed'];

/** Whether the address got its one mail of this local day. */
export function wasMailedToday(
  { wasSentTo }: SentMails,
  address: string,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<boolean> {
  return wasSentTo(address, dailyKinds, dayStart(localDateOf(now, timeZone), timeZone));
}
