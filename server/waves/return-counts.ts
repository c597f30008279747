import type { MailState } from '../mail/mail.ts';
import type { ReturnCounts } from './waves.wire.ts';

export interface ReturnSigns {
  readonly offices: number;
  readonly invitations: readonly { readonly id: string; readonly seenAt: Date | null }[];
  /** By invitation id. */
  readonly mails: ReadonlyMap<string, { readonly state: MailState }>;
  /** By office id. */
  readonly responses: ReadonlyMap<string, { readonly state: 'draft' | 'submitted' }>;
}

function countWhere<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): number {
  return [...items].filter(matches).length;
}

/** `sent`, `refused` and `seen` count invitations; `started` (submitted ones included) and `submitted` count offices. */
export function returnCountsOf({ offices, invitations, mails, responses }: ReturnSigns): ReturnCounts {
  const mailIs = (state: MailState) => countWhere(invitations, ({ id }) => mails.get(id)?.state === state);
  return {
    offices,
    invitations: invitations.length,
    sent: mailIs('sent'),
    refused: mailIs('refused'),
    seen: countWhere(invitations, ({ seenAt }) => seenAt !== null),
    started: responses.size,
    submitted: countWhere(responses.values(), ({ state }) => state === 'submitted'),
  };
}
