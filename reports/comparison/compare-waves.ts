import { cityChanges } from './city-change.ts';
import type { ComparedWave, Comparison, Crosswalk, OfficeComparison, Successors } from './comparison.ts';
import { linksOf } from './crosswalk-links.ts';
import { divisionComparisons } from './division-comparison.ts';
import { earlierYear } from './earlier-year.ts';
import { measurementNoise } from './measurement-noise.ts';
import { officeComparison } from './office-comparison.ts';
import { descentOf } from './predecessors.ts';

export interface CompareCommand {
  readonly from: ComparedWave;
  readonly to: ComparedWave;
  /** From the older version of the questionnaire to the newer. */
  readonly crosswalk: Crosswalk;
  readonly successors: Successors;
}

/**
 * Like-for-like change between two waves: what the same offices say to the same questions, what another questionnaire
 * and other offices contribute, and what is more than noise. Not rounded. Offices and divisions by id.
 *
 * @see scoring.md §11
 */
export function compareWaves({ from, to, crosswalk, successors }: CompareCommand): Comparison {
  const { parts, dissolved } = descentOf(from.offices, to.offices, successors);
  const noise = new Map(
    to.plan.maturity.dimensions.map(({ id }) => [id, measurementNoise(from.plan, from.offices, id)]),
  );
  const links = linksOf(to.plan, crosswalk);
  const frame = { plan: to.plan, links, dropped: crosswalk.dropped, noise };
  const sorted = to.offices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const offices = sorted.flatMap((office): OfficeComparison[] => {
    const own = parts.get(office.id);
    return own ? [officeComparison(frame, office, earlierYear(from.plan, own))] : [];
  });
  return {
    offices,
    divisions: divisionComparisons(to, offices),
    city: cityChanges({ from, to, offices }),
    onlyFrom: dissolved.toSorted(),
    onlyTo: sorted.flatMap(({ id }) => (parts.has(id) ? [] : [id])),
  };
}
