import type { LevelBand } from '../../surveys/plan/plan.ts';
import { inBoth } from '../findings/sentence.ts';
import type { Step } from './explanation.ts';
import { bandOf, plain } from './figures.ts';

/**
 * Which level a value belongs to, with the bounds of its band.
 *
 * @param value points 0–100; null: no step
 * @see scoring.md §7
 */
export function levelStep(value: number | null, levels: readonly LevelBand[]): readonly Step[] {
  const at = bandOf(value, levels);
  const level = at === null ? undefined : levels[at];
  if (value === null || at === null || level === undefined) return [];
  const next = levels[at + 1];
  return [
    {
      name: { de: 'Name der Stufe', en: 'Name of the level' },
      rule: next === undefined ? 'a ≤ x ≤ 100' : 'a ≤ x < b',
      inserted: inBoth((language) => {
        const [from, points] = [plain(level.from, language), plain(value, language)];
        return next === undefined
          ? `${from} ≤ ${points} ≤ 100`
          : `${from} ≤ ${points} < ${plain(next.from, language)}`;
      }),
      value: level.name,
      section: '7',
    },
  ];
}
