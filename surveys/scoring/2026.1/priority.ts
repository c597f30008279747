import type { DimensionPlan, Plan } from '../../plan/plan.ts';
import type { OfficeFigures, Priority } from '../score.ts';
import { mean, round6 } from './numbers.ts';

/** What priorities are computed from; offices without a submission and hidden ones are left out by the caller. */
export type AimingFigures = Pick<OfficeFigures, 'score' | 'aims'>;

/** Targets that the officer set, points 0–100 by dimension; null or absent: none. */
export type Targets = Readonly<Record<string, number | null>>;

type Standing = Pick<Priority, 'target' | 'source' | 'actual'>;

interface Ordered {
  readonly priority: Priority;
  readonly legalDuty: boolean;
  /** Mean secured level of the offices; null: none has one. */
  readonly secured: number | null;
}

/**
 * Where the city stands against its targets: dimensions by gap · weight · importance, largest first, those without a
 * gap last; ties by legal duty, then by the lower secured level, then in questionnaire order. Exact.
 *
 * @param offices in any order
 * @see scoring.md §12
 */
export function priorities(
  { maturity }: Pick<Plan, 'maturity'>,
  offices: readonly AimingFigures[],
  targets: Targets,
): readonly Priority[] {
  return maturity.dimensions
    .map((dimension): Ordered => {
      const { id, legalDuty } = dimension;
      const secured = meanOf(offices.flatMap(({ score }) => score.dimensions[id]?.secured ?? []));
      return { priority: priorityOf(dimension, standing(id, offices, targets)), legalDuty, secured };
    })
    .sort(byPriority)
    .map(({ priority }) => priority);
}

/** The same for one office. @see scoring.md §12 */
export function officePriorities(
  plan: Pick<Plan, 'maturity'>,
  office: AimingFigures,
  targets: Targets,
): readonly Priority[] {
  return priorities(plan, [office], targets);
}

/** The officer's target against the mean of the offices; without one what the offices aim at, on the same items. */
function standing(id: string, offices: readonly AimingFigures[], targets: Targets): Standing {
  const set = targets[id] ?? null;
  if (set !== null) {
    const scores = offices.flatMap(({ score }) => score.dimensions[id]?.score ?? []);
    return { target: set, source: 'officer', actual: meanOf(scores) };
  }
  const aims = offices.flatMap(({ aims: own }) => own[id] ?? []);
  const items = aims.reduce((sum, aim) => sum + aim.items, 0);
  if (items === 0) return { target: null, source: null, actual: null };
  const weighted = (value: 'target' | 'actual') => sumOf(aims.map((aim) => aim.items * aim[value])) / items;
  return { target: weighted('target'), source: 'answers', actual: weighted('actual') };
}

function priorityOf(
  { id, weight, importance }: DimensionPlan,
  { target, source, actual }: Standing,
): Priority {
  const gap = target === null || actual === null ? null : Math.max(0, target - actual);
  const priority = gap === null ? null : gap * weight * importance;
  return { dimension: id, target, source, actual, gap, priority };
}

/** Sorting is stable: what is equal here keeps questionnaire order. */
function byPriority(a: Ordered, b: Ordered): number {
  return (
    atSix(b.priority.priority, -1) - atSix(a.priority.priority, -1) ||
    Number(b.legalDuty) - Number(a.legalDuty) ||
    compared(atSix(a.secured, Number.POSITIVE_INFINITY), atSix(b.secured, Number.POSITIVE_INFINITY))
  );
}

function atSix(value: number | null, none: number): number {
  return value === null ? none : round6(value);
}

function compared(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

/** Sum of rising values, so that the order of the offices does not matter. */
function sumOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

function meanOf(values: readonly number[]): number | null {
  return mean(values.toSorted((a, b) => a - b));
}
