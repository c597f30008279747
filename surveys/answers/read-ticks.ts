import type { CheckboxPlan } from '../plan/plan.ts';
import type { Ticked } from './answer.ts';
import { complain, complaints, type Spot } from './problems.ts';

export type ReadTicks = (raw: unknown, spot: Spot) => readonly Ticked[] | undefined;

const aList = { de: 'eine Liste von Antworten', en: 'a list of choices' };

/**
 * A reader for the ticked choices of a checkbox, in the order they were sent. "None of these" stands alone.
 *
 * @returns undefined when nothing is ticked (blank) or something was refused
 */
export function ticksReader({ choices, none }: CheckboxPlan): ReadTicks {
  const values = [...choices.map(({ value }) => value), ...(none ? [none.value] : [])];
  const known = new Map<unknown, Ticked>(values.map((value) => [value, value]));
  return (raw, spot) => {
    if (!Array.isArray(raw)) return complain(spot, complaints.wrongType(raw, aList));
    if (raw.length > values.length) return complain(spot, complaints.tooManyRows(raw.length, values.length));
    const ticked = readEach(raw, known, spot);
    if (none && ticked.length > 1 && ticked.includes(none.value)) {
      return complain(spot, complaints.noneWithOthers(none.value, values));
    }
    return ticked.length === 0 ? undefined : ticked;
  };
}

function readEach(
  raw: readonly unknown[],
  known: ReadonlyMap<unknown, Ticked>,
  spot: Spot,
): readonly Ticked[] {
  const ticked = new Set<Ticked>();
  for (const [index, one] of raw.entries()) {
    const value = known.get(one);
    if (value === undefined) complain(spot, complaints.wrongChoice(one, [...known.values()]), [index]);
    else if (ticked.has(value)) complain(spot, complaints.duplicateChoice(value), [index]);
    else ticked.add(value);
  }
  return [...ticked];
}
