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
  /** Mode several with three or more respondents, else null. */
  readonly agreement: Agreement | null;
  /** 95 % percentile bootstrap interval, points 0–100; mode several only, else null. */
  readonly interval: Interval | null;
}

export type Interval = readonly [low: number, high: number];

/** How far the respondents of an office agree on a dimension (scoring.md §8); null: not defined for its items. */
export interface Agreement {
  /** r_wg(j), 0–1. */
  readonly rwgj: number | null;
  /** r*_wg(j), 0–1. */
  readonly rstar: number | null;
  /** Mean of the items' average deviation, in answer steps. */
  readonly ad: number | null;
}

/** How the respondents of an office answered one item. */
export interface ItemOpinion {
  readonly valid: number;
  readonly na: number;
  readonly dk: number;
  readonly missing: number;
  /** Average deviation from the mean, in answer steps; null below three valid answers. */
  readonly ad: number | null;
  /** Highest minus lowest answer, points 0–100; null below three valid answers. */
  readonly range: number | null;
  /** Whether the people of the office should talk about this item. */
  readonly unclear: boolean;
}

/** Dimension scores of the respondents of one office, as a sum that reliability is computed from. */
export interface Spread {
  /** Respondents with a score of their own. */
  readonly n: number;
  /** Mean of their scores, 0–100. */
  readonly mean: number;
  /** Sum of squared deviations from that mean. */
  readonly squares: number;
}

/** What the office aims at, over the items that carry both an answer and a target. Points 0–100. */
export interface Aim {
  readonly target: number;
  readonly actual: number;
  readonly items: number;
}

/** Everything that is kept of an office in a wave, so that no overview reads answers again. Not rounded. */
export interface OfficeFigures {
  readonly score: OfficeScore;
  /** State of every scored item. */
  readonly states: Readonly<Record<string, ItemState>>;
  /** By dimension; null: no targets given. */
  readonly aims: Readonly<Record<string, Aim | null>>;
  /** By item; null in mode official. */
  readonly opinions: Readonly<Record<string, ItemOpinion>> | null;
  /** By dimension; null in mode official, and null for a dimension in which nobody has a score. */
  readonly spreads: Readonly<Record<string, Spread | null>> | null;
  /** Bootstrap replicates without a score, by dimension; they were dropped. Null in mode official. */
  readonly dropped: Readonly<Record<string, number>> | null;
}

/** Place of an office in 2,000 rankings with random weights (OECD/JRC Handbook on Constructing Composite Indicators). */
export interface Rank {
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
  /** Ids of neighbours by index whose order flips in more than 5 % of the draws. */
  readonly tiedWith: readonly string[];
}

/** How well the items of a dimension hang together in a wave (scoring.md §8); null: not defined or too few. */
export interface Reliability {
  /** Cronbach's α over offices with a value on all items. */
  readonly alpha: number | null;
  /** Share of the variance of a single respondent that lies between offices. */
  readonly icc1: number | null;
  /** Reliability of the office means. */
  readonly icc2: number | null;
  /** Offices behind α. */
  readonly offices: number;
  /** Items of the dimension. */
  readonly items: number;
  /** Probability of such differences between offices by chance alone: F test of the between-office variance. */
  readonly p: number | null;
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
  /** Null when ranks were not computed or the office has no index. */
  readonly rank: Rank | null;
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
  /** 95 % interval of the index while offices are missing; null when every office answered (a census). */
  readonly interval: Interval | null;
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

/** Where the city or an office stands against its target (scoring.md §12). Points 0–100. */
export interface Priority {
  readonly dimension: string;
  /** Null: neither set by the officer nor aimed at by an office. */
  readonly target: number | null;
  /** Who says so. */
  readonly source: 'officer' | 'answers' | null;
  /** On the same items as the target. */
  readonly actual: number | null;
  /** max(0, target − actual). */
  readonly gap: number | null;
  /** gap · weight · importance. */
  readonly priority: number | null;
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
