import { addressCode } from '../reminders/reminder-debts.ts';
import type { LinkRequestsStore } from './link-requests-store.ts';

export interface AskLinkAgainDeps {
  readonly requests: Pick<LinkRequestsStore, 'add'>;
  readonly now: () => Date;
  /** Lets the jobs look for due work now. */
  wake(): void;
}

const quarterHourMs = 15 * 60_000;

/**
 * Notes that somebody wants the links of an address. Known and unknown addresses take the same way here; a job looks
 * them up later (threats.md T11). Asked twice within a quarter of an hour, they are sent once.
 */
export async function askLinkAgain(deps: AskLinkAgainDeps, email: string): Promise<void> {
  const askedAt = deps.now();
  const quarter = Math.floor(askedAt.getTime() / quarterHourMs);
  await deps.requests.add({ id: `${addressCode(email)}:${quarter}`, email, askedAt });
  deps.wake();
}
