import type { Plan } from '../../plan/plan.ts';
import type { AskedOffice } from './city.ts';
import { extentOf, groupsOf, isEnough, type Member } from './hidden-groups.ts';
import { leastOf, type Part, partsOfGroups } from './hidden-parts.ts';
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
  /** Whether a mean over these offices gives no hidden office away. */
  mayShow(contributors: readonly string[]): boolean;
  /** The same for a mean of a number that is made of some dimensions, as a field is. */
  mayCompose(contributors: readonly string[], dimensions: ReadonlySet<string>): boolean;
}

/** What must not be said of divisions and of the city, which is the last sum of all. */
export interface OrganisationSecrecy {
  readonly divisions: Secrecy;
  readonly city: Secrecy;
}

/** Mode official: every value is shown. */
const nothingHidden: Secrecy = { hidden: new Set(), mayShow: () => true, mayCompose: () => true };
export const noSecrecy: OrganisationSecrecy = { divisions: nothingHidden, city: nothingHidden };

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
 * `minGroup` people; where they are too few the next smallest office (by people, then id) is hidden with them. A mean of a
 * division may be shown if it holds every such group as a whole or not at all; a mean of fields, if besides all offices of
 * a group have the same dimensions in it. A mean of the city may also hold parts of groups, if they are large enough. An
 * office without submission hides nothing.
 *
 * The groups are the same for all numbers: an index is a weighted mean of dimensions, so sums over differing offices can be
 * solved for an office that lacks one of them.
 *
 * @param minGroup k, ≥ 2
 * @see scoring.md §10; secondary cell suppression: Hundepool et al. 2012, Statistical Disclosure Control, ch. 4
 */
export function secrecyOf(tree: Tree, plan: Plan, minGroup: number): OrganisationSecrecy {
  const members = membersOf(tree.under(null), plan);
  const hidden = new Set<string>();
  for (const { id, score } of tree.under(null)) if (score && isSmall(score.n, minGroup)) hidden.add(id);
  const groupOf = new Map<string, readonly Member[]>();
  for (const node of tree.nodes) {
    const inside = nearestFirst(tree, node).flatMap(({ id }) => members.get(id) ?? []);
    for (const hasIndex of [true, false]) {
      const alike = inside.filter((member) => member.hasIndex === hasIndex);
      const open = alike.filter(({ id }) => hidden.has(id) && !groupOf.has(id));
      const joined = open.length === 0 ? [] : withNextSmallest(open, alike, { hidden, minGroup });
      for (const { id } of joined) hidden.add(id);
      for (const group of groupsOf(joined, minGroup)) for (const { id } of group) groupOf.set(id, group);
    }
  }
  const partsIn = (contributors: readonly string[]) =>
    partsOfGroups(
      contributors.flatMap((id) => (hidden.has(id) ? (members.get(id) ?? []) : [])),
      groupOf,
    );
  const isPooled = (parts: readonly Part[]) => parts.length === 0 || isEnough(leastOf(parts), minGroup);
  const isWhole = (contributors: readonly string[]) => partsIn(contributors).length === 0;
  const mayCompose: Secrecy['mayCompose'] = (contributors, dimensions) =>
    isWhole(contributors) &&
    contributors.every((id) => isAlike(groupOf.get(id) ?? [], members.get(id), dimensions));
  return {
    divisions: { hidden, mayShow: isWhole, mayCompose },
    city: { hidden, mayShow: (contributors) => isPooled(partsIn(contributors)), mayCompose },
  };
}

/** Whether an office answered, but by too few people. */
function isSmall(n: number, minGroup: number): boolean {
  return n > 0 && n < minGroup;
}

/** Offices with any number. */
function membersOf(offices: readonly PlacedOffice[], { maturity }: Plan): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const { id, score } of offices) {
    const kind = score === null || score.n === 0 ? '' : kindOf(score);
    if (score === null || !kind.includes('1')) continue;
    const own = maturity.dimensions.filter((dimension) => score.dimensions[dimension.id]?.score != null);
    members.set(id, {
      id,
      n: score.n,
      kind,
      hasIndex: score.index !== null,
      dimensions: own.map((dimension) => dimension.id),
      weight: own.reduce((sum, { weight }) => sum + weight, 0),
    });
  }
  return members;
}

/** Offices of a node, those directly in it first, then by people and id. */
function nearestFirst(tree: Tree, node: string | null): readonly PlacedOffice[] {
  const direct = new Set(tree.directlyIn(node).map(({ id }) => id));
  const people = ({ score }: PlacedOffice) => score?.n ?? 0;
  return tree
    .under(node)
    .toSorted(
      (a, b) =>
        Number(direct.has(b.id)) - Number(direct.has(a.id)) ||
        people(a) - people(b) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** The open offices of a node, and as many others as make them a safe group; empty when all others do not suffice. */
function withNextSmallest(
  open: readonly Member[],
  members: readonly Member[],
  { hidden, minGroup }: { readonly hidden: ReadonlySet<string>; readonly minGroup: number },
): readonly Member[] {
  const joined = [...open];
  const isSafe = () => isEnough(extentOf(joined), minGroup);
  for (const member of members) {
    if (isSafe()) break;
    if (!hidden.has(member.id)) joined.push(member);
  }
  return isSafe() ? joined : [];
}

/** Whether all offices of a group have the same of these dimensions as one of them: then the sums say no more than theirs. */
function isAlike(
  group: readonly Member[],
  one: Member | undefined,
  dimensions: ReadonlySet<string>,
): boolean {
  const shape = (member: Member) => member.dimensions.filter((id) => dimensions.has(id)).join(' ');
  return one === undefined || group.every((member) => shape(member) === shape(one));
}
