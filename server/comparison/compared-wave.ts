import type { ComparedWave } from '../../reports/comparison/comparison.ts';
import { Refusal } from '../refusal.ts';
import type { ComparisonDeps } from './comparison-deps.ts';
import type { AskedWave } from './wave-pair.ts';

/**
 * A wave as the comparison takes it; offices kept secret have no values.
 *
 * @throws Refusal when no office has values that may be shown
 */
export async function comparedWave(
  deps: Pick<ComparisonDeps, 'shownFigures'>,
  { wave, entry }: AskedWave,
): Promise<ComparedWave> {
  const { figures, city } = await deps.shownFigures(wave);
  if (figures.size === 0) throw nothingToCompare(wave.title);
  return {
    plan: entry.plan,
    offices: wave.offices.map(({ officeId, headcount, parentId }) => ({
      id: officeId,
      headcount,
      parent: parentId,
      score: figures.get(officeId)?.score ?? null,
      states: figures.get(officeId)?.states ?? {},
    })),
    divisions: wave.divisions.map(({ officeId, parentId }) => ({ id: officeId, parent: parentId })),
    ...(city === null ? {} : { city }),
  };
}

function nothingToCompare(title: string): Refusal {
  return new Refusal('conflict', {
    de: `Zu „${title}“ gibt es noch keine Werte. Vergleichen lässt sich, sobald ein Amt abgesendet hat.`,
    en: `There are no values of “${title}” yet. A comparison is possible once an office has submitted.`,
  });
}
