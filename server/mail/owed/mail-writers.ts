import type { MailKind } from '../mail-kinds.ts';
import { deadlineChangedWriter } from './deadline-changed.ts';
import { escalationWriter } from './escalation.ts';
import { invitationWriter } from './invitation.ts';
import { linkAgainWriter } from './link-again.ts';
import type { MailWriter } from './mail-writer.ts';
import { reminderWriter } from './reminder.ts';
import { testWriter } from './test-mail.ts';
import { thanksWriter } from './thanks.ts';

/** Who writes which mail. */
export const mailWriters: Readonly<Partial<Record<MailKind, MailWriter>>> = {
  invitation: invitationWriter,
  test: testWriter,
  reminder: reminderWriter,
  escalation: escalationWriter,
  'link-again': linkAgainWriter,
  thanks: thanksWriter,
  'deadline-changed': deadlineChangedWriter,
};
