import type { LevelBand, NotApplicableReason, Text } from './plan.ts';

/** Bands of the 0–100 scale for a questionnaire that brings none. @see scoring.md §7 */
export const standardLevels: readonly LevelBand[] = [
  { from: 0, name: { de: 'analog', en: 'analogue' } },
  { from: 12.5, name: { de: 'begonnen', en: 'begun' } },
  { from: 37.5, name: { de: 'teilweise', en: 'partly' } },
  { from: 62.5, name: { de: 'überwiegend', en: 'mostly' } },
  { from: 87.5, name: { de: 'durchgängig', en: 'throughout' } },
];

/** Reasons why a question does not apply, for a questionnaire that brings none. */
export const standardReasons: readonly NotApplicableReason[] = [
  { id: 'elsewhere', text: { de: 'Aufgabe liegt woanders', en: 'task lies elsewhere' }, needsText: false },
  { id: 'noOutsideService', text: { de: 'keine Außenleistung', en: 'no outside service' }, needsText: false },
  { id: 'other', text: { de: 'Sonstiges', en: 'other' }, needsText: true },
];

/** Names of the secured levels 0..steps, for a questionnaire that brings none. */
export function standardSecuredLevels(steps: number): readonly Text[] {
  const named = Array.from({ length: steps }, (_, index) => ({
    de: `Stufe ${index + 1} gesichert`,
    en: `level ${index + 1} secured`,
  }));
  return [{ de: 'nicht gesichert', en: 'not secured' }, ...named];
}
