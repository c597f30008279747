import type { StartedWave } from '../waves/wave.ts';

/** Every node above an office, the office itself included; a loop in the tree ends the climb. */
export function nodesAbove(wave: StartedWave): (officeId: string) => ReadonlySet<string> {
  const parents = new Map(
    [...wave.divisions, ...wave.offices].map(({ officeId, parentId }) => [officeId, parentId]),
  );
  return (officeId) => {
    const above = new Set<string>();
    let node: string | null = officeId;
    while (node !== null && !above.has(node)) {
      above.add(node);
      node = parents.get(node) ?? null;
    }
    return above;
  };
}
