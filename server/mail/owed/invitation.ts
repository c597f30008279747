import { type ComposeDeps, composeMail } from '../compose-mail.ts';
import type { MailAttachment } from '../mail.ts';
import { headerText } from '../mailbox.ts';
import { buttonLabel } from '../templates/button-labels.ts';
import { deadlineEvent } from './deadline-event.ts';
import type { MailWriter } from './mail-writer.ts';
import { canAnswer, type InvitedPerson, invitedPerson, invitedValues, mailboxOf } from './of-invitation.ts';

const eventNames = { de: 'Frist', en: 'Deadline' } as const;

/** The deadline of an invited person as a file for the calendar. */
export function deadlineFile(
  { url }: Pick<ComposeDeps, 'url'>,
  { invitation, deadline, wave }: InvitedPerson,
  { language, questionnaire, stamp }: { language: 'de' | 'en'; questionnaire: string; stamp: Date },
): MailAttachment {
  return deadlineEvent({
    invitationId: invitation.id,
    sequence: wave.revision,
    deadline,
    summary: headerText(`${eventNames[language]}: ${questionnaire}`, 200),
    stamp,
    host: new URL(url).hostname,
  });
}

/** The personal mail that asks somebody to answer. */
export const invitationWriter: MailWriter = {
  async isOwed(deps, debt) {
    const invited = await invitedPerson(deps, debt);
    return invited !== null && canAnswer(deps, invited) && invited.invitation.mailStep === debt.step;
  },
  async write(deps, debt) {
    const { language, dueAt } = debt;
    const invited = await invitedPerson(deps, debt);
    if (invited === null) return null;
    const values = await invitedValues(deps, invited, language);
    const link = deps.linkOf(invited.invitation);
    const event = { language, questionnaire: values.questionnaire, stamp: dueAt };
    return composeMail(deps, {
      kind: 'invitation',
      language,
      to: mailboxOf(invited.invitation),
      values,
      buttons: [{ label: buttonLabel('invitation', language), link }],
      link,
      attachments: [deadlineFile(deps, invited, event)],
    });
  },
};
