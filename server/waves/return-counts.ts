import type { MailState } from '../mail/mail.ts';
import type { ReturnCounts } from './waves.wire.ts';

export interface ReturnSigns {
  readonly offices: number;
  readonly anonymous: boolean;
  readonly invitations: readonly {
    readonly id: string;
    readonly seenAt: Date | null;
    readonly submitted: boolean;
  }[];
  /** By invitation id. */
  readonly mails: ReadonlyMap<string, { readonly state: MailState }>;
  /** By office id in mode official, by invitation id in mode several; none of an anonymous wave. */
  readonly responses: ReadonlyMap<string, { readonly state: 'draft' | 'submitted' }>;
}

function countWhere<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): number {
  return [...items].filter(matches).length;
}

function submittedOf({ anonymous, invitations, responses }: ReturnSigns): number {
  if (anonymous) return countWhere(invitations, ({ submitted }) => submitted);
  return countWhere(responses.values(), ({ state }) => state === 'submitted');
}

/**
 * `sent`, `refused` and `seen` count invitations; `started` (submitted ones included) and `submitted` count offices in
 * mode official and people in mode several. Of an anonymous wave nobody is known to have seen or started anything.
 */
export function returnCountsOf(signs: ReturnSigns): ReturnCounts {
  const { offices, invitations, mails, responses, anonymous } = signs;
  const mailIs = (state: MailState) => countWhere(invitations, ({ id }) => mails.get(id)?.state === state);
  return {
    offices,
    invitations: invitations.length,
    sent: mailIs('sent'),
    refused: mailIs('refused'),
    seen: anonymous ? 0 : countWhere(invitations, ({ seenAt }) => seenAt !== null),
    started: anonymous ? 0 : responses.size,
    submitted: submittedOf(signs),
  };
}
