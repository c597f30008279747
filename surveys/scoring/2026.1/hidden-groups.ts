import { differences } from './number-kinds.ts';

/** An office that may be hidden. */
export interface Member {
  readonly id: string;
  /** Respondents, > 0. */
  readonly n: number;
  /** Which numbers it has. */
  readonly kind: string;
  readonly hasIndex: boolean;
}

/** Whether a sum over these offices may be known: at least two of them with at least k respondents together. */
export function isSafe(members: readonly Member[], minGroup: number): boolean {
  return members.length >= 2 && members.reduce((sum, { n }) => sum + n, 0) >= minGroup;
}

/**
 * Splits hidden offices into groups that are safe each, of one kind where possible: then no sum is lost. Offices of rare
 * kinds form a group of their own, or join the group most like them.
 *
 * @param members safe together, or none
 * @returns ids by group; every member is in one
 * @see secrecyOf
 */
export function groupsOf(members: readonly Member[], minGroup: number): readonly ReadonlySet<string>[] {
  const byKind = new Map<string, Member[]>();
  for (const member of members) byKind.set(member.kind, [...(byKind.get(member.kind) ?? []), member]);
  const kinds = [...byKind.values()];
  const groups = kinds.filter((group) => isSafe(group, minGroup));
  const rest = kinds.filter((group) => !isSafe(group, minGroup)).flat();
  if (isSafe(rest, minGroup)) groups.push(rest);
  else for (const member of rest) mostLike(member, groups)?.push(member);
  return groups.map((group) => new Set(group.map(({ id }) => id)));
}

/** The group whose first office has the most numbers in common. */
function mostLike({ kind }: Member, groups: readonly Member[][]): Member[] | undefined {
  const distance = (group: readonly Member[]) => differences(kind, group[0]?.kind ?? '');
  return groups.toSorted((a, b) => distance(a) - distance(b))[0];
}
