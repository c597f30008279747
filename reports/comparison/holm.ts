/**
 * p values corrected for testing several hypotheses: the step-down procedure of Holm.
 *
 * @param values p 0–1 by hypothesis; null: not tested, it does not count
 * @returns in the order of `values`; never below the p that went in, never above 1
 * @see scoring.md §11; Holm 1979
 */
export function holmCorrected(values: readonly (number | null)[]): readonly (number | null)[] {
  const tested = values.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((a, b) => a.p - b.p);
  const corrected: (number | null)[] = values.map(() => null);
  let above = 0;
  for (const [done, { p, at }] of tested.entries()) {
    above = Math.max(above, Math.min(1, (tested.length - done) * p));
    corrected[at] = above;
  }
  return corrected;
}
