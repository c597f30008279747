import type { Answers } from '../../surveys/answers/answer.ts';
import type { AnonymousAnswersStore } from './anonymous-answers-store.ts';
import { lastSubmission } from './last-submission.ts';
import type { ResponseStore } from './response-store.ts';
import { canonicalText } from './same-answer.ts';

export interface CountDeps {
  readonly store: Pick<ResponseStore, 'submittedCounts'>;
  /** Of an anonymous wave; the invitations are small, the answers are not. */
  submittedInvitations(waveId: string): Promise<ReadonlyMap<string, number>>;
}

export interface SubmittedDeps {
  readonly store: Pick<ResponseStore, 'submittedOfOffice'>;
  readonly anonymous: Pick<AnonymousAnswersStore, 'ofOffice'>;
}

/** How many have submitted, by office id; in mode official 1. */
export async function submittedCounts(
  { store, submittedInvitations }: CountDeps,
  waveId: string,
): Promise<ReadonlyMap<string, number>> {
  const [named, nameless] = await Promise.all([store.submittedCounts(waveId), submittedInvitations(waveId)]);
  const counts = new Map(named);
  for (const [officeId, count] of nameless) counts.set(officeId, (counts.get(officeId) ?? 0) + count);
  return counts;
}

function byText(a: readonly [string, Answers], b: readonly [string, Answers]): number {
  return a[0] < b[0] ? -1 : Number(a[0] > b[0]);
}

/**
 * Everything that was submitted for an office and counts, whoever submitted it and when: the order follows from the
 * answers alone, so it says nothing and is the same on every machine.
 */
export async function answersOfOffice(
  { store, anonymous }: SubmittedDeps,
  waveId: string,
  officeId: string,
): Promise<readonly Answers[]> {
  const [named, nameless] = await Promise.all([
    store.submittedOfOffice(waveId, officeId),
    anonymous.ofOffice(waveId, officeId),
  ]);
  const submitted = [
    ...named.map(({ submissions }) => lastSubmission(submissions).answers),
    ...nameless.map(({ answers }) => answers),
  ];
  return submitted
    .map((answers) => [canonicalText(answers), answers] as const)
    .sort(byText)
    .map(([, answers]) => answers);
}
