import type { MailKind } from '../mail-kinds.ts';
import { deadlineChangedWriter } from './deadline-changed.ts';
import { invitationWriter } from './invitation.ts';
import type { MailWriter } from './mail-writer.ts';
import { testWriter } from './test-mail.ts';
import { thanksWriter } from './thanks.ts';

/** Who writes which mail. */
export const mailWriters: Readonly<Partial<Record<MailKind, MailWriter>>> = {
  invitation: invitationWriter,
  test: testWriter,
  thanks: thanksWriter,
  'deadline-changed': deadlineChangedWriter,
};
