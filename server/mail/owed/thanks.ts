import { isAnonymous } from '../../waves/is-anonymous.ts';
import { composeMail } from '../compose-mail.ts';
import { buttonLabel } from '../templates/button-labels.ts';
import type { MailWriter } from './mail-writer.ts';
import { invitedPerson, invitedValues, mailboxOf } from './of-invitation.ts';

const locales = { de: 'de-DE', en: 'en-GB' } as const;

function atInstant(instant: string, language: 'de' | 'en', timeZone: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(instant));
}

/**
 * Thanks for a submission, with its receipt. Facts: `receipt`, `submittedAt` (an instant). In an anonymous wave there
 * is none: its time could give somebody away.
 */
export const thanksWriter: MailWriter = {
  async isOwed(deps, debt) {
    const invited = await invitedPerson(deps, debt);
    return invited !== null && !isAnonymous(invited.wave) && invited.invitation.revokedAt === null;
  },
  async write(deps, debt) {
    const { language, facts } = debt;
    const invited = await invitedPerson(deps, debt);
    if (invited === null || facts === null) return null;
    const { receipt = '', submittedAt = '' } = facts;
    const link = deps.linkOf(invited.invitation);
    return composeMail(deps, {
      kind: 'thanks',
      language,
      to: mailboxOf(invited.invitation),
      values: {
        ...(await invitedValues(deps, invited, language)),
        receipt,
        submittedAt: submittedAt === '' ? '' : atInstant(submittedAt, language, deps.timeZone),
      },
      buttons: [{ label: buttonLabel('thanks', language), link }],
      link,
    });
  },
};
