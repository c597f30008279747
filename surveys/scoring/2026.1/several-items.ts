import type { Answers } from '../../answers/answer.ts';
import type { ItemState } from '../score.ts';
import { type PreparedItem, type PreparedItems, readItem, readTarget } from './read-items.ts';

/** States as they stand in {@link PolledItem.states}. */
export const stateCodes = [
  'notAsked',
  'level',
  'na',
  'dk',
  'missing',
] as const satisfies readonly ItemState[];
/** Index of every state in {@link stateCodes}. */
export const stateCode = { notAsked: 0, level: 1, na: 2, dk: 3, missing: 4 } as const satisfies Record<
  ItemState,
  number
>;

/** What the respondents of an office said to one item: one entry per respondent. */
export interface PolledItem {
  readonly item: PreparedItem;
  /** Index into {@link stateCodes}. */
  readonly states: Uint8Array;
  /** Points 0–100 where the state is `level`, else 0. */
  readonly scores: Float64Array;
  /** Points 0–100 of the target; −1: none given. */
  readonly targets: Float64Array;
}

export interface PolledDimension {
  readonly id: string;
  readonly items: readonly PolledItem[];
}

/** The responses of one office, by dimension and item. */
export interface Poll {
  /** Respondents. */
  readonly n: number;
  readonly dimensions: readonly PolledDimension[];
}

/**
 * Reads the responses of an office. Respondents are put into an order that follows from their answers alone, so that
 * no sum and no draw depends on the order of the responses.
 *
 * @param tags field ids the office carries
 * @see scoring.md §3, §13
 */
export function readPoll(
  prepared: PreparedItems,
  responses: readonly Answers[],
  tags: readonly string[],
): Poll {
  const items = prepared.dimensions.flatMap((dimension) => dimension.items);
  const rows = responses.map((answers) => readRow(items, answers, prepared.askedOf(answers, tags)));
  rows.sort(compareRows);
  let next = 0;
  return {
    n: rows.length,
    dimensions: prepared.dimensions.map((dimension) => ({
      id: dimension.id,
      items: dimension.items.map((item) => column(item, rows, next++)),
    })),
  };
}

/** State, score and target of every item, one after another. */
function readRow(
  items: readonly PreparedItem[],
  answers: Answers,
  asked: ReturnType<PreparedItems['askedOf']>,
): Float64Array {
  const row = new Float64Array(3 * items.length);
  let at = 0;
  for (const item of items) {
    const { state, score } = readItem(item, answers, asked);
    row[at] = stateCode[state];
    row[at + 1] = score ?? 0;
    row[at + 2] = state === 'level' ? (readTarget(item, answers) ?? -1) : -1;
    at += 3;
  }
  return row;
}

function compareRows(a: Float64Array, b: Float64Array): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function column(item: PreparedItem, rows: readonly Float64Array[], index: number): PolledItem {
  const states = new Uint8Array(rows.length);
  const scores = new Float64Array(rows.length);
  const targets = new Float64Array(rows.length);
  for (const [respondent, row] of rows.entries()) {
    states[respondent] = row[3 * index] ?? 0;
    scores[respondent] = row[3 * index + 1] ?? 0;
    targets[respondent] = row[3 * index + 2] ?? -1;
  }
  return { item, states, scores, targets };
}
