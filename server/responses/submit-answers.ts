import type { Answers } from '../../surveys/answers/answer.ts';
import { isAnonymous } from '../waves/is-anonymous.ts';
import { answeringId, type Entered, enterResponse } from './enter-response.ts';
import { lastSubmission } from './last-submission.ts';
import { makeReceipt } from './make-receipt.ts';
import { draftOf, unseenKeys } from './merge-changes.ts';
import { receiptCode } from './receipt-code.ts';
import type { Response, Submission, Submitted } from './response.ts';
import { alreadySubmitted, changedElsewhere, incomplete, tooBusy, waveIsOver } from './response-refusals.ts';
import type { Receipt, SubmitRequest } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';
import { isSame } from './same-answer.ts';
import { blankDraft, readAgain, writeAttempts, writeResponse } from './save-answers.ts';
import { sealSubmission } from './seal-submission.ts';
import { seenByQuestion } from './seen-by-question.ts';
import { submitAnonymously } from './submit-anonymously.ts';

export interface SubmitAnswersCommand extends SubmitRequest {
  readonly link: string;
}

function checkedAnswers({ entry, office }: Entered, answers: SubmitRequest['answers']): Answers {
  const checked = entry.checker.checkSubmission(answers, { tags: office.fields });
  if (!checked.ok) throw incomplete(checked.problems);
  return checked.answers;
}

function submissionOf(entered: Entered, answers: Answers, at: Date): Submission {
  const { entry, office, invitation, wave } = entered;
  const tags = office.fields;
  return {
    at,
    invitationId: invitation.id,
    answers,
    tags,
    rules: entry.rules.version,
    score: entry.scorer.scoreExactly(answers, { tags }),
    receipt: receiptCode(`${wave.id}:${answeringId(entered)}`, at),
  };
}

function submitted(before: Response, submission: Submission): Submitted {
  return {
    ...before,
    state: 'submitted',
    draft: draftOf(before.draft, submission.answers, `submission-${submission.receipt}`),
    savedAt: submission.at,
    answered: 1,
    submissions: [submission],
    revision: before.revision + 1,
  };
}

/** The receipt of what is stored when the same was sent again; anything else is too late. */
async function receiptAgain(
  deps: ResponsesDeps,
  { entry, wave }: Entered,
  sent: { readonly stored: Submitted; readonly answers: Answers },
): Promise<Receipt> {
  const submission = lastSubmission(sent.stored.submissions);
  const receipt = await makeReceipt(deps, entry, submission);
  if (isSame(submission.answers, sent.answers)) return receipt;
  throw alreadySubmitted(receipt, wave);
}

/** Overviews of mode official show scores at once; those of mode several only after the end. */
async function recordScore(
  deps: ResponsesDeps,
  { wave, office }: Entered,
  submission: Submission,
): Promise<void> {
  if (wave.mode !== 'official') return;
  await deps.recordScore({ waveId: wave.id, officeId: office.officeId, submission });
}

/**
 * In mode several nobody may submit after the figures of the closed wave were made, so the write is marked first; the
 * mark stays until it was made, or the wave has ended.
 */
async function writeSubmitted(
  deps: ResponsesDeps,
  entered: Entered,
  { before, after }: { readonly before: Response; readonly after: Submitted },
): Promise<boolean> {
  const { wave, invitation } = entered;
  if (wave.mode === 'official') return writeResponse(deps, before, after);
  const sealed = await sealSubmission(deps, entered);
  if (sealed === null) return false;
  if (!sealed.open) throw await waveIsOver(deps, wave);
  const isWritten = await writeResponse(deps, before, after);
  if (isWritten) await deps.unseal(invitation.id, sealed.key);
  return isWritten;
}

/**
 * Submits the answers of an office or of one person: checked, scored, and both stored in one guarded write. Sent twice, even at the
 * same moment, they are submitted once and give the same receipt.
 */
export async function submitAnswers(deps: ResponsesDeps, command: SubmitAnswersCommand): Promise<Receipt> {
  const entered = await enterResponse(deps, command.link);
  const { wave, entry } = entered;
  const answers = checkedAnswers(entered, command.answers);
  const seen = seenByQuestion(command.seen);
  if (isAnonymous(wave)) return submitAnonymously(deps, entered, answers);
  let before: Response = entered.stored ?? blankDraft(entered);
  for (let attempt = 0; attempt < writeAttempts; attempt += 1) {
    if (before.state === 'submitted') return receiptAgain(deps, entered, { stored: before, answers });
    const unseen = unseenKeys(before.draft, seen);
    if (unseen.length > 0) throw changedElsewhere(before.draft, unseen);
    const submission = submissionOf(entered, answers, deps.now());
    if (await writeSubmitted(deps, entered, { before, after: submitted(before, submission) })) {
      await recordScore(deps, entered, submission);
      return makeReceipt(deps, entry, submission);
    }
    before = await readAgain(deps, entered);
  }
  throw tooBusy();
}
