import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import type { DraftAnswer } from './response.ts';
import { isSame } from './same-answer.ts';

/** One checked change of one key; `base` is the revision the page has seen. */
export interface Change {
  readonly key: string;
  readonly base: number;
  readonly value: Answer | null;
}

type StoredDraft = Readonly<Record<string, DraftAnswer>>;

export interface Merged {
  readonly draft: StoredDraft;
  readonly accepted: readonly { readonly key: string; readonly revision: number }[];
  readonly conflicts: readonly {
    readonly key: string;
    readonly revision: number;
    readonly value: Answer | null;
  }[];
  /** Whether there is anything to write. */
  readonly changed: boolean;
}

export function storedAt(draft: StoredDraft, key: string): DraftAnswer | null {
  return Object.hasOwn(draft, key) ? (draft[key] ?? null) : null;
}

/**
 * Lays changes over a draft, key by key: accepted when the page has seen what is stored; a replay of the same save
 * and a colleague who wrote the same are no conflict and no write.
 */
export function mergeChanges(draft: StoredDraft, saveId: string, changes: readonly Change[]): Merged {
  const written: Record<string, DraftAnswer> = {};
  const accepted: { key: string; revision: number }[] = [];
  const conflicts: { key: string; revision: number; value: Answer | null }[] = [];
  for (const { key, base, value } of changes) {
    const stored = storedAt(draft, key) ?? { value: null, revision: 0, saveId: '' };
    if (stored.saveId === saveId || (stored.revision > 0 && isSame(stored.value, value))) {
      accepted.push({ key, revision: stored.revision });
    } else if (stored.revision !== base) {
      conflicts.push({ key, revision: stored.revision, value: stored.value });
    } else {
      written[key] = { value, revision: base + 1, saveId };
      accepted.push({ key, revision: base + 1 });
    }
  }
  const changed = Object.keys(written).length > 0;
  return { draft: changed ? { ...draft, ...written } : draft, accepted, conflicts, changed };
}

/** Answers of a draft, cleared ones left out. */
export function answersOf(draft: StoredDraft): Answers {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([key, { value }]) => (value === null ? [] : [[key, value]])),
  );
}

/** The draft after a submission: it holds what was submitted, so that a second visit shows the same. */
export function draftOf(draft: StoredDraft, answers: Answers, saveId: string): StoredDraft {
  const keys = [...new Set([...Object.keys(draft), ...Object.keys(answers)])];
  return Object.fromEntries(
    keys.map((key) => {
      const stored = storedAt(draft, key);
      const value = Object.hasOwn(answers, key) ? (answers[key] ?? null) : null;
      if (stored !== null && isSame(stored.value, value)) return [key, stored];
      return [key, { value, revision: (stored?.revision ?? 0) + 1, saveId }];
    }),
  );
}

/** Keys whose stored revision is not the one the page has seen (0: never written). */
export function unseenKeys(draft: StoredDraft, seen: Readonly<Record<string, number>>): readonly string[] {
  const keys = [...new Set([...Object.keys(draft), ...Object.keys(seen)])];
  const seenRevision = (key: string) => (Object.hasOwn(seen, key) ? (seen[key] ?? 0) : 0);
  return keys.filter((key) => (storedAt(draft, key)?.revision ?? 0) !== seenRevision(key));
}
