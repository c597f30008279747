import type { Plan } from '../../surveys/plan/plan.ts';
import { changeOf } from './change.ts';
import type { Change, ComparedOffice, ItemChange, OfficeComparison } from './comparison.ts';
import { type ItemLink, isLinked } from './crosswalk-links.ts';
import type { EarlierYear } from './earlier-year.ts';
import { type ItemValues, itemValues } from './item-values.ts';
import { type IndexPart, linkedChange, linkedIndexChange } from './linked-change.ts';
import { conventionalNoise, type Noise } from './measurement-noise.ts';

/** What all offices of a comparison share. */
export interface OfficeFrame {
  /** Of the newer year. */
  readonly plan: Plan;
  /** By item of the newer year. */
  readonly links: ReadonlyMap<string, ItemLink>;
  /** Items of the older version that are gone. */
  readonly dropped: readonly string[];
  /** By dimension of the newer year. */
  readonly noise: ReadonlyMap<string, Noise>;
}

/**
 * Change of one office per item, dimension, field and index.
 *
 * @param office in the newer year
 * @param earlier what it was made of in the older year
 * @see scoring.md §11
 */
export function officeComparison(
  frame: OfficeFrame,
  office: ComparedOffice,
  earlier: EarlierYear,
): OfficeComparison {
  const after = itemValues(frame.plan, office);
  const dimensions = dimensionChanges(frame, { office, earlier, after });
  const { fields, minIndexWeight } = frame.plan.maturity;
  const summary = (field: string | null, from: number | null, to: number | null): Change =>
    changeOf({
      from,
      to,
      change: linkedIndexChange(partsOf(frame, { office, dimensions, field }), minIndexWeight),
      noise: conventionalNoise,
    });
  const fieldChanges: Record<string, Change> = {};
  for (const { id } of fields)
    fieldChanges[id] = summary(id, earlier.score?.fields[id] ?? null, office.score?.fields[id] ?? null);
  return {
    office: office.id,
    index: summary(null, earlier.score?.index ?? null, office.score?.index ?? null),
    fields: fieldChanges,
    dimensions,
    items: itemChanges(frame, earlier.items, after),
    predecessors: earlier.predecessors,
    skipped: earlier.skipped,
  };
}

interface OfficeYears {
  readonly office: ComparedOffice;
  readonly earlier: EarlierYear;
  readonly after: ItemValues;
}

function dimensionChanges(
  { plan, links, noise }: OfficeFrame,
  { office, earlier, after }: OfficeYears,
): Readonly<Record<string, Change>> {
  const changes: Record<string, Change> = {};
  for (const { id, items } of plan.maturity.dimensions) {
    changes[id] = changeOf({
      from: earlier.score?.dimensions[id]?.score ?? null,
      to: office.score?.dimensions[id]?.score ?? null,
      change: linkedChange(items, { links, before: earlier.items, after }),
      noise: noise.get(id) ?? conventionalNoise,
    });
  }
  return changes;
}

/** Dimensions that apply to the office in the newer year: all, or those of a field. */
function partsOf(
  { plan }: OfficeFrame,
  {
    office,
    dimensions,
    field,
  }: {
    readonly office: ComparedOffice;
    readonly dimensions: Readonly<Record<string, Change>>;
    readonly field: string | null;
  },
): readonly IndexPart[] {
  return plan.maturity.dimensions.flatMap((dimension) => {
    const status = office.score?.dimensions[dimension.id]?.status ?? 'notApplicable';
    if (status === 'notApplicable' || (field !== null && dimension.field !== field)) return [];
    return [{ weight: dimension.weight, linked: dimensions[dimension.id]?.linked ?? null }];
  });
}

function itemChanges(
  { links, dropped }: OfficeFrame,
  before: ItemValues,
  after: ItemValues,
): Readonly<Record<string, ItemChange>> {
  const changes: Record<string, ItemChange> = {};
  for (const id of dropped)
    changes[id] = { from: before.get(id)?.score ?? null, to: null, change: null, class: 'dropped' };
  for (const [id, link] of links) {
    const from = link.from === null ? null : (before.get(link.from)?.score ?? null);
    const to = after.get(id)?.score ?? null;
    const change = isLinked(link) && from !== null && to !== null ? to - from : null;
    changes[id] = { from, to, change, class: link.class };
  }
  return changes;
}
