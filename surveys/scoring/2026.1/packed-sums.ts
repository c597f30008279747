/** Whole numbers up to here are exact in a double. */
const exactUpTo = 2 ** 53;

/** A list inside a packed number: its sums fill the digits from `unit` up to `unit · size`. */
interface Packed {
  readonly list: Float64Array;
  readonly size: number;
  readonly unit: number;
}

/** Adds up every list over a sample: Σ times · value by list. */
export type AddUp = (times: Float64Array, into: Float64Array) => void;

/**
 * Adds up many lists over samples of respondents quickly: lists of small whole numbers travel together as digits of one
 * number, which is exact. Other lists travel alone.
 *
 * @param lists a value ≥ 0 by respondent
 * @param n respondents; a sample has at most n
 */
export function sumsOf(lists: readonly Float64Array[], n: number): AddUp {
  const packs = packed(lists, n);
  const values = new Float64Array(packs.length * n);
  for (const [pack, digits] of packs.entries())
    for (const { list, unit } of digits)
      for (let at = 0; at < n; at += 1)
        values[pack * n + at] = (values[pack * n + at] ?? 0) + unit * (list[at] ?? 0);
  const lengths = Uint32Array.from(packs, (digits) => digits.length);
  const sizes = Float64Array.from(packs.flat(), ({ size }) => size);
  return (times, into) => unpack({ values, lengths, sizes }, times, into);
}

function packed(lists: readonly Float64Array[], n: number): readonly (readonly Packed[])[] {
  const packs: Packed[][] = [];
  let room = 0;
  for (const list of lists) {
    const size = sizeOf(list, n);
    const pack = packs.at(-1);
    if (pack && size <= room) pack.push({ list, size, unit: exactUpTo / room });
    else packs.push([{ list, size, unit: 1 }]);
    room = pack && size <= room ? room / size : Math.floor(exactUpTo / size);
  }
  return packs;
}

/** Smallest power of two above every sum of a list of whole numbers; infinite where the list needs a number alone. */
function sizeOf(list: Float64Array, n: number): number {
  if (!list.every((value) => Number.isInteger(value))) return Number.POSITIVE_INFINITY;
  return 2 ** Math.ceil(Math.log2(n * list.reduce((most, value) => Math.max(most, value), 0) + 1));
}

interface Table {
  /** By pack and respondent. */
  readonly values: Float64Array;
  /** Lists in every pack. */
  readonly lengths: Uint32Array;
  readonly sizes: Float64Array;
}

function unpack({ values, lengths, sizes }: Table, times: Float64Array, into: Float64Array): void {
  let list = 0;
  let cell = 0;
  for (let pack = 0; pack < lengths.length; pack += 1) {
    let sum = 0;
    for (let at = 0; at < times.length; at += 1, cell += 1) sum += (times[at] ?? 0) * (values[cell] ?? 0);
    const last = list + (lengths[pack] ?? 0) - 1;
    for (; list < last; list += 1) {
      const size = sizes[list] ?? 1;
      const above = Math.floor(sum / size);
      into[list] = sum - above * size;
      sum = above;
    }
    into[list] = sum;
    list += 1;
  }
}
