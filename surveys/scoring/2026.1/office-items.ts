import type { Agreement, ItemOpinion, ItemState } from '../score.ts';
import { agreementOf, fewestForAgreement, type StepScatter, stepScatter } from './agreement.ts';
import { round6 } from './numbers.ts';
import type { ScoredItem } from './scored-item.ts';
import { type PolledDimension, type PolledItem, stateCodes } from './several-items.ts';

/** One item of an office that many people answered. */
export interface OfficeItem {
  /** With the mean of the valid answers. */
  readonly scored: ScoredItem;
  /** With their lower median, for the gate. */
  readonly gate: ScoredItem;
  readonly opinion: ItemOpinion;
  /** Null for fewer than three valid answers and for items without answer steps. */
  readonly scatter: StepScatter | null;
}

type Counts = Readonly<Record<ItemState, number>>;

/**
 * The value of an item for an office: mean and lower median of the valid answers; "does not apply" where more people
 * say so than give a valid answer.
 *
 * @see scoring.md §3, §5, §8
 */
export function officeItem(polled: PolledItem, blank: ItemState): OfficeItem {
  const { id, weight, steps } = polled.item;
  const counts = countStates(polled);
  const scores = polled.scores.filter(
    (_, respondent) => stateCodes[polled.states[respondent] ?? 0] === 'level',
  );
  scores.sort();
  const state = polled.states.length === 0 ? blank : officeState(counts);
  const isLevel = state === 'level';
  const scatter = stepScatter(scores, steps);
  return {
    scored: { id, weight, state, score: isLevel ? meanOf(scores) : null },
    gate: { id, weight, state, score: isLevel ? lowerMedian(scores) : null },
    opinion: opinionOf(counts, scores, scatter),
    scatter,
  };
}

function countStates({ states }: PolledItem): Counts {
  const counts = { notAsked: 0, level: 0, na: 0, dk: 0, missing: 0 };
  for (const code of states) counts[stateCodes[code] ?? 'notAsked'] += 1;
  return counts;
}

/** "Don't know", blank and not asked have no vote on whether the item applies; a tie counts as applicable. */
function officeState({ level, na, dk, missing }: Counts): ItemState {
  if (na > level) return 'na';
  if (level > 0) return 'level';
  if (dk > 0) return 'dk';
  return missing > 0 ? 'missing' : 'notAsked';
}

/** Mean of rising values, which makes the sum independent of who answered first. */
function meanOf(sorted: Float64Array): number {
  let sum = 0;
  for (const value of sorted) sum += value;
  return sum / sorted.length;
}

/** The middle value, and the lower of two. @see scoring.md §3 */
function lowerMedian(sorted: Float64Array): number | null {
  return sorted[(sorted.length - 1) >> 1] ?? null;
}

/** Three quarters of the scale, in points. */
const wideRange = 75;

function opinionOf(counts: Counts, sorted: Float64Array, scatter: StepScatter | null): ItemOpinion {
  const { level: valid, na, dk, missing } = counts;
  const range = valid < fewestForAgreement ? null : (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const wide = range !== null && round6(range) >= wideRange;
  const scattered = scatter !== null && round6(scatter.ad) > round6(scatter.steps / 6);
  return { valid, na, dk, missing, ad: scatter?.ad ?? null, range, unclear: wide || scattered };
}

/** Agreement on a dimension, over its discrete items with a value. @see scoring.md §8 */
export function dimensionAgreement(
  { items: polled }: PolledDimension,
  items: readonly OfficeItem[],
): Agreement | null {
  const discrete = polled.map(({ item }) => item.steps.length).filter((steps) => steps >= 2);
  const same = discrete.every((steps) => steps === discrete[0]) ? (discrete[0] ?? null) : null;
  const counted = items.filter(({ scored }) => scored.state === 'level');
  return agreementOf(
    counted.flatMap(({ scatter }) => scatter ?? []),
    same,
  );
}
