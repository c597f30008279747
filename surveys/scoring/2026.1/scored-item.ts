import type { ItemState } from '../score.ts';

/** One item of a dimension as an office answered it. */
export interface ScoredItem {
  readonly id: string;
  readonly state: ItemState;
  /** 0–100 points with state `level`, else null. */
  readonly score: number | null;
  /** Weight > 0. */
  readonly weight: number;
}

/** Whether the item counts in the denominator: "does not apply" and "not asked" do not. @see scoring.md §1 */
export function isApplicable(item: ScoredItem): boolean {
  return item.state !== 'na' && item.state !== 'notAsked';
}
