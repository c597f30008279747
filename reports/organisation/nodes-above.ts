/** A place in the tree of offices and divisions. */
export interface TreeNode {
  readonly id: string;
  /** Null: nothing above. */
  readonly parent: string | null;
}

/** Every node above a node, itself included; a loop in the tree ends the climb. */
export function nodesAbove(nodes: readonly TreeNode[]): (id: string) => ReadonlySet<string> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  return (id) => {
    const above = new Set<string>();
    let node: string | null = id;
    while (node !== null && !above.has(node)) {
      above.add(node);
      node = parents.get(node) ?? null;
    }
    return above;
  };
}
