/**
 * Rounds half away from zero on the shortest decimal form, so that 8.35 becomes 8.4 and 1.0000005 becomes 1.000001.
 *
 * @param digits decimals to keep, 0–15
 * @see scoring.md §13
 */
export function roundTo(value: number, digits: number): number {
  if (Number.isInteger(value)) return value;
  const rounded = shifted(Math.round(shifted(Math.abs(value), digits)), -digits);
  return value < 0 ? -rounded : rounded;
}

/** Rounds to 6 decimals: the form in which numbers meet thresholds and leave Pegel. @see scoring.md §13 */
export function round6(value: number): number {
  if (Number.isInteger(value)) return value;
  const scaled = value * 1e6;
  const nearHalf = Math.abs(Math.abs(scaled - Math.trunc(scaled)) - 0.5) < 1e-3;
  return nearHalf ? roundTo(value, 6) : Math.round(scaled) / 1e6;
}

/** {@link round6} for a value that may be missing. */
export function round6OrNull(value: number | null): number | null {
  return value === null ? null : round6(value);
}

function shifted(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** Arithmetic mean in the given order; null for none. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation (n − 1); null below two values. */
export function sampleDeviation(values: readonly number[]): number | null {
  const center = mean(values);
  if (center === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).
 *
 * @param p share 0–1
 * @returns null for no values
 */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    p,
  );
}

/** {@link quantile} of values that rise already. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number | null {
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
