import { type Extent, extentOf, leastSpokenOf, type Member } from './hidden-groups.ts';

/** A part of a group; without a group the office stands for itself. */
export interface Part {
  readonly inside: readonly Member[];
  readonly group: readonly Member[] | null;
}

/** Hidden offices in a sum that do not bring their whole group with them. */
export function partsOfGroups(
  hidden: readonly Member[],
  groupOf: ReadonlyMap<string, readonly Member[]>,
): readonly Part[] {
  const alone = hidden.filter(({ id }) => !groupOf.has(id));
  const byGroup = new Map<readonly Member[], Member[]>();
  for (const member of hidden) {
    const group = groupOf.get(member.id);
    if (group) byGroup.set(group, [...(byGroup.get(group) ?? []), member]);
  }
  const parts = [...byGroup].filter(([group, inside]) => inside.length < group.length);
  return [
    ...alone.map((member) => ({ inside: [member], group: null })),
    ...parts.map(([group, inside]) => ({ inside, group })),
  ];
}

/** The fewest offices that a sum over parts of groups can speak of, whatever is subtracted from it. */
export function leastOf(parts: readonly Part[]): Extent {
  const extents = parts.map(({ inside, group }): Extent => {
    const own = extentOf(inside);
    if (group === null) return own;
    const least = leastSpokenOf(group);
    return { n: Math.min(own.n, least.n), offices: Math.min(own.offices, least.offices) };
  });
  return {
    n: extents.reduce((sum, { n }) => sum + n, 0),
    offices: extents.reduce((sum, { offices }) => sum + offices, 0),
  };
}
