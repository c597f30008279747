import type { Answers } from '../../answers/answer.ts';
import type { Aim } from '../score.ts';
import type { OfficeItem } from './office-items.ts';
import { type PreparedDimension, readTarget } from './read-items.ts';
import type { ScoredItem } from './scored-item.ts';
import type { PolledDimension, PolledItem } from './several-items.ts';

/** An item with an answer and a target, both 0–100 points. */
interface AimedItem {
  readonly weight: number;
  readonly target: number;
  readonly actual: number;
}

/**
 * What the one response of an office aims at in a dimension: weighted means over the items that have a value and a
 * target.
 *
 * @returns points 0–100; null without such an item
 * @see scoring.md §12
 */
export function aimOfResponse(
  { items }: PreparedDimension,
  scored: readonly ScoredItem[],
  answers: Answers,
): Aim | null {
  return aimOver(
    items.flatMap((item, index) => {
      const actual = scored[index]?.score ?? null;
      const target = actual === null ? null : readTarget(item, answers);
      return actual === null || target === null ? [] : [{ weight: item.weight, target, actual }];
    }),
  );
}

/**
 * The same where many people answered: item first, over the respondents who gave both answer and target.
 *
 * @returns points 0–100; null without such an item
 * @see scoring.md §3, §12
 */
export function aimOfPoll({ items }: PolledDimension, office: readonly OfficeItem[]): Aim | null {
  return aimOver(
    items.flatMap((polled, index) => (office[index]?.scored.state === 'level' ? aimedItem(polled) : [])),
  );
}

function aimedItem({ item, scores, targets }: PolledItem): readonly AimedItem[] {
  let given = 0;
  let target = 0;
  let actual = 0;
  for (const [respondent, points] of targets.entries()) {
    if (points < 0) continue;
    given += 1;
    target += points;
    actual += scores[respondent] ?? 0;
  }
  return given === 0 ? [] : [{ weight: item.weight, target: target / given, actual: actual / given }];
}

function aimOver(items: readonly AimedItem[]): Aim | null {
  let weights = 0;
  let target = 0;
  let actual = 0;
  for (const item of items) {
    weights += item.weight;
    target += item.weight * item.target;
    actual += item.weight * item.actual;
  }
  if (weights === 0) return null;
  return { target: target / weights, actual: actual / weights, items: items.length };
}
