/**
 * Quantile of type 7 of many values without sorting them all: Hoare's selection (Hoare 1961, algorithm 65). Rearranges
 * the values.
 *
 * @param p share 0–1
 * @returns null for no values
 * @see scoring.md §13
 */
export function selectQuantile(values: Float64Array, p: number): number | null {
  if (values.length === 0) return null;
  const position = (values.length - 1) * p;
  const place = Math.floor(position);
  select(values, place);
  const below = values[place] ?? 0;
  if (position === place) return below;
  let above = Number.POSITIVE_INFINITY;
  for (let at = place + 1; at < values.length; at += 1) above = Math.min(above, values[at] ?? 0);
  return below + (above - below) * (position - place);
}

/** Brings the value of a place in sorted order to this place, lower ones before it and higher ones behind. */
function select(values: Float64Array, place: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[place] ?? 0;
    let [low, high] = [left, right];
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low += 1;
      while ((values[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      [values[low], values[high]] = [values[high] ?? 0, values[low] ?? 0];
      low += 1;
      high -= 1;
    }
    if (high < place) left = low;
    if (place < low) right = high;
  }
}
