import { mean } from '../../surveys/scoring/2026.1/numbers.ts';
import { nodesAbove } from '../organisation/nodes-above.ts';
import { verdictOf } from './change.ts';
import type { Change, ComparedWave, Comparison, OfficeComparison } from './comparison.ts';
import { conventionalNoise } from './measurement-noise.ts';

type DivisionComparison = Comparison['divisions'][number];

/**
 * Change of every division: the means over the offices below it, and itself if it was asked, in the newer tree. They
 * are judged by the noise of a single office, which is more than that of a mean.
 *
 * @see scoring.md §6, §11
 */
export function divisionComparisons(
  { plan, offices: asked, divisions }: ComparedWave,
  offices: readonly OfficeComparison[],
): readonly DivisionComparison[] {
  const above = nodesAbove([...divisions, ...asked]);
  const placed = offices.map((office) => ({ office, nodes: above(office.office) }));
  return divisions.map(({ id }) => {
    const below = placed.filter(({ nodes }) => nodes.has(id)).map(({ office }) => office);
    const of = (read: (office: OfficeComparison) => Change | undefined) =>
      meanChange(below.flatMap((office) => read(office) ?? []));
    const { fields, dimensions } = plan.maturity;
    return {
      office: id,
      n: below.filter(({ index }) => index.linked !== null).length,
      index: of(({ index }) => index),
      fields: Object.fromEntries(fields.map((field) => [field.id, of((office) => office.fields[field.id])])),
      dimensions: Object.fromEntries(
        dimensions.map((dimension) => [dimension.id, of((office) => office.dimensions[dimension.id])]),
      ),
    };
  });
}

/** Means over the offices with a change on the same questions; without any, over those with a value in both years. */
function meanChange(changes: readonly Change[]): Change {
  const comparable = changes.filter(({ linked }) => linked !== null);
  const linked = meanOf(comparable, (change) => change.linked);
  const inBoth = changes.filter(({ raw }) => raw !== null);
  const counted = comparable.length > 0 ? comparable : inBoth;
  const shown = counted.every(({ raw }) => raw !== null) ? counted : [];
  const raw = meanOf(shown, (change) => change.raw);
  const { mdc95, convention } = changes[0] ?? conventionalNoise;
  return {
    from: meanOf(shown, (change) => change.from),
    to: meanOf(shown, (change) => change.to),
    raw,
    linked,
    composition: raw === null || linked === null ? null : raw - linked,
    share: meanOf(counted, (change) => change.share),
    mdc95,
    convention,
    verdict: verdictOf(linked, { mdc95, convention }),
  };
}

function meanOf(changes: readonly Change[], read: (change: Change) => number | null): number | null {
  return mean(changes.flatMap((change) => read(change) ?? []));
}
