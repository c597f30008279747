import { longDate } from '../../../reports/dates/written-date.ts';
import { answeringIdOf } from '../../invitations/answering-id.ts';
import { progressOf } from '../../reminders/answer-progress.ts';
import { composeMail } from '../compose-mail.ts';
import { buttonLabel } from '../templates/button-labels.ts';
import { deadlineFile } from './invitation.ts';
import type { MailWriter, RenderDeps } from './mail-writer.ts';
import { canAnswer, type InvitedPerson, invitedPerson, invitedValues, mailboxOf } from './of-invitation.ts';

async function hasSubmitted(deps: RenderDeps, { wave, invitation }: InvitedPerson): Promise<boolean> {
  const states = await deps.responseStates(wave.id);
  const response = states.get(answeringIdOf(wave, invitation)) ?? null;
  return progressOf(wave, invitation, response) === 'submitted';
}

/**
 * Tells somebody who has not submitted of a new deadline. Facts: `deadline` and `oldDeadline`, local dates; after a
 * further change this one is no longer owed.
 */
export const deadlineChangedWriter: MailWriter = {
  async isOwed(deps, debt) {
    const invited = await invitedPerson(deps, debt);
    if (invited === null || !canAnswer(deps, invited)) return false;
    return invited.deadline === debt.facts?.['deadline'] && !(await hasSubmitted(deps, invited));
  },
  async write(deps, debt) {
    const { language, facts, dueAt } = debt;
    const invited = await invitedPerson(deps, debt);
    if (invited === null) return null;
    const oldDeadline = facts?.['oldDeadline'];
    const values = await invitedValues(deps, invited, language);
    const link = deps.linkOf(invited.invitation);
    const event = { language, questionnaire: values.questionnaire, stamp: dueAt };
    return composeMail(deps, {
      kind: 'deadline-changed',
      language,
      to: mailboxOf(invited.invitation),
      values: { ...values, ...(oldDeadline && { oldDeadline: longDate(oldDeadline, language) }) },
      buttons: [{ label: buttonLabel('deadline-changed', language), link }],
      link,
      attachments: [deadlineFile(deps, invited, event)],
    });
  },
};
