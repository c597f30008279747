import type { AnsweringResponse, SaveAnswersResponse } from '../../server/responses/responses.wire.ts';
import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import type { Text } from '../../surveys/plan/plan.ts';
import { mergeAnswers, same } from './merge-answers.ts';
import { type Change, enqueue, nextBatch, type SaveQueue, without } from './save-queue.ts';

/** What the server holds, as far as this page knows. */
export interface Confirmed {
  readonly value: Answer | null;
  readonly revision: number;
}

/** Two people answered the same question differently; a person decides. */
export interface Conflict {
  readonly mine: Answer | null;
  readonly theirs: Answer | null;
  /** Revision of theirs. */
  readonly revision: number;
  /** What this page's change was made on. */
  readonly base: number;
  readonly baseValue: Answer | null;
}

/** The answer sheet as this page sees it. Plain data; every function here returns a new one. */
export interface Sheet {
  readonly answers: Answers;
  readonly confirmed: Readonly<Record<string, Confirmed>>;
  readonly queue: SaveQueue;
  readonly conflicts: Readonly<Record<string, Conflict>>;
  /** Answers the server did not take, and why. */
  readonly refused: Readonly<Record<string, Text>>;
}

type Stored = AnsweringResponse['answers'];

/** What the server holds, with what an earlier page on this device could not send laid over it. */
export function openSheet(stored: Stored, kept: SaveQueue): Sheet {
  const answers: Answers = Object.fromEntries(
    Object.entries(stored).flatMap(([key, { value }]) => (value === null ? [] : [[key, value]])),
  );
  const sheet = { answers, confirmed: stored, queue: kept, conflicts: {}, refused: {} };
  const changes = [...(kept.sending?.changes ?? []), ...Object.values(kept.pending)];
  return changes.reduce((shown, { key, value }) => show(shown, key, value), sheet as Sheet);
}

/** All that is not on the server, for the device to keep: an undecided conflict comes up again after a reload. */
export function unsent({ queue, conflicts }: Sheet): SaveQueue {
  const undecided = Object.entries(conflicts).map(([key, { mine, base, baseValue }]) => {
    return { key, base, baseValue, value: mine };
  });
  return undecided.reduce(enqueue, queue);
}

export function changeAnswer(sheet: Sheet, key: string, value: Answer | null): Sheet {
  const conflict = sheet.conflicts[key];
  const shown = { ...show(sheet, key, value), refused: drop(sheet.refused, key) };
  if (conflict) return { ...shown, conflicts: { ...sheet.conflicts, [key]: { ...conflict, mine: value } } };
  return { ...shown, queue: queued(sheet, key, value) };
}

function queued(sheet: Sheet, key: string, value: Answer | null): SaveQueue {
  const { revision: base, value: baseValue } = sheet.confirmed[key] ?? { revision: 0, value: null };
  const underway = sheet.queue.sending?.changes.some((change) => change.key === key) ?? false;
  if (!underway && same(value, baseValue)) return without(sheet.queue, key);
  return enqueue(sheet.queue, { key, base, baseValue, value });
}

export function startSending(sheet: Sheet, saveId: string): Sheet {
  return { ...sheet, queue: nextBatch(sheet.queue, saveId) };
}

/** Takes the server's word on the batch that was on its way. */
export function settleSave(sheet: Sheet, said: SaveAnswersResponse): Sheet {
  const sent = sheet.queue.sending?.changes ?? [];
  let next: Sheet = { ...sheet, queue: { ...sheet.queue, sending: null } };
  for (const { key, revision } of said.accepted) {
    const change = sent.find((one) => one.key === key);
    if (change) next = accept(next, key, { value: change.value, revision });
  }
  for (const { key, revision, value } of said.conflicts) {
    const change = sent.find((one) => one.key === key);
    next = meet(next, key, { stored: { value, revision }, change });
  }
  for (const { key, detail } of said.refused) next = refuse(next, key, detail);
  return next;
}

/** The server took none of the batch and never will; the answers stay on the page and are named. */
export function refuseSending(sheet: Sheet, detail: Text): Sheet {
  const sent = sheet.queue.sending?.changes ?? [];
  const next: Sheet = { ...sheet, queue: { ...sheet.queue, sending: null } };
  return sent.reduce((shown, { key }) => refuse(shown, key, detail), next);
}

/** What the server holds now is laid over what this page knew; returns the keys that differ from before. */
export function refresh(
  sheet: Sheet,
  stored: Stored,
): { readonly sheet: Sheet; readonly changed: readonly string[] } {
  const changed = Object.keys(stored).filter(
    (key) => stored[key]?.revision !== (sheet.confirmed[key]?.revision ?? 0),
  );
  const next = changed.reduce((shown, key) => {
    const now = stored[key];
    return now ? meet(shown, key, { stored: now, change: sheet.queue.pending[key] }) : shown;
  }, sheet);
  return { sheet: next, changed };
}

export function keepMine(sheet: Sheet, key: string): Sheet {
  const conflict = sheet.conflicts[key];
  if (!conflict) return sheet;
  return changeAnswer({ ...sheet, conflicts: drop(sheet.conflicts, key) }, key, conflict.mine);
}

export function takeTheirs(sheet: Sheet, key: string): Sheet {
  const conflict = sheet.conflicts[key];
  if (!conflict) return sheet;
  return show({ ...sheet, conflicts: drop(sheet.conflicts, key) }, key, conflict.theirs);
}

function accept(sheet: Sheet, key: string, now: Confirmed): Sheet {
  const waiting = sheet.queue.pending[key];
  const queue = waiting
    ? enqueue(sheet.queue, { ...waiting, base: now.revision, baseValue: now.value })
    : sheet.queue;
  return { ...sheet, queue, confirmed: { ...sheet.confirmed, [key]: now } };
}

/** Somebody else was faster: merge when the changes do not touch, else ask the person. */
function meet(
  sheet: Sheet,
  key: string,
  { stored, change }: { readonly stored: Confirmed; readonly change: Change | undefined },
): Sheet {
  const known = sheet.confirmed[key] ?? { revision: 0, value: null };
  const { base, baseValue } = change ?? { base: known.revision, baseValue: known.value };
  const mine = sheet.answers[key] ?? null;
  const next: Sheet = {
    ...sheet,
    confirmed: { ...sheet.confirmed, [key]: stored },
    queue: without(sheet.queue, key),
  };
  const merged = mergeAnswers({ base: baseValue, mine, theirs: stored.value });
  if (merged.ok) return changeAnswer({ ...next, conflicts: drop(next.conflicts, key) }, key, merged.value);
  const conflict = { mine, theirs: stored.value, revision: stored.revision, base, baseValue };
  return { ...next, conflicts: { ...next.conflicts, [key]: conflict } };
}

function refuse(sheet: Sheet, key: string, detail: Text): Sheet {
  return sheet.queue.pending[key] ? sheet : { ...sheet, refused: { ...sheet.refused, [key]: detail } };
}

function show(sheet: Sheet, key: string, value: Answer | null): Sheet {
  const answers = value === null ? drop(sheet.answers, key) : { ...sheet.answers, [key]: value };
  return { ...sheet, answers };
}

function drop<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _dropped, ...rest } = record;
  return rest;
}
