import { differences } from './number-kinds.ts';

/** An office that may be hidden. */
export interface Member {
  readonly id: string;
  /** Respondents, > 0. */
  readonly n: number;
  /** Which numbers it has. */
  readonly kind: string;
  readonly hasIndex: boolean;
  /** Its dimensions with a score. */
  readonly dimensions: readonly string[];
  /** Sum of their weights: what its index is divided by. */
  readonly weight: number;
}

/** Respondents and offices of a set of offices. */
export interface Extent {
  readonly n: number;
  readonly offices: number;
}

export function extentOf(members: readonly Pick<Member, 'n'>[]): Extent {
  return { n: members.reduce((sum, { n }) => sum + n, 0), offices: members.length };
}

/** Whether a sum over so many may be known: at least two offices with at least k respondents together. */
export function isEnough({ n, offices }: Extent, minGroup: number): boolean {
  return offices >= 2 && n >= minGroup;
}

function isSafe(members: readonly Member[], minGroup: number): boolean {
  return isEnough(extentOf(members), minGroup);
}

/**
 * The fewest offices of a group that a combination of its index with its dimensions can speak of: an index is a weighted
 * mean, and cancels against dimensions only for offices with the same weights. Nobody in a group of one kind.
 */
export function leastSpokenOf(group: readonly Member[]): Extent {
  const spokenOf = group.map((one) =>
    extentOf(
      group.filter(
        (other) => other.weight !== one.weight && other.dimensions.some((id) => one.dimensions.includes(id)),
      ),
    ),
  );
  return {
    n: Math.min(...spokenOf.map(({ n }) => n)),
    offices: Math.min(...spokenOf.map(({ offices }) => offices)),
  };
}

/**
 * Splits hidden offices into groups that are safe each, of one kind where possible: then no sum is lost. Offices of rare
 * kinds form a group of their own, or join the group most like them.
 *
 * @param members safe together, or none
 * @returns every member is in one
 * @see secrecyOf
 */
export function groupsOf(members: readonly Member[], minGroup: number): readonly (readonly Member[])[] {
  const byKind = new Map<string, Member[]>();
  for (const member of members) byKind.set(member.kind, [...(byKind.get(member.kind) ?? []), member]);
  const kinds = [...byKind.values()];
  const groups = kinds.filter((group) => isSafe(group, minGroup));
  const rest = kinds.filter((group) => !isSafe(group, minGroup)).flat();
  if (isSafe(rest, minGroup)) groups.push(rest);
  else for (const member of rest) mostLike(member, groups)?.push(member);
  return groups;
}

/** The group whose first office has the most numbers in common. */
function mostLike({ kind }: Member, groups: readonly Member[][]): Member[] | undefined {
  const distance = (group: readonly Member[]) => differences(kind, group[0]?.kind ?? '');
  return groups.toSorted((a, b) => distance(a) - distance(b))[0];
}
