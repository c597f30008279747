import type { Organisation, PlacedOffice, Tree } from './anonymity.ts';

/**
 * The published nodes with the offices in them. A parent that is not known, or that runs in a circle, ends the way up.
 *
 * @see scoring.md §6, §10
 */
export function treeOf({ offices, nodes }: Organisation): Tree {
  const parents = new Map([...offices, ...nodes].map(({ id, parent }) => [id, parent]));
  const published = new Set(nodes.map(({ id }) => id));
  const direct = new Map<string | null, PlacedOffice[]>();
  const below = new Map<string | null, PlacedOffice[]>([[null, []]]);
  for (const office of offices.toSorted(byId)) {
    const above = nodesAbove(office.id, parents).filter((id) => published.has(id));
    push(direct, above[0] ?? null, office);
    for (const node of [...above, null]) push(below, node, office);
  }
  const depth = new Map([...published].map((id) => [id, nodesAbove(id, parents).length]));
  const lowestFirst = [...published].sort(
    (a, b) => (depth.get(b) ?? 0) - (depth.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  return {
    nodes: [...lowestFirst, null],
    directlyIn: (node) => direct.get(node) ?? [],
    under: (node) => below.get(node) ?? [],
  };
}

function byId(a: PlacedOffice, b: PlacedOffice): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function push<K>(map: Map<K, PlacedOffice[]>, key: K, office: PlacedOffice): void {
  const list = map.get(key);
  if (list) list.push(office);
  else map.set(key, [office]);
}

/** The node itself and every one above it, the lowest first. */
function nodesAbove(start: string, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const above = new Set<string>();
  let node: string | null = start;
  while (node !== null && !above.has(node)) {
    above.add(node);
    node = parents.get(node) ?? null;
  }
  return [...above];
}
