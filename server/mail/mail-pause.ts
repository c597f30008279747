import type { MailPauseStore } from './mail-pause-store.ts';
import type { OutboxStore } from './outbox-store.ts';

export interface MailPauseDeps {
  readonly pauses: MailPauseStore;
  readonly store: Pick<OutboxStore, 'count'>;
  /** Lets the jobs look for due work now. */
  wake(): void;
}

export interface MailPause {
  /** Null while mail is sent. */
  readonly pausedSince: Date | null;
  /** How many mails wait to be sent. */
  readonly owed: number;
}

export async function readMailPause({ pauses, store }: MailPauseDeps): Promise<MailPause> {
  const [pausedSince, { owed, sending, retrying }] = await Promise.all([
    pauses.pausedSince(),
    store.count(null),
  ]);
  return { pausedSince, owed: owed + sending + retrying };
}

/** Lets mail go out again. Twice is once. */
export async function releaseMail(deps: MailPauseDeps): Promise<MailPause> {
  await deps.pauses.release();
  deps.wake();
  return readMailPause(deps);
}
