import { anonymousReceipt } from './anonymous-receipt.ts';
import { type Entered, enterResponse } from './enter-response.ts';
import { lastSubmission } from './last-submission.ts';
import { makeReceipt } from './make-receipt.ts';
import type { Response } from './response.ts';
import type { AnsweringResponse, Receipt } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';

function answersOf(stored: Response | null): AnsweringResponse['answers'] {
  const entries = Object.entries(stored?.draft ?? {});
  return Object.fromEntries(entries.map(([key, { value, revision }]) => [key, { value, revision }]));
}

async function receiptOf(deps: ResponsesDeps, entered: Entered): Promise<Receipt | null> {
  const { entry, stored, submitted, invitation } = entered;
  if (stored?.state === 'submitted') return makeReceipt(deps, entry, lastSubmission(stored.submissions));
  return submitted ? anonymousReceipt(invitation) : null;
}

function severalOf({ wave }: Entered): AnsweringResponse['several'] {
  if (wave.several === null) return null;
  const { anonymous, minGroup } = wave.several;
  return { anonymous, minGroup };
}

/** All an answering page needs. Changes nothing: mail gateways follow links before a person does. */
export async function openAnswering(deps: ResponsesDeps, link: string): Promise<AnsweringResponse> {
  const entered = await enterResponse(deps, link);
  const { invitation, wave, office, entry, stored, submitted } = entered;
  const { city, contact } = await deps.readCity();
  return {
    city,
    contact,
    wave: { title: wave.title, deadline: wave.deadline, language: wave.language, timeZone: deps.timeZone },
    several: severalOf(entered),
    office: { code: office.code, name: office.name },
    person: { name: invitation.name },
    tags: [...office.fields],
    plan: entry.plan,
    state: submitted ? 'submitted' : 'draft',
    answers: answersOf(stored),
    savedAt: stored?.savedAt?.toISOString() ?? null,
    receipt: await receiptOf(deps, entered),
  };
}
