import type { AskedOffice } from './city.ts';
import { groupsOf, isSafe, type Member } from './hidden-groups.ts';
import { kindOf } from './number-kinds.ts';

/** An asked office with the node above it; the office may be a node itself. */
export interface PlacedOffice extends AskedOffice {
  /** Null: none. */
  readonly parent: string | null;
}

/** A group whose values are published: a division. */
export interface PublishedNode {
  readonly id: string;
  /** Null: none. */
  readonly parent: string | null;
}

export interface Organisation {
  /** Asked offices. */
  readonly offices: readonly PlacedOffice[];
  /** Nodes with published values, asked or not. */
  readonly nodes: readonly PublishedNode[];
}

/** What must not be said. */
export interface Secrecy {
  /** Ids of offices without published values. */
  readonly hidden: ReadonlySet<string>;
  /** Whether a sum over these offices gives no hidden office away. */
  mayShow(contributors: readonly string[]): boolean;
}

/** Mode official: every value is shown. */
export const noSecrecy: Secrecy = { hidden: new Set(), mayShow: () => true };

/** The place of every office in the published tree. */
export interface Tree {
  /** Published nodes, the lowest first; null is the city. */
  readonly nodes: readonly (string | null)[];
  /** Offices that a node is the lowest published node of. */
  directlyIn(node: string | null): readonly PlacedOffice[];
  /** Offices below a node, and the node itself if it was asked; by id. */
  under(node: string | null): readonly PlacedOffice[];
}

/**
 * Which offices are hidden in mode several, and which sums would give them away. Fewer than `minGroup` people: hidden.
 * From the lowest node up, hidden offices that could be subtracted out of a node form groups of at least two offices and
 * `minGroup` people; where they are too few the next smallest office (by people, then id) is hidden with them. A sum may be
 * shown if it holds every such group as a whole or not at all. An office without submission hides nothing.
 *
 * The groups are the same for all numbers: an index is a weighted sum of dimensions, so sums over differing offices can be
 * solved for an office that lacks one of them.
 *
 * @param minGroup k, ≥ 2
 * @see scoring.md §10; secondary cell suppression: Hundepool et al. 2012, Statistical Disclosure Control, ch. 4
 */
export function secrecyOf(tree: Tree, minGroup: number): Secrecy {
  const hidden = new Set<string>();
  for (const { id, score } of tree.under(null)) if (score && isSmall(score.n, minGroup)) hidden.add(id);
  const groupOf = new Map<string, ReadonlySet<string>>();
  for (const node of tree.nodes) {
    for (const hasIndex of [true, false]) {
      const members = membersIn(tree, node).filter((member) => member.hasIndex === hasIndex);
      const open = members.filter(({ id }) => hidden.has(id) && !groupOf.has(id));
      const joined = open.length === 0 ? [] : withNextSmallest(open, members, { hidden, minGroup });
      for (const { id } of joined) hidden.add(id);
      for (const group of groupsOf(joined, minGroup)) for (const id of group) groupOf.set(id, group);
    }
  }
  return { hidden, mayShow: (contributors) => holdsWholeGroups(contributors, hidden, groupOf) };
}

/** Whether an office answered, but by too few people. */
function isSmall(n: number, minGroup: number): boolean {
  return n > 0 && n < minGroup;
}

/** Offices of a node with any number, those directly in it first, then by people and id. */
function membersIn(tree: Tree, node: string | null): readonly Member[] {
  const direct = new Set(tree.directlyIn(node).map(({ id }) => id));
  const members = tree.under(node).flatMap(({ id, score }): Member[] => {
    const kind = score === null || score.n === 0 ? '' : kindOf(score);
    return score === null || !kind.includes('1')
      ? []
      : [{ id, n: score.n, kind, hasIndex: score.index !== null }];
  });
  return members.toSorted(
    (a, b) => Number(direct.has(b.id)) - Number(direct.has(a.id)) || a.n - b.n || (a.id < b.id ? -1 : 1),
  );
}

/** The open offices of a node, and as many others as make them a safe group; empty when all others do not suffice. */
function withNextSmallest(
  open: readonly Member[],
  members: readonly Member[],
  { hidden, minGroup }: { readonly hidden: ReadonlySet<string>; readonly minGroup: number },
): readonly Member[] {
  const joined = [...open];
  for (const member of members) {
    if (isSafe(joined, minGroup)) break;
    if (!hidden.has(member.id)) joined.push(member);
  }
  return isSafe(joined, minGroup) ? joined : [];
}

function holdsWholeGroups(
  contributors: readonly string[],
  hidden: ReadonlySet<string>,
  groupOf: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const inside = new Set(contributors);
  return contributors.every((id) => {
    if (!hidden.has(id)) return true;
    const group = groupOf.get(id);
    return group !== undefined && [...group].every((member) => inside.has(member));
  });
}
