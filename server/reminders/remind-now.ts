import type { MailKind } from '../mail/mail-kinds.ts';
import { localDateOf, waveIsOpenAt } from '../waves/deadline.ts';
import { dayStart } from './local-time.ts';
import type { OpenAnswer } from './open-answers-of.ts';
import { askedReminderDebt } from './reminder-debts.ts';
import { mailedToday, nothingToRemind, unknownWave, waveIsOver } from './reminder-refusals.ts';
import type { RemindersDeps } from './reminders-deps.ts';

export interface RemindNowDeps extends RemindersDeps {
  openAnswersOf(email: string): Promise<readonly OpenAnswer[]>;
  wasSentTo(address: string, kinds: readonly MailKind[], since: Date): Promise<boolean>;
}

const dailyKinds: readonly MailKind[] = ['invitation', 'reminder', 'deadline-changed'];

/** Owes one person a reminder now. On a day with a mail already only when that is asked for. */
export async function remindNow(
  deps: RemindNowDeps,
  { invitationId, again }: { invitationId: string; again: boolean },
): Promise<{ to: string }> {
  const invitation = await deps.findInvitation(invitationId);
  const wave = invitation === null ? null : await deps.findWave(invitation.waveId);
  if (invitation === null || wave === null || wave.state === 'draft') throw unknownWave();
  const now = deps.now();
  if (!waveIsOpenAt(wave, now, deps.timeZone)) throw waveIsOver();
  const { email } = invitation;
  const open = await deps.openAnswersOf(email);
  if (!open.some((one) => one.invitation.id === invitationId)) throw nothingToRemind();
  const today = dayStart(localDateOf(now, deps.timeZone), deps.timeZone);
  if (!again && (await deps.wasSentTo(email, dailyKinds, today))) throw mailedToday();
  await deps.oweMails([askedReminderDebt({ wave, dueAt: now }, email)]);
  deps.wake();
  return { to: email };
}
