import type { LevelBand, Text } from '../../surveys/plan/plan.ts';
import type { CityScore, Reliability, ScoreStatus } from '../../surveys/scoring/score.ts';

/** An office in a mean. */
export interface GroupOffice {
  readonly id: string;
  /** "40 Schule und Sport". */
  readonly name: string;
  /** Employees, ≥ 0; null: unknown. */
  readonly headcount: number | null;
  /** Points 0–100 of the index or the dimension, 6 decimals; null: no value. */
  readonly value: number | null;
  readonly status: ScoreStatus | 'notSubmitted';
}

type Aggregate = Pick<
  CityScore,
  | 'byHeadcount'
  | 'min'
  | 'q1'
  | 'median'
  | 'q3'
  | 'max'
  | 'sd'
  | 'offices'
  | 'answered'
  | 'headcountCovered'
  | 'interval'
>;

/** Everything behind a number of the city or of a division. */
export interface GroupFacts {
  readonly kind: 'city' | 'division';
  readonly name: string;
  /** Of the dimension; null: the index. */
  readonly dimension: Text | null;
  /** Points 0–100, 6 decimals; null: no value, or it would give a hidden office away. */
  readonly value: number | null;
  readonly status: ScoreStatus;
  /** Submissions behind the number. */
  readonly responses: number;
  /** Asked offices, in the order of their codes. */
  readonly offices: readonly GroupOffice[];
  /** Of the index; null for a dimension. */
  readonly aggregate: Aggregate | null;
  /** Of a dimension of the city. */
  readonly reliability: Reliability | null;
  readonly levels: readonly LevelBand[];
}

export type Valued = GroupOffice & { readonly value: number };

export function valuedIn(offices: readonly GroupOffice[]): readonly Valued[] {
  return offices.flatMap((office) => (office.value === null ? [] : [{ ...office, value: office.value }]));
}

export function hiddenIn(offices: readonly GroupOffice[]): number {
  return offices.filter(({ status }) => status === 'suppressed').length;
}
