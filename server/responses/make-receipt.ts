import { createHash } from 'node:crypto';
import type { Answers } from '../../surveys/answers/answer.ts';
import { visibleQuestions } from '../../surveys/plan/visible.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import type { Submission } from './response.ts';
import type { Receipt } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';

/** Letters and figures that nobody mistakes for each other on paper. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A short code for the receipt, fixed by response and instant: `7KQ4-M2XA`. */
export function receiptCode(responseId: string, at: Date): string {
  const bytes = createHash('sha256').update(`${responseId} ${at.toISOString()}`).digest();
  const code = [...bytes.subarray(0, 8)].map((byte) => letters[byte % letters.length]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

function isAnswered(answers: Answers, item: string): boolean {
  const answer = Object.hasOwn(answers, item) ? answers[item] : undefined;
  return answer?.value !== undefined || answer?.state !== undefined;
}

/** What the person keeps: when, by whom, how much. */
export async function makeReceipt(
  deps: Pick<ResponsesDeps, 'findInvitation'>,
  { plan }: CatalogEntry,
  submission: Submission,
): Promise<Receipt> {
  const { at, answers, tags, receipt, invitationId } = submission;
  const items = new Set(plan.maturity.dimensions.flatMap((dimension) => dimension.items));
  const asked = visibleQuestions(plan, answers, tags).filter((name) => items.has(name));
  const invitation = await deps.findInvitation(invitationId);
  return {
    submittedAt: at.toISOString(),
    code: receipt,
    answeredItems: asked.filter((item) => isAnswered(answers, item)).length,
    askedItems: asked.length,
    submittedBy: invitation?.name ?? '',
  };
}
