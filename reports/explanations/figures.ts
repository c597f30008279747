import type { Language, LevelBand, Text } from '../../surveys/plan/plan.ts';
import { inBoth } from '../findings/sentence.ts';
import { formatPoints } from '../numbers/format-number.ts';
import { roundDecimal } from '../numbers/round-decimal.ts';

/** A number as it stands in a calculation: up to `places` decimals, none that say nothing; comma in German. */
export function plain(value: number, language: Language, places = 2): string {
  const decimal = roundDecimal(value, places);
  const short = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  return language === 'de' ? short.replace('.', ',') : short;
}

/** "50,0 bis 75,0". */
export function span(low: number, high: number, language: Language): string {
  const word = language === 'de' ? 'bis' : 'to';
  return `${formatPoints(low, language)} ${word} ${formatPoints(high, language)}`;
}

/** A value as shown, or a dash where there is none. */
export function shownPoints(value: number | null): Text {
  return inBoth((language) => (value === null ? '–' : formatPoints(value, language)));
}

/** Terms of a sum that are written out; further ones become "…". */
const writtenTerms = 8;

/** "100 + 75 + 25"; of a long sum the first terms and the last. */
export function sumOf(terms: readonly string[]): string {
  if (terms.length === 0) return '0';
  if (terms.length <= writtenTerms) return terms.join(' + ');
  return [...terms.slice(0, writtenTerms - 2), '…', ...terms.slice(-1)].join(' + ');
}

/** A part of a weighted mean. */
export interface Term {
  readonly weight: number;
  readonly value: number;
}

/** "(2·66,67 + 1·50) / (2 + 1) = 61,1"; weights that are all the same are left out. */
export function weightedMean(terms: readonly Term[], mean: number | null, language: Language): string {
  const result = mean === null ? '' : ` = ${formatPoints(mean, language)}`;
  if (terms.length === 0) return '–';
  const equal = new Set(terms.map(({ weight }) => weight)).size === 1;
  const written = terms.map(({ weight, value }) => {
    const factor = equal ? '' : `${plain(weight, language)}·`;
    return `${factor}${plain(value, language)}`;
  });
  const below = equal
    ? String(terms.length)
    : `(${sumOf(terms.map(({ weight }) => plain(weight, language)))})`;
  return `(${sumOf(written)}) / ${below}${result}`;
}

/** The band a value lies in; null without value. */
export function bandOf(value: number | null, levels: readonly LevelBand[]): number | null {
  if (value === null) return null;
  const points = Number(roundDecimal(value, 6));
  return Math.max(
    0,
    levels.findLastIndex(({ from }) => points >= from),
  );
}
