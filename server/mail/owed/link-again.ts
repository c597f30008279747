import { composeMail } from '../compose-mail.ts';
import type { MailWriter } from './mail-writer.ts';
import { mailboxOf } from './of-invitation.ts';
import { officeButtons } from './open-answer-parts.ts';

/** Every open link of an address, for somebody who has lost them. */
export const linkAgainWriter: MailWriter = {
  async isOwed(deps, { to }) {
    return to !== null && (await deps.reminding.openAnswersOf(to)).length > 0;
  },
  async write(deps, { to, language }) {
    const open = to === null ? [] : await deps.reminding.openAnswersOf(to);
    const [first] = open;
    if (first === undefined) return null;
    return composeMail(deps, {
      kind: 'link-again',
      language,
      to: mailboxOf(first.invitation),
      values: { person: first.invitation.name },
      buttons: officeButtons(deps, open),
      link: deps.linkOf(first.invitation),
    });
  },
};
