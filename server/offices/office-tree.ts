/** Codes that stand in a circle of "belongs to"; empty when the offices form a tree. */
export function codesInCircles(parentOf: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const safe = new Set<string>();
  const circling = new Set<string>();
  for (const start of parentOf.keys()) {
    const path = pathUp(start, parentOf, safe);
    const end = path.at(-1);
    const above = end === undefined ? null : parentOf.get(end);
    const circleStart = above == null || safe.has(above) ? -1 : path.indexOf(above);
    if (circleStart >= 0) for (const code of path.slice(circleStart)) circling.add(code);
    for (const code of path) safe.add(code);
  }
  return circling;
}

/** From `start` upwards until the top, a code already walked, or the first repetition. */
function pathUp(
  start: string,
  parentOf: ReadonlyMap<string, string | null>,
  walked: ReadonlySet<string>,
): readonly string[] {
  const path: string[] = [];
  const onPath = new Set<string>();
  let at: string | null | undefined = start;
  while (at != null && !walked.has(at) && !onPath.has(at)) {
    path.push(at);
    onPath.add(at);
    at = parentOf.get(at);
  }
  return path;
}
