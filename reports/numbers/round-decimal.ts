interface Decimal {
  readonly digits: bigint;
  /** Decimal places of `digits`. */
  readonly places: number;
}

function shortestDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
}

function scaled({ digits, places }: Decimal, wanted: number): bigint {
  if (places <= wanted) return digits * 10n ** BigInt(wanted - places);
  const unit = 10n ** BigInt(places - wanted);
  return (2n * digits + unit) / (2n * unit);
}

/**
 * Decimal text of a number, rounded half away from zero on its shortest decimal form (8.35 → "8.4", which
 * `toFixed` shows as 8.3).
 *
 * @param value finite number; the unit is the caller's
 * @param places decimal places, 0 or more
 * @returns plain decimal with a point and exactly `places` places; "-" only before a number that is not zero
 * @see scoring.md §13
 */
export function roundDecimal(value: number, places: number): string {
  const digits = scaled(shortestDecimal(value), places);
  const sign = value < 0 && digits > 0n ? '-' : '';
  const padded = String(digits).padStart(places + 1, '0');
  if (places === 0) return sign + padded;
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
