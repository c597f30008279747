import type { Plan } from '../../plan/plan.ts';
import type { CityScore, DimensionScore, DivisionScore, OfficeScore } from '../score.ts';
import { noSecrecy, type Organisation, secrecyOf } from './anonymity.ts';
import { scoreCity } from './city.ts';
import { scoreDivision } from './division.ts';
import { treeOf } from './office-tree.ts';

export interface AskedOrganisation extends Organisation {
  /** Mode several: k, the smallest group with values of its own. Mode official: null, nothing is hidden. */
  readonly minGroup: number | null;
}

/** Everything that may be published of a wave. */
export interface OrganisationScore {
  /** Ids of offices whose values are kept secret. */
  readonly hidden: ReadonlySet<string>;
  /** By id, offices with a submission. Exact, not rounded; hidden ones are empty but for `n`. */
  readonly offices: ReadonlyMap<string, OfficeScore>;
  /** By id of the node. Rounded to 6 decimals; null where the number would give a hidden office away. */
  readonly divisions: ReadonlyMap<string, DivisionScore>;
  readonly city: CityScore;
}

/**
 * Scores of a city, its divisions and offices, with everything left out that anonymity forbids.
 *
 * @see scoring.md §6, §10
 */
export function scoreOrganisation(
  plan: Plan,
  { offices, nodes, minGroup }: AskedOrganisation,
): OrganisationScore {
  const tree = treeOf({ offices, nodes });
  const secrecy = minGroup === null ? noSecrecy : secrecyOf(tree, plan, minGroup);
  const { hidden } = secrecy.divisions;
  return {
    hidden,
    offices: new Map(
      tree
        .under(null)
        .flatMap(({ id, score }) =>
          score === null ? [] : [[id, hidden.has(id) ? suppressedScore(score) : score]],
        ),
    ),
    divisions: new Map(nodes.map(({ id }) => [id, scoreDivision(plan, tree.under(id), secrecy.divisions)])),
    city: scoreCity(plan, tree.under(null), secrecy.city),
  };
}

/** A hidden office: how many people answered, and nothing else. */
export function suppressedScore({ n, fields, dimensions }: OfficeScore): OfficeScore {
  return {
    n,
    index: null,
    low: null,
    high: null,
    level: null,
    status: 'suppressed',
    fields: emptied(fields),
    rank: null,
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([id, { items }]) => [id, suppressedDimension(items)]),
    ),
  };
}

function suppressedDimension(items: DimensionScore['items']): DimensionScore {
  return {
    score: null,
    low: null,
    high: null,
    coverage: null,
    secured: null,
    strict: null,
    level: null,
    status: 'suppressed',
    items: emptied(items),
    agreement: null,
    interval: null,
  };
}

function emptied(numbers: Readonly<Record<string, number | null>>): Record<string, null> {
  return Object.fromEntries(Object.keys(numbers).map((id) => [id, null]));
}
