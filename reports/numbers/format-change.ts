import type { Language } from '../../surveys/plan/plan.ts';
import { formatPoints } from './format-number.ts';
import { roundDecimal } from './round-decimal.ts';

/**
 * A change as shown, with its sign: "+3,6", "−0,2", "0,0".
 *
 * @param points signed, finite
 */
export function formatChange(points: number, language: Language): string {
  const shown = formatPoints(points, language);
  return Number(roundDecimal(points, 1)) > 0 ? `+${shown}` : shown;
}

/**
 * A probability as shown: "p = 0,004", "p < 0,001".
 *
 * @param p 0–1
 */
export function formatProbability(p: number, language: Language): string {
  const written = p < 0.001 ? '0.001' : roundDecimal(p, 3);
  return `p ${p < 0.001 ? '<' : '='} ${language === 'de' ? written.replace('.', ',') : written}`;
}
