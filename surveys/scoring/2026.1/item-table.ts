import { round6 } from './numbers.ts';
import { type Poll, type PolledItem, stateCode } from './several-items.ts';

/** A dimension in an {@link ItemTable}: its items from `first` to before `end`. */
export interface TableRange {
  readonly first: number;
  readonly end: number;
  /** Where the silent respondents of its first item begin. */
  readonly firstSilent: number;
}

/** The items of an office side by side, laid out for scoring thousands of samples of its respondents. */
export interface ItemTable {
  readonly dimensions: readonly TableRange[];
  readonly weights: Float64Array;
  /** Valid answers by item and respondent, as `from + step · value`; 0 without one. */
  readonly values: readonly Float64Array[];
  readonly from: Float64Array;
  readonly step: Float64Array;
  /** Respondents without a valid answer: of every item first those it does not apply to, then the open ones. */
  readonly silent: Uint32Array;
  /** Where these groups end, three by item: "does not apply", open, not asked. */
  readonly ends: Uint32Array;
}

export function itemTable({ dimensions }: Poll): ItemTable {
  const items = dimensions.flatMap((dimension) => dimension.items);
  const silent: number[] = [];
  const ends = items.flatMap((item) => addSilent(item, silent));
  const values = items.map(stepped);
  let end = 0;
  const ranges = dimensions.map((dimension) => {
    const first = end;
    end += dimension.items.length;
    return { first, end, firstSilent: first === 0 ? 0 : (ends[3 * first - 1] ?? 0) };
  });
  return {
    dimensions: ranges,
    weights: Float64Array.from(items, ({ item }) => item.weight),
    values: values.map((one) => one.values),
    from: Float64Array.from(values, (one) => one.from),
    step: Float64Array.from(values, (one) => one.step),
    silent: Uint32Array.from(silent),
    ends: Uint32Array.from(ends),
  };
}

/** Adds the respondents without a valid answer and returns where their three groups end. */
function addSilent({ states }: PolledItem, silent: number[]): readonly number[] {
  const { na, dk, missing, notAsked } = stateCode;
  return [[na], [dk, missing], [notAsked]].map((wanted) => {
    for (let respondent = 0; respondent < states.length; respondent += 1)
      if (wanted.some((state) => state === states[respondent])) silent.push(respondent);
    return silent.length;
  });
}

interface Stepped {
  readonly values: Float64Array;
  readonly from: number;
  readonly step: number;
}

/** Answers on evenly spaced steps as whole numbers, others as they are. */
function stepped({ item: { steps }, states, scores }: PolledItem): Stepped {
  const from = steps[0] ?? 0;
  const step = ((steps.at(-1) ?? 0) - from) / (steps.length - 1);
  const even = steps.every((score, index) => round6(score) === round6(from + index * step));
  if (steps.length < 2 || !even) return { values: scores, from: 0, step: 1 };
  const values = new Float64Array(scores.length);
  for (let respondent = 0; respondent < values.length; respondent += 1)
    if (states[respondent] === stateCode.level) values[respondent] = steps.indexOf(scores[respondent] ?? 0);
  return { values, from, step };
}
