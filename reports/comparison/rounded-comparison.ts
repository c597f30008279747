import { round6OrNull } from '../../surveys/scoring/2026.1/numbers.ts';
import type { Change, CityChange, Comparison, ItemChange, OfficeComparison } from './comparison.ts';

const round = (value: number) => round6OrNull(value) ?? 0;

function eachOf<T, R>(
  values: Readonly<Record<string, T>>,
  make: (value: T) => R,
): Readonly<Record<string, R>> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, make(value)]));
}

function roundedChange(change: Change): Change {
  return {
    from: round6OrNull(change.from),
    to: round6OrNull(change.to),
    raw: round6OrNull(change.raw),
    linked: round6OrNull(change.linked),
    composition: round6OrNull(change.composition),
    share: round6OrNull(change.share),
    mdc95: round(change.mdc95),
    convention: change.convention,
    verdict: change.verdict,
  };
}

function roundedItem(item: ItemChange): ItemChange {
  return {
    from: round6OrNull(item.from),
    to: round6OrNull(item.to),
    change: round6OrNull(item.change),
    class: item.class,
  };
}

function roundedChanges<T extends Pick<OfficeComparison, 'index' | 'fields' | 'dimensions'>>(compared: T): T {
  return {
    ...compared,
    index: roundedChange(compared.index),
    fields: eachOf(compared.fields, roundedChange),
    dimensions: eachOf(compared.dimensions, roundedChange),
  };
}

function roundedOffice(office: OfficeComparison): OfficeComparison {
  return {
    ...roundedChanges(office),
    items: eachOf(office.items, roundedItem),
    predecessors: office.predecessors.map((one) => ({ ...one, share: round(one.share) })),
  };
}

function roundedCity(change: CityChange): CityChange {
  return {
    n: change.n,
    mean: round6OrNull(change.mean),
    from: round6OrNull(change.from),
    to: round6OrNull(change.to),
    raw: round6OrNull(change.raw),
    composition: round6OrNull(change.composition),
    organisation: round6OrNull(change.organisation),
    t: round6OrNull(change.t),
    df: change.df,
    p: round6OrNull(change.p),
    ci: change.ci === null ? null : [round(change.ci[0]), round(change.ci[1])],
    wilcoxonP: round6OrNull(change.wilcoxonP),
    holmP: round6OrNull(change.holmP),
  };
}

/** A comparison in the form in which numbers leave Pegel: 6 decimals. @see scoring.md §13 */
export function roundedComparison(comparison: Comparison): Comparison {
  return {
    ...comparison,
    offices: comparison.offices.map(roundedOffice),
    divisions: comparison.divisions.map(roundedChanges),
    city: { ...eachOf(comparison.city, roundedCity), index: roundedCity(comparison.city.index) },
  };
}
