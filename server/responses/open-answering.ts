import { enterResponse } from './enter-response.ts';
import { lastSubmission } from './last-submission.ts';
import { makeReceipt } from './make-receipt.ts';
import type { Response } from './response.ts';
import type { AnsweringResponse } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';

function answersOf(stored: Response | null): AnsweringResponse['answers'] {
  const entries = Object.entries(stored?.draft ?? {});
  return Object.fromEntries(entries.map(([key, { value, revision }]) => [key, { value, revision }]));
}

/** All an answering page needs. Changes nothing: mail gateways follow links before a person does. */
export async function openAnswering(deps: ResponsesDeps, link: string): Promise<AnsweringResponse> {
  const { invitation, wave, office, entry, stored } = await enterResponse(deps, link);
  const { city, contact } = await deps.readCity();
  const submission = stored?.state === 'submitted' ? lastSubmission(stored.submissions) : null;
  return {
    city,
    contact,
    wave: { title: wave.title, deadline: wave.deadline, language: wave.language, timeZone: deps.timeZone },
    office: { code: office.code, name: office.name },
    person: { name: invitation.name },
    tags: [...office.fields],
    plan: entry.plan,
    state: submission === null ? 'draft' : 'submitted',
    answers: answersOf(stored),
    savedAt: stored?.savedAt?.toISOString() ?? null,
    receipt: submission === null ? null : await makeReceipt(deps, entry, submission),
  };
}
