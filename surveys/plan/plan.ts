/** The languages every text of Pegel exists in. German first. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];
export type Text = Readonly<Record<Language, string>>;

export type Scalar = string | number | boolean;

/**
 * A parsed `visibleIf`/`requiredIf`. Plain data, so it travels to the browser.
 *
 * @see surveys/conditions for parsing and evaluation
 */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly op: '=' | '<>' | '<' | '>' | 'contains'; readonly question: string; readonly value: Scalar }
  | { readonly op: 'empty' | 'notempty'; readonly question: string };

/** One selectable answer. `score` is 0–100 points or null when the choice is not scored. */
export interface Choice {
  readonly value: string | number;
  readonly text: Text;
  readonly score: number | null;
}

interface QuestionBase {
  readonly name: string;
  readonly title: Text;
  readonly description: Text | null;
  /** Always required; false where `requiredIf` decides. */
  readonly required: boolean;
  readonly visibleIf: Condition | null;
  readonly requiredIf: Condition | null;
  /** Dimension id when the question is a scored item, else null. */
  readonly dimension: string | null;
  /** Weight > 0 of the item inside its dimension; 1 by default. */
  readonly weight: number;
  readonly notApplicable: boolean;
  readonly dontKnow: boolean;
  /** Whether a comment, a piece of evidence and a target level may be given beside the answer. */
  readonly comment: boolean;
  readonly evidence: boolean;
  readonly target: boolean;
  /** Field id an office must carry to be asked this, where it differs from the page; absent: as the page. */
  readonly onlyTagged?: string;
}

/** One answer of several; `rating` differs from `radiogroup` in looks only. */
export interface RadiogroupPlan extends QuestionBase {
  readonly type: 'radiogroup' | 'rating';
  readonly choices: readonly Choice[];
}

/** One selectable answer of many. `weight` > 0 is its part of the score. */
export interface CheckboxChoice {
  readonly value: string | number;
  readonly text: Text;
  readonly weight: number;
}

/** Any number of answers; its score is the share of the ticked weight. */
export interface CheckboxPlan extends QuestionBase {
  readonly type: 'checkbox';
  readonly choices: readonly CheckboxChoice[];
  /** "None of these": excludes every other answer and scores 0; null when it is not offered. */
  readonly none: { readonly value: string; readonly text: Text } | null;
  /** Whether the score is turned around: 100 − share. */
  readonly reverse: boolean;
}

export interface BooleanPlan extends QuestionBase {
  readonly type: 'boolean';
  readonly labelTrue: Text;
  readonly labelFalse: Text;
  /** Points 0–100 of true and false, or null when not scored. */
  readonly scores: { readonly true: number; readonly false: number } | null;
}

export interface TextPlan extends QuestionBase {
  readonly type: 'text';
  readonly inputType: 'text' | 'number' | 'date' | 'email' | 'tel' | 'url';
  readonly maxLength: number;
  readonly min: number | string | null;
  readonly max: number | string | null;
  /** Pairs of number and points 0–100 of a scored number, numbers rising; absent: not scored. */
  readonly points?: readonly (readonly [number, number])[];
}

export interface CommentPlan extends QuestionBase {
  readonly type: 'comment';
  readonly maxLength: number;
}

export interface PanelDynamicPlan extends QuestionBase {
  readonly type: 'paneldynamic';
  readonly minPanels: number;
  readonly maxPanels: number;
  readonly addText: Text;
  /** Questions of one row; rows carry a stable `id` beside the answers; conditions inside name siblings as `panel.<name>`. */
  readonly questions: readonly RowQuestionPlan[];
}

/** A question whose answer is one value. */
export type RowQuestionPlan = RadiogroupPlan | BooleanPlan | TextPlan | CommentPlan;
export type LeafPlan = RowQuestionPlan | CheckboxPlan;
export type QuestionPlan = LeafPlan | PanelDynamicPlan;

/** A titled group of elements; shown together, no answer of its own. */
export interface PanelPlan {
  readonly type: 'panel';
  readonly name: string;
  readonly title: Text | null;
  readonly description: Text | null;
  readonly visibleIf: Condition | null;
  readonly elements: readonly ElementPlan[];
  /** A matrix: its elements are radiogroups with the same choices, one a row, named `<matrix>.<row>`; shown as one table. */
  readonly matrix?: true;
}

export type ElementPlan = QuestionPlan | PanelPlan;

export interface PagePlan {
  readonly name: string;
  readonly title: Text;
  readonly description: Text | null;
  readonly visibleIf: Condition | null;
  /** Asked only of offices that carry this field id as a tag; null: asked of every office. */
  readonly onlyTagged: string | null;
  readonly elements: readonly ElementPlan[];
}

export interface LevelBand {
  /** Lower bound, inclusive, 0–100; the band ends where the next begins. */
  readonly from: number;
  readonly name: Text;
}

export interface FieldPlan {
  readonly id: string;
  readonly title: Text;
  readonly onlyTagged: boolean;
  /** For whom the field is meant, shown in the console; null when everybody. */
  readonly askedOf: Text | null;
}

export interface DimensionPlan {
  readonly id: string;
  readonly title: Text;
  /** Short title for table heads and chart labels. */
  readonly shortTitle: Text;
  readonly field: string;
  readonly weight: number;
  readonly importance: 1 | 2 | 3;
  readonly legalDuty: boolean;
  /** Published reliability, 0–1 exclusive; absent: Cronbach's α of the wave is used. */
  readonly reliability?: number;
  /** Ids of its items in questionnaire order. */
  readonly items: readonly string[];
}

export interface NotApplicableReason {
  readonly id: string;
  readonly text: Text;
  readonly needsText: boolean;
}

/** The maturity model of a questionnaire: everything scoring needs. */
export interface MaturityPlan {
  readonly scale: { readonly min: number; readonly max: number };
  readonly levels: readonly LevelBand[];
  readonly fields: readonly FieldPlan[];
  readonly dimensions: readonly DimensionPlan[];
  /** Names of the secured levels 0..K. */
  readonly securedLevels: readonly Text[];
  readonly notApplicableReasons: readonly NotApplicableReason[];
  readonly minCoverage: number;
  readonly provisionalBelow: number;
  readonly minIndexWeight: number;
}

/**
 * A questionnaire compiled once, at publish or start. Plain JSON: the server checks and scores with it, the
 * respondent's browser renders it.
 */
export interface Plan {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly description: Text | null;
  readonly pages: readonly PagePlan[];
  readonly maturity: MaturityPlan;
  /** Estimate for a whole response. */
  readonly minutes: number;
}
