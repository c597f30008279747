import type { OpenAnswer } from '../../reminders/open-answers-of.ts';
import { wasMailedToday } from '../../reminders/was-mailed-today.ts';
import { composeMail } from '../compose-mail.ts';
import type { MailDebt, RenderedMail } from '../mail.ts';
import { buttonLabel } from '../templates/button-labels.ts';
import { waveValues } from './asked-values.ts';
import type { MailWriter, RenderDeps } from './mail-writer.ts';
import { invitedPerson, invitedValues, mailboxOf } from './of-invitation.ts';
import { officeButtons, officeLabel, percent } from './open-answer-parts.ts';

async function aboutOne(deps: RenderDeps, debt: MailDebt, open: OpenAnswer): Promise<RenderedMail> {
  const { language } = debt;
  const kind = `reminder-${open.progress}` as const;
  const link = deps.linkOf(open.invitation);
  return composeMail(deps, {
    kind,
    language,
    to: mailboxOf(open.invitation),
    values: { ...(await invitedValues(deps, open, language)), answered: percent(open.answered, language) },
    buttons: [{ label: buttonLabel(kind, language), link }],
    link,
  });
}

function aboutSeveral(
  deps: RenderDeps,
  { language }: MailDebt,
  first: OpenAnswer,
  all: readonly OpenAnswer[],
): Promise<RenderedMail> {
  return composeMail(deps, {
    kind: 'reminder-several-offices',
    language,
    to: mailboxOf(first.invitation),
    values: {
      ...waveValues(deps, first, language),
      person: first.invitation.name,
      offices: all.map((one) => officeLabel(one, all)).join('\n'),
    },
    buttons: officeButtons(deps, all),
    link: deps.linkOf(first.invitation),
  });
}

/** What it was about is answered or over: as it reads for somebody who had not begun. */
async function recallReminder(deps: RenderDeps, debt: MailDebt): Promise<RenderedMail | null> {
  const invitations = await deps.listInvitations(debt.waveId);
  const invitation = invitations.find(({ email }) => email === debt.to);
  if (!invitation) return null;
  const invited = await invitedPerson(deps, { waveId: debt.waveId, invitationId: invitation.id });
  return invited && aboutOne(deps, debt, { ...invited, progress: 'unseen', answered: 0 });
}

/** Whether the person is left in peace: a mail went out today, or a newer reminder took the place of this one. */
async function isSpared({ reminding, now, timeZone }: RenderDeps, { to, dueAt }: MailDebt): Promise<boolean> {
  const address = to ?? '';
  if (await wasMailedToday(reminding, address, { now: now(), timeZone })) return true;
  return reminding.isOwedLater(address, 'reminder', dueAt);
}

/**
 * Reminds somebody of everything that is open, in one mail. Fact `asked`: the officer wanted it now, whatever else
 * went out today.
 */
export const reminderWriter: MailWriter = {
  async isOwed(deps, debt) {
    if (debt.to === null || (await deps.reminding.openAnswersOf(debt.to)).length === 0) return false;
    return debt.facts?.['asked'] === 'yes' || !(await isSpared(deps, debt));
  },
  async write(deps, debt) {
    const open = debt.to === null ? [] : await deps.reminding.openAnswersOf(debt.to);
    const [first] = open;
    if (first === undefined) return null;
    return open.length === 1 ? aboutOne(deps, debt, first) : aboutSeveral(deps, debt, first, open);
  },
  recall: recallReminder,
};
