import type { Answers } from '../../surveys/answers/answer.ts';
import { visibleQuestions } from '../../surveys/plan/visible.ts';
import type { CatalogEntry } from '../questionnaires/catalog.ts';
import type { Submission } from './response.ts';
import type { Receipt } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';

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
