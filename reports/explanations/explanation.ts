import type { Text } from '../../surveys/plan/plan.ts';
import type { ItemOpinion, ItemState, ScoreStatus } from '../../surveys/scoring/score.ts';

/** One line of a calculation: an item of a dimension, a dimension of an index, an office of a mean. */
export interface Part {
  readonly id: string;
  readonly title: Text;
  readonly state: ItemState | ScoreStatus | 'notSubmitted';
  /** Text of the chosen answer, or of the reason for "does not apply". */
  readonly answer: Text | null;
  readonly comment: string | null;
  readonly weight: number;
  /** Points 0–100, 6 decimals; null: no value. */
  readonly value: number | null;
  /** weight · value, where it counts. */
  readonly contribution: number | null;
  /** Whether it counts in the denominator. */
  readonly counted: boolean;
  readonly why: Text;
  /** Mode several: how the people answered an item. */
  readonly opinion: ItemOpinion | null;
}

/** A rule, the same with figures put in, and the section of docs/method.md that says it. */
export interface Formula {
  readonly rule: string;
  readonly inserted: Text;
  /** Number of the section. */
  readonly section: string;
}

export interface Step extends Formula {
  readonly name: Text;
  readonly value: Text;
}

/** Where one number comes from, complete enough to compute it again by hand. */
export interface Explanation {
  /** Points 0–100, 6 decimals; null: no value, `status` says why. */
  readonly value: number | null;
  readonly status: ScoreStatus | 'notSubmitted';
  /** For a member of the committee. */
  readonly sentence: Text;
  readonly formula: Formula;
  readonly steps: readonly Step[];
  readonly parts: readonly Part[];
  readonly counts: { readonly responses: number; readonly counted: number; readonly notCounted: number };
}
