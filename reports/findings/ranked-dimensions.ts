import type { Language, Text } from '../../surveys/plan/plan.ts';
import { formatPoints } from '../numbers/format-number.ts';
import { listed } from './sentence.ts';

/** A dimension with a value. Points 0–100. */
export interface DimensionValue {
  readonly id: string;
  readonly title: Text;
  readonly score: number;
}

/** A dimension that may have no value. Points 0–100; null: no value. */
export interface DimensionPoints {
  readonly id: string;
  readonly title: Text;
  readonly score: number | null;
}

/**
 * Dimensions with a value, highest first; equal ones in questionnaire order. Those without a value are left out.
 *
 * @param dimensions in questionnaire order, points 0–100 or null
 */
export function rankedDimensions(dimensions: readonly DimensionPoints[]): readonly DimensionValue[] {
  return dimensions
    .flatMap(({ id, title, score }) => (score === null ? [] : [{ id, title, score }]))
    .sort((a, b) => b.score - a.score);
}

/**
 * "Technik (67,8) und Daten (33,9)".
 *
 * @param dimensions points 0–100, in the order they are to be read
 */
export function namedWithPoints(
  dimensions: readonly { readonly title: Text; readonly score: number }[],
  language: Language,
): string {
  const named = dimensions.map(({ title, score }) => `${title[language]} (${formatPoints(score, language)})`);
  return listed(named, language);
}
