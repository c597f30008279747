import type { MailDebt, RenderedMail } from './mail.ts';
import type { RenderDeps } from './owed/mail-writer.ts';
import { mailWriters } from './owed/mail-writers.ts';

/**
 * The mail of a debt as things stand now. Null when it is no longer owed: the wave is over, the link was ended, or a
 * later mail of the same kind took its place.
 */
export async function renderOwedMail(deps: RenderDeps, debt: MailDebt): Promise<RenderedMail | null> {
  const writer = mailWriters[debt.kind];
  if (writer === undefined || !(await writer.isOwed(deps, debt))) return null;
  return writer.write(deps, debt);
}

/** How a mail reads, sent or not; null when what it speaks of is gone. */
export async function readMail(deps: RenderDeps, debt: MailDebt): Promise<RenderedMail | null> {
  const writer = mailWriters[debt.kind];
  return (await writer?.write(deps, debt)) ?? (await writer?.recall?.(deps, debt)) ?? null;
}
