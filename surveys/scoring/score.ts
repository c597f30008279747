import type { Text } from '../plan/plan.ts';

/** Status of a number, in every score of Pegel. */
export type ScoreStatus = 'scored' | 'provisional' | 'insufficient' | 'notApplicable' | 'suppressed';

/** State of an item in one response (scoring.md §1); `level` has a value. */
export type ItemState = 'level' | 'na' | 'dk' | 'missing' | 'notAsked';

/** Score of one dimension of one office. Points 0–100, rounded to 6 decimals; null: no value. */
export interface DimensionScore {
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share 0–1 of the applicable weight that was answered; null when nothing applies. */
  readonly coverage: number | null;
  /** Secured level 0..K; null when nothing applies. */
  readonly secured: number | null;
  /** Highest level every applicable item reaches; null while an answer is open. */
  readonly strict: number | null;
  /** Index into the questionnaire's bands; null without score. */
  readonly level: number | null;
  readonly status: ScoreStatus;
  /** Item score 0–100 by item id; null: no value (see `states`). */
  readonly items: Readonly<Record<string, number | null>>;
  readonly agreement: null;
  readonly interval: null;
}

/** Score of one office (or division). */
export interface OfficeScore {
  /** Responses behind the numbers. */
  readonly n: number;
  readonly index: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number | null;
  readonly status: ScoreStatus;
  readonly fields: Readonly<Record<string, number | null>>;
  readonly rank: null;
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
}

/** Aggregate over the offices of a city or a division (scoring.md §6). Points 0–100 or null. */
export interface CityScore {
  readonly index: number | null;
  readonly byHeadcount: number | null;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
  /** Sample standard deviation (n − 1); null below two offices. */
  readonly sd: number | null;
  /** Asked offices. */
  readonly offices: number;
  /** Offices with at least one submission. */
  readonly answered: number;
  /** Share 0–1 of the headcount of asked offices with known headcount. */
  readonly headcountCovered: number | null;
  readonly interval: null;
  readonly dimensions: Readonly<Record<string, { readonly score: number | null; readonly offices: number }>>;
}

/** A dimension of a division: the mean over its offices. `items` is empty, levels of single answers have no mean. */
export interface DivisionDimension extends DimensionScore {
  /** Offices in the mean. */
  readonly offices: number;
}

/** Aggregate over the asked offices of a division: a city in the shape of an office. */
export interface DivisionScore extends Omit<CityScore, 'dimensions'>, Omit<OfficeScore, 'dimensions'> {
  readonly dimensions: Readonly<Record<string, DivisionDimension>>;
}

/** One item behind the score of a dimension. */
export interface ExplainedItem {
  readonly item: string;
  readonly title: Text;
  readonly state: ItemState;
  /** Text of the chosen answer; null when there is none. */
  readonly answer: Text | null;
  /** Why the item does not apply; null for every other state. */
  readonly reason: Text | null;
  /** 0–100 points; null without a level. */
  readonly score: number | null;
  /** Weight > 0 inside the dimension. */
  readonly weight: number;
}
