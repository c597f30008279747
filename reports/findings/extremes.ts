import { roundDecimal } from '../numbers/round-decimal.ts';

/** Something with points 0–100. */
interface Scored {
  readonly score: number;
}

function sameShown(a: Scored, b: Scored): boolean {
  return roundDecimal(a.score, 1) === roundDecimal(b.score, 1);
}

/** What stands first, equal ones together: about `wanted`, one more at most, none rather than an arbitrary choice. */
function foremost<Item extends Scored>(ranked: readonly Item[], wanted: number): readonly Item[] {
  let taken = 0;
  while (taken < wanted) {
    const next = ranked[taken];
    if (next === undefined) break;
    const group = ranked.filter((item) => sameShown(item, next)).length;
    if (taken + group > wanted + 1) break;
    taken += group;
  }
  return ranked.slice(0, taken);
}

/**
 * Who stands highest and who lowest, by points as shown: what shows the same is named together or not at all.
 *
 * @param items points 0–100, any order
 * @param wanted about how many at each end
 * @returns highest first, and lowest last; both empty when an end cannot be told from the other
 */
export function extremesOf<Item extends Scored>(
  items: readonly Item[],
  wanted: { readonly high: number; readonly low: number },
): { readonly high: readonly Item[]; readonly low: readonly Item[] } {
  const ranked = items.toSorted((a, b) => b.score - a.score);
  const high = foremost(ranked, wanted.high);
  const low = foremost(ranked.toReversed(), wanted.low).toReversed();
  const apart = high.length > 0 && low.length > 0 && high.length + low.length <= ranked.length;
  return apart ? { high, low } : { high: [], low: [] };
}
