import type { MailDebt, RenderedMail } from './mail.ts';
import { envelopeAddress, type Mailbox } from './mailbox.ts';
import type { LeasedMail, MailOutcome, OutboxStore } from './outbox-store.ts';
import { nextTry, sendFailureOf } from './send-failure.ts';
import type { MailTransport } from './transport.ts';

/** Longer than any hand-over may take; after it another worker takes the mail over. */
const leaseMinutes = 3;
const workers = 5;

export interface SendDeps {
  readonly store: Pick<OutboxStore, 'lease' | 'finish'>;
  readonly transport: MailTransport;
  readonly now: () => Date;
  /** Names this process among the instances. */
  readonly instanceId: string;
  /** The mail as it is now; null when it is no longer owed. */
  renderMail(debt: MailDebt): Promise<RenderedMail | null>;
  /** Whom an answer to the mail reaches. */
  replyTo(): Promise<Mailbox>;
  /** After a restore nothing is sent until somebody says so. */
  isPaused(): Promise<boolean>;
  /** Ends a run early, after the mails under way. */
  readonly signal?: AbortSignal;
}

interface Run {
  unreachable: boolean;
}

async function deliver(deps: SendDeps, leased: LeasedMail, run: Run): Promise<MailOutcome> {
  const mail = await deps.renderMail(leased);
  if (mail === null) return { state: 'cancelled' };
  const sentTo = envelopeAddress(mail.to.address);
  if (sentTo === null) return { state: 'refused', error: `not one e-mail address: ${mail.to.address}` };
  const { id, messageId } = leased;
  try {
    await deps.transport.send({ id, messageId, date: deps.now(), replyTo: await deps.replyTo(), mail });
    return { state: 'sent', sentAt: deps.now(), sentTo };
  } catch (thrown) {
    const { kind, error } = sendFailureOf(thrown);
    if (kind === 'refused') return { state: 'refused', error };
    run.unreachable ||= kind === 'unreachable';
    return { state: 'retrying', error, nextAt: nextTry(leased.attempts, deps.now()) };
  }
}

async function work(deps: SendDeps, run: Run): Promise<void> {
  while (!run.unreachable && !deps.signal?.aborted) {
    const now = deps.now();
    const until = new Date(now.getTime() + leaseMinutes * 60_000);
    const leased = await deps.store.lease({ owner: deps.instanceId, now, until });
    if (leased === null) return;
    await deps.store.finish(leased, await deliver(deps, leased, run));
  }
}

/**
 * Sends everything that is due. A refused mail does not stop the others; when the mail server cannot be reached the run
 * ends and the rest stays owed. Several instances may run it at the same time: a mail belongs to who leased it.
 */
export async function sendOwedMails(deps: SendDeps): Promise<void> {
  if (await deps.isPaused()) return;
  const run: Run = { unreachable: false };
  const ends = await Promise.allSettled(Array.from({ length: workers }, () => work(deps, run)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** The job of the ticker. */
export function sendOwedMailsJob(deps: SendDeps) {
  return { name: 'sendOwedMails', run: () => sendOwedMails(deps) };
}
