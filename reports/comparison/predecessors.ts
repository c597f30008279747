import type { ComparedOffice, Successors } from './comparison.ts';

/** An office of the older wave and what part of it, 0–1, went into a newer one. */
export interface Part {
  readonly office: ComparedOffice;
  readonly share: number;
}

export interface Descent {
  /** Parts by id of the newer office; an office that came from nowhere is absent. */
  readonly parts: ReadonlyMap<string, readonly Part[]>;
  /** Older offices that went nowhere. */
  readonly dissolved: readonly string[];
}

/**
 * Which offices of the older wave each office of the newer one came from. An older office without a row lives on
 * under its own id, or is dissolved when the newer wave has none.
 *
 * @see scoring.md §11
 */
export function descentOf(
  older: readonly ComparedOffice[],
  newer: readonly ComparedOffice[],
  { rows }: Successors,
): Descent {
  const byId = new Map(older.map((office) => [office.id, office]));
  const there = new Set(newer.map(({ id }) => id));
  const moved = new Set(rows.map(({ from }) => from));
  const stayed = older.filter(({ id }) => !moved.has(id));
  const parts = new Map<string, Part[]>();
  const add = (to: string, part: Part) => parts.set(to, [...(parts.get(to) ?? []), part]);
  for (const office of stayed) if (there.has(office.id)) add(office.id, { office, share: 1 });
  for (const { from, to, share } of rows) {
    const office = byId.get(from);
    if (office && there.has(to)) add(to, { office, share });
  }
  return { parts, dissolved: stayed.filter(({ id }) => !there.has(id)).map(({ id }) => id) };
}

/** A part with its weight in the older year of the newer office. */
export interface Weighted {
  readonly office: ComparedOffice;
  /** ≥ 0, as it comes: people, or a share. */
  readonly weight: number;
}

/**
 * Parts weighted by share × headcount; by share alone where a headcount is unknown or nobody works in any of them.
 *
 * @returns sorted by id
 */
export function weightedParts(parts: readonly Part[]): readonly Weighted[] {
  const people = (part: Part) => part.share * (part.office.headcount ?? 0);
  const known = parts.every(({ office }) => office.headcount !== null);
  const byPeople = known && parts.some((part) => people(part) > 0);
  const weigh = byPeople ? people : (part: Part) => part.share;
  const sorted = parts.toSorted((a, b) => (a.office.id < b.office.id ? -1 : 1));
  return sorted.map((part) => ({ office: part.office, weight: weigh(part) }));
}
