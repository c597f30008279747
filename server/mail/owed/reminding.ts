import type { EscalationMail } from '../../reminders/escalation-mails.ts';
import type { OpenAnswer } from '../../reminders/open-answers-of.ts';
import type { MailKind } from '../mail-kinds.ts';

/** What reminders are written from; read when they are sent. */
export interface Reminding {
  /** What somebody with this address can still answer, the next deadline first. */
  openAnswersOf(email: string): Promise<readonly OpenAnswer[]>;
  /** Who hears of missing answers in an open wave now; nobody where that was stopped. */
  escalationNow(waveId: string): Promise<readonly EscalationMail[]>;
  wasSentTo(address: string, kinds: readonly MailKind[], since: Date): Promise<boolean>;
  isOwedLater(address: string, kind: MailKind, dueAt: Date): Promise<boolean>;
}
