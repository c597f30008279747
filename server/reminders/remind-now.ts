import { waveIsOpenAt } from '../waves/deadline.ts';
import { unknownWave } from '../waves/wave-refusals.ts';
import type { OpenAnswer } from './open-answers-of.ts';
import { askedReminderDebt } from './reminder-debts.ts';
import { mailedToday, nothingToRemind, waveIsOver } from './reminder-refusals.ts';
import type { RemindersDeps } from './reminders-deps.ts';
import { type SentMails, wasMailedToday } from './was-mailed-today.ts';

export interface RemindNowDeps extends RemindersDeps, SentMails {
  openAnswersOf(email: string): Promise<readonly OpenAnswer[]>;
}

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
  const day = { now, timeZone: deps.timeZone };
  if (!again && (await wasMailedToday(deps, email, day))) throw mailedToday();
  await deps.oweMails([askedReminderDebt({ wave, dueAt: now }, email)]);
  deps.wake();
  return { to: email };
}
