/** What the tree needs of an office. */
export interface TreeOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
}

export interface TreeNode<Office extends TreeOffice> {
  readonly office: Office;
  readonly children: readonly TreeNode<Office>[];
}

/**
 * Offices as a tree in the order of their codes. An office whose parent is unknown stands at the top.
 *
 * @param compareText order of two codes
 */
export function officeTree<Office extends TreeOffice>(
  offices: readonly Office[],
  compareText: (a: string, b: string) => number,
): readonly TreeNode<Office>[] {
  const known = new Set(offices.map((office) => office.id));
  const below = new Map<string | null, Office[]>();
  for (const office of offices) {
    const parent = office.parentId !== null && known.has(office.parentId) ? office.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), office]);
  }
  const nodesUnder = (parent: string | null): readonly TreeNode<Office>[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => compareText(a.code, b.code))
      .map((office) => ({ office, children: nodesUnder(office.id) }));
  return nodesUnder(null);
}

/** Ids of the nodes that can be asked: leaves, and nodes above others when they have contacts of their own. */
export function idsWithin<Office extends TreeOffice>(
  node: TreeNode<Office>,
  canBeAsked: (node: TreeNode<Office>) => boolean,
): readonly string[] {
  const own = canBeAsked(node) ? [node.office.id] : [];
  return [...own, ...node.children.flatMap((child) => idsWithin(child, canBeAsked))];
}

export interface Choice {
  readonly chosen: number;
  readonly all: number;
}

/** How many of some offices are chosen, for a box that stands for all of them. */
export function choiceOf(ids: readonly string[], chosen: ReadonlySet<string>): Choice {
  return { chosen: ids.filter((id) => chosen.has(id)).length, all: ids.length };
}

/** The chosen offices after some were ticked or cleared together; the order of the list stays. */
export function chooseAll(
  chosen: readonly string[],
  change: { ids: readonly string[]; on: boolean },
): readonly string[] {
  const touched = new Set(change.ids);
  const rest = chosen.filter((id) => !touched.has(id));
  return change.on ? [...rest, ...change.ids] : rest;
}
