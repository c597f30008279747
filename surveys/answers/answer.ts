import type { Scalar } from '../plan/plan.ts';

/** One row of a dynamic panel: a stable id, made by the page, and plain answers. */
export type PanelRow = Readonly<Record<string, Scalar>> & { readonly id: string };

/** Value of a ticked choice of a checkbox. */
export type Ticked = string | number;

/**
 * The answer to one question as it is kept, always in this long form.
 * `value` and `state` exclude each other; absent both = blank (a comment may stand alone).
 */
export interface Answer {
  readonly value?: Scalar | readonly PanelRow[] | readonly Ticked[];
  readonly state?: 'na' | 'dk';
  /** Id of a not-applicable reason; with state 'na' only. */
  readonly reason?: string;
  readonly reasonText?: string;
  readonly comment?: string;
  readonly evidence?: string;
  /** A choice value the office aims at. */
  readonly target?: string | number;
}

/** Answers by question name. An absent key is a blank answer. */
export type Answers = Readonly<Record<string, Answer>>;

/** What is wrong with one answer. `pointer` is a JSON pointer below the answers, e.g. `/d1_1/reason`. */
export interface AnswerProblem {
  readonly question: string;
  readonly pointer: string;
  readonly kind:
    | 'unknownQuestion'
    | 'notAsked'
    | 'wrongType'
    | 'wrongChoice'
    | 'tooLong'
    | 'outOfRange'
    | 'required'
    | 'reasonMissing'
    | 'reasonUnknown'
    | 'reasonTextMissing'
    | 'stateNotAllowed'
    | 'tooManyRows'
    | 'tooFewRows'
    | 'duplicateRow'
    | 'duplicateChoice'
    | 'noneWithOthers'
    | 'unknownKey';
  readonly detail: Readonly<Record<'de' | 'en', string>>;
  readonly allowed?: readonly Scalar[];
}

/** Who answers decides what is asked: the tags (field ids) of the office. */
export interface AnswerContext {
  readonly tags: readonly string[];
}

export type Checked =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };
