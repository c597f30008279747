import type { MailDebt } from '../mail/mail.ts';
import type { OpenAnswer } from '../reminders/open-answers-of.ts';
import type { LinkRequest, LinkRequestsStore } from './link-requests-store.ts';

export interface AnswerRequestsDeps {
  readonly requests: Pick<LinkRequestsStore, 'list' | 'remove'>;
  openAnswersOf(email: string): Promise<readonly OpenAnswer[]>;
  oweMails(debts: readonly MailDebt[]): Promise<void>;
}

const mostAtOnce = 200;

function debtOf({ id, email, askedAt }: LinkRequest, { wave }: OpenAnswer): MailDebt {
  return {
    id: `link-again:${id}`,
    kind: 'link-again',
    waveId: wave.id,
    invitationId: null,
    step: 0,
    to: email,
    language: wave.language,
    dueAt: askedAt,
    facts: null,
  };
}

/** The job that owes one mail to every address that asked and has something to answer; the others are forgotten. */
export function answerLinkRequestsJob({ requests, openAnswersOf, oweMails }: AnswerRequestsDeps) {
  return {
    name: 'answerLinkRequests',
    async run(): Promise<void> {
      for (const request of await requests.list(mostAtOnce)) {
        const [first] = await openAnswersOf(request.email);
        if (first !== undefined) await oweMails([debtOf(request, first)]);
        await requests.remove(request.id);
      }
    },
  };
}
