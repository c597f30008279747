import { answeredShare } from '../../surveys/plan/visible.ts';
import { isAnonymous } from '../waves/is-anonymous.ts';
import { type Answering, answeringId, type Entered, enterResponse } from './enter-response.ts';
import { lastSubmission } from './last-submission.ts';
import { makeReceipt } from './make-receipt.ts';
import { answersOf, type Change, type Merged, mergeChanges } from './merge-changes.ts';
import type { Draft, Response } from './response.ts';
import { alreadySubmitted, namedTwice, noAnonymousDraft, tooBusy } from './response-refusals.ts';
import { type ResponseStore, responseId } from './response-store.ts';
import type { SaveAnswersRequest, SaveAnswersResponse } from './responses.wire.ts';
import type { ResponsesDeps } from './responses-deps.ts';

export interface SaveAnswersCommand extends SaveAnswersRequest {
  readonly link: string;
}

/** How often a write is tried again when a colleague was faster. */
export const writeAttempts = 32;

interface CheckedSave {
  readonly changes: readonly Change[];
  readonly refused: SaveAnswersResponse['refused'];
}

function checkedSave({ entry }: Entered, { changes }: SaveAnswersRequest): CheckedSave {
  const accepted: Change[] = [];
  const refused: SaveAnswersResponse['refused'] = [];
  const keys = new Set<string>();
  for (const { key, base, value } of changes) {
    if (keys.has(key)) throw namedTwice(key);
    keys.add(key);
    const checked = entry.checker.checkDraft(key, value);
    if (checked.ok) accepted.push({ key, base, value: checked.answer });
    else refused.push(...checked.problems.map(({ pointer, detail }) => ({ key, pointer, detail })));
  }
  return { changes: accepted, refused };
}

/** A response as it was before anybody wrote to it. */
export function blankDraft(entered: Answering): Draft {
  const { wave, office, invitation } = entered;
  const blank = { draft: {}, savedAt: null, answered: 0, revision: 0, state: 'draft' } as const;
  return {
    ...blank,
    id: responseId(wave.id, answeringId(entered)),
    waveId: wave.id,
    officeId: office.officeId,
    invitationId: wave.mode === 'official' ? null : invitation.id,
  };
}

/** The response as it is now, after somebody else wrote to it. */
export async function readAgain(deps: ResponsesDeps, entered: Entered): Promise<Response> {
  return (await deps.store.find(entered.wave.id, answeringId(entered))) ?? blankDraft(entered);
}

/** One guarded write: it happens only if nobody wrote since `before` was read. */
export function writeResponse(
  deps: { readonly store: Pick<ResponseStore, 'insert' | 'replace'> },
  before: Response,
  after: Response,
): Promise<boolean> {
  return before.revision === 0 ? deps.store.insert(after) : deps.store.replace(after, before.revision);
}

function said(merged: Merged, refused: SaveAnswersResponse['refused'], savedAt: Date): SaveAnswersResponse {
  const { accepted, conflicts } = merged;
  return { savedAt: savedAt.toISOString(), accepted: [...accepted], conflicts: [...conflicts], refused };
}

/**
 * Saves answers key by key: what the page has seen is written, what a colleague changed comes back as a conflict,
 * what is not valid as refused. The same save sent again changes nothing.
 */
export async function saveAnswers(
  deps: ResponsesDeps,
  command: SaveAnswersCommand,
): Promise<SaveAnswersResponse> {
  const entered = await enterResponse(deps, command.link);
  const { entry, office, wave } = entered;
  if (isAnonymous(wave)) throw noAnonymousDraft();
  const { changes, refused } = checkedSave(entered, command);
  let before: Response = entered.stored ?? blankDraft(entered);
  for (let attempt = 0; attempt < writeAttempts; attempt += 1) {
    if (before.state === 'submitted') {
      throw alreadySubmitted(await makeReceipt(deps, entry, lastSubmission(before.submissions)), wave);
    }
    const merged = mergeChanges(before.draft, command.saveId, changes);
    const savedAt = deps.now();
    if (!merged.changed) return said(merged, refused, before.savedAt ?? savedAt);
    const answered = answeredShare(entry.plan, answersOf(merged.draft), office.fields);
    const after = { ...before, draft: merged.draft, savedAt, answered, revision: before.revision + 1 };
    if (await writeResponse(deps, before, after)) return said(merged, refused, savedAt);
    before = await readAgain(deps, entered);
  }
  throw tooBusy();
}
