import type { Answer, PanelRow } from '../../surveys/answers/answer.ts';

/** The three versions of one thing: what both started from, what this page made of it, what is stored. */
export interface Versions<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

export type Merged<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  );
}

function pick<T>({ base, mine, theirs }: Versions<T>): Merged<T> {
  if (same(mine, theirs) || same(mine, base)) return { ok: true, value: theirs };
  if (same(theirs, base)) return { ok: true, value: mine };
  return { ok: false };
}

/** The answer proper, which is taken or left as a whole, and what stands beside it. */
const parts = [['value', 'state', 'reason', 'reasonText'], ['comment'], ['evidence'], ['target']] as const;

/**
 * Brings together two changes of one answer when they touch different parts of it: one added a comment, the other
 * chose a level; one added a project, the other a second one. Two different answers to the same part do not merge.
 */
export function mergeAnswers({ base, mine, theirs }: Versions<Answer | null>): Merged<Answer | null> {
  const whole = pick({ base, mine, theirs });
  if (whole.ok) return whole;
  let merged: Answer = {};
  for (const part of parts) {
    const versions = { base: select(base, part), mine: select(mine, part), theirs: select(theirs, part) };
    const result = mergePart(versions);
    if (!result.ok) return result;
    merged = { ...merged, ...result.value };
  }
  return { ok: true, value: Object.keys(merged).length === 0 ? null : merged };
}

function select(answer: Answer | null, part: readonly (keyof Answer)[]): Answer {
  return Object.fromEntries(Object.entries(answer ?? {}).filter(([key]) => part.some((one) => one === key)));
}

function mergePart(versions: Versions<Answer>): Merged<Answer> {
  const whole = pick(versions);
  if (whole.ok) return whole;
  const [base, mine, theirs] = [versions.base.value ?? [], versions.mine.value, versions.theirs.value];
  if (!isRows(base) || !isRows(mine) || !isRows(theirs)) return { ok: false };
  const rows = mergeRows({ base, mine, theirs });
  return rows.ok ? { ok: true, value: { value: rows.value } } : rows;
}

function isRows(value: Answer['value']): value is readonly PanelRow[] {
  return typeof value === 'object' && value.every((one) => typeof one === 'object');
}

/** Rows by id: each row once, theirs first in their order, then what only this page has. */
export function mergeRows({
  base,
  mine,
  theirs,
}: Versions<readonly PanelRow[]>): Merged<readonly PanelRow[]> {
  const ids = new Set([...theirs, ...mine].map((row) => row.id));
  const rows: PanelRow[] = [];
  for (const id of ids) {
    const row = (of: readonly PanelRow[]) => of.find((one) => one.id === id) ?? null;
    const result = pick({ base: row(base), mine: row(mine), theirs: row(theirs) });
    if (!result.ok) return result;
    if (result.value !== null) rows.push(result.value);
  }
  return { ok: true, value: rows };
}
