import type { Plan } from '../../surveys/plan/plan.ts';
import type { ItemState, OfficeScore } from '../../surveys/scoring/score.ts';

/** Whether a change is more than measurement noise. */
export type Verdict = 'up' | 'down' | 'unchanged' | 'notComparable';

/** One item in both years. */
export interface ItemChange {
  /** Points 0–100; null: no value. */
  readonly from: number | null;
  readonly to: number | null;
  /** Difference on the same question; null when the text changed or a value is missing. */
  readonly change: number | null;
  readonly class: 'same' | 'editorial' | 'changed' | 'new' | 'dropped';
}

/**
 * Change of one number of an office between two years (scoring.md §11). Points on the scale 0–100, signed.
 * `raw = linked + composition`.
 */
export interface Change {
  readonly from: number | null;
  readonly to: number | null;
  readonly raw: number | null;
  /** δ*: on the same questions; null when not comparable. */
  readonly linked: number | null;
  /** What questions contribute that are new, changed, or answered in one year only. */
  readonly composition: number | null;
  /** Share 0–1 of the newer applicable weight that is linked. */
  readonly share: number | null;
  /** Smallest change that is reliable. */
  readonly mdc95: number;
  /** Whether `mdc95` is the fixed convention of 10 points. */
  readonly convention: boolean;
  readonly verdict: Verdict;
}

export interface OfficeComparison {
  readonly office: string;
  readonly index: Change;
  readonly fields: Readonly<Record<string, Change>>;
  readonly dimensions: Readonly<Record<string, Change>>;
  readonly items: Readonly<Record<string, ItemChange>>;
  /** Offices of the older wave that it was made of, with their weight 0–1 in its older values (they sum to 1); itself, 1, when it did not change. */
  readonly predecessors: readonly { readonly office: string; readonly share: number }[];
  /** Predecessors left out of at least one item that another one has a value for, or without any score. */
  readonly skipped: number;
}

/** Mean change of the offices in both years, and how likely chance alone would give it. */
export interface CityChange {
  /** Offices with a linked change. */
  readonly n: number;
  readonly mean: number | null;
  /** Mean of the offices in either year, as the results of that year show it. */
  readonly from: number | null;
  readonly to: number | null;
  readonly raw: number | null;
  /** raw = mean + composition + organisation. */
  readonly composition: number | null;
  readonly organisation: number | null;
  /** Paired t-test, n ≥ 10; null below and without spread. */
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** 95 % confidence interval of the mean. */
  readonly ci: readonly [number, number] | null;
  /** Exact Wilcoxon signed-rank test, n ≥ 6. */
  readonly wilcoxonP: number | null;
  /** Corrected for testing several dimensions (Holm 1979); null on the index and on fields. */
  readonly holmP: number | null;
}

export interface Comparison {
  readonly offices: readonly OfficeComparison[];
  readonly divisions: readonly (Omit<OfficeComparison, 'items' | 'predecessors' | 'skipped'> & {
    /** Offices in the means. */
    readonly n: number;
  })[];
  /** `index` and every dimension and field id (fields as `field:<id>`). */
  readonly city: Readonly<Record<string, CityChange>> & { readonly index: CityChange };
  readonly onlyFrom: readonly string[];
  readonly onlyTo: readonly string[];
}

/** An office as one wave knows it. */
export interface ComparedOffice {
  /** Id that both waves share, or a code; successors speak of the same. */
  readonly id: string;
  /** Employees, ≥ 0; null: unknown. */
  readonly headcount: number | null;
  /** Node above; null: none. */
  readonly parent: string | null;
  /** Exact, not rounded; null: asked, nothing submitted, or kept secret. */
  readonly score: OfficeScore | null;
  /** State of every scored item. */
  readonly states: Readonly<Record<string, ItemState>>;
}

export interface ComparedWave {
  readonly plan: Plan;
  /** Asked offices. */
  readonly offices: readonly ComparedOffice[];
  /** Nodes above them. */
  readonly divisions: readonly { readonly id: string; readonly parent: string | null }[];
  /** City means where the results of that year show others than those of `offices`: mode several; absent: these. */
  readonly city?: PublishedMeans;
}

/** Points 0–100 or null. */
export interface PublishedMeans {
  readonly index: number | null;
  readonly dimensions: Readonly<Record<string, { readonly score: number | null }>>;
}

/**
 * What became of the offices of the older wave: shares 0–1 of a `from` sum to 1. An office without a row was not changed
 * if the newer wave has its id, else it is gone.
 */
export interface Successors {
  readonly rows: readonly { readonly from: string; readonly to: string; readonly share: number }[];
}

export type ChangeClass = ItemChange['class'];

/** How the items of two versions of a questionnaire belong together. */
export interface Crosswalk {
  readonly fromVersion: number;
  readonly toVersion: number;
  /** By item of the newer version. */
  readonly items: Readonly<
    Record<
      string,
      {
        readonly from: string | null;
        readonly change: 'same' | 'editorial' | 'changed' | 'new';
        readonly reason: string | null;
      }
    >
  >;
  readonly dropped: readonly string[];
}
