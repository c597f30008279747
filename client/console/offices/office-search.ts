import type { OfficeResponse } from '../../../server/offices/offices.wire.ts';
import type { TreeNode } from '../waves/division-tree.ts';

type Node = TreeNode<OfficeResponse>;

function contains(office: OfficeResponse, needle: string): boolean {
  const people = office.contacts.flatMap((contact) => [contact.name, contact.email]);
  return [office.code, office.name, ...office.fields, ...people]
    .join(' ')
    .toLocaleLowerCase()
    .includes(needle);
}

/** The tree's branches that contain the searched text; a division that matches keeps all its offices. */
export function searchTree(nodes: readonly Node[], search: string): readonly Node[] {
  const needle = search.trim().toLocaleLowerCase();
  if (needle === '') return nodes;
  return nodes.flatMap((node) => {
    if (contains(node.office, needle)) return [node];
    const children = searchTree(node.children, search);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
}

export interface FlatRow {
  readonly office: OfficeResponse;
  readonly depth: number;
  readonly parent: boolean;
}

/** The tree as lines from top to bottom. */
export function flatTree(nodes: readonly Node[], depth = 0): readonly FlatRow[] {
  return nodes.flatMap((node) => [
    { office: node.office, depth, parent: node.children.length > 0 },
    ...flatTree(node.children, depth + 1),
  ]);
}
