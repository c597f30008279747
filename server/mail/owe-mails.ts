import { createHash } from 'node:crypto';
import type { MailDebt } from './mail.ts';
import type { OutboxStore } from './outbox-store.ts';

export interface OweDeps {
  readonly store: Pick<OutboxStore, 'add' | 'known'>;
  /** Right-hand side of every Message-ID. */
  readonly messageDomain: string;
}

/** The same for every attempt, so that a mail that arrives twice is recognised as one. */
export function messageIdOf(debtId: string, messageDomain: string): string {
  return `<${createHash('sha256').update(debtId).digest('hex').slice(0, 32)}@${messageDomain}>`;
}

/** Writes the debts that are not known yet; owing the same mail twice owes it once. */
export async function oweMails({ store, messageDomain }: OweDeps, debts: readonly MailDebt[]): Promise<void> {
  const known = await store.known(debts.map(({ id }) => id));
  const fresh = debts.filter(({ id }) => !known.has(id));
  await store.add(fresh.map((debt) => ({ ...debt, messageId: messageIdOf(debt.id, messageDomain) })));
}
