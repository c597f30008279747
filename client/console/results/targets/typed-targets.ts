import type { TargetsRequest } from '../../../../server/waves/waves.wire.ts';

/** What stands in the fields, by dimension; empty: no target of one's own. */
export type TypedTargets = Readonly<Record<string, string>>;

/** A target as people type it, "62,5" or "62.5"; null: empty; NaN: no number from 0 to 100. */
export function readTarget(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  if (!/^\d{1,3}(\.\d+)?$/.test(text)) return Number.NaN;
  const value = Number(text);
  return value > 100 ? Number.NaN : value;
}

/** Dimensions whose field holds no number from 0 to 100. */
export function wrongTargets(typed: TypedTargets): readonly string[] {
  return Object.keys(typed).filter((dimension) => Number.isNaN(readTarget(typed[dimension] ?? '')));
}

/** The targets to be set; an empty field goes back to what the offices aim at. */
export function targetsOf(typed: TypedTargets): TargetsRequest['targets'] {
  return Object.fromEntries(Object.entries(typed).map(([dimension, text]) => [dimension, readTarget(text)]));
}
