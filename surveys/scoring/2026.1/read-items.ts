import type { Answer, Answers } from '../../answers/answer.ts';
import { askedOf, type Placed, placedQuestions } from '../../plan/asked.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ItemState } from '../score.ts';
import { type ItemRuler, rulerOf } from './item-ruler.ts';
import type { ScoredItem } from './scored-item.ts';

/** Reads the items of every dimension out of answers. */
export type ReadItems = (
  answers: Answers,
  tags: readonly string[],
) => ReadonlyMap<string, readonly ScoredItem[]>;

/** A scored question and how it is measured. */
export interface PreparedItem extends ItemRuler {
  readonly id: string;
  /** Weight > 0. */
  readonly weight: number;
  readonly placed: Placed;
}

export interface PreparedDimension {
  readonly id: string;
  readonly items: readonly PreparedItem[];
}

/** The scored questions of a plan, prepared once. */
export interface PreparedItems {
  /** In questionnaire order. */
  readonly dimensions: readonly PreparedDimension[];
  /** What is asked of an office that carries these field ids and gave these answers. */
  readonly askedOf: (answers: Answers, tags: readonly string[]) => ReadonlySet<Placed>;
}

export function prepareItems(plan: Plan): PreparedItems {
  const placed = placedQuestions(plan);
  const byName = new Map(placed.map((entry) => [entry.question.name, entry]));
  const dimensions = plan.maturity.dimensions.map(({ id, items }) => ({
    id,
    items: items.flatMap((name) => prepared(byName.get(name))),
  }));
  return { dimensions, askedOf: preparedAsked(placed) };
}

function prepared(placed: Placed | undefined): readonly PreparedItem[] {
  if (!placed) return [];
  const { name, weight } = placed.question;
  return [{ id: name, weight, placed, ...rulerOf(placed.question) }];
}

/** Without conditions the tags alone decide, and offices with the same tags share one set. */
function preparedAsked(placed: readonly Placed[]): PreparedItems['askedOf'] {
  if (placed.some(({ conditions }) => conditions.length > 0))
    return (answers, tags) => new Set(askedOf(placed, answers, tags));
  const deciding = [...new Set(placed.flatMap((entry) => entry.tags))];
  const byTags = new Map<string, ReadonlySet<Placed>>();
  return (answers, tags) => {
    const key = deciding.map((tag) => Number(tags.includes(tag))).join('');
    const asked = byTags.get(key) ?? new Set(askedOf(placed, answers, tags));
    byTags.set(key, asked);
    return asked;
  };
}

/**
 * Item scores and states of a response by dimension, in questionnaire order. A value the plan does not know counts as
 * blank (a checked response has none).
 *
 * @see scoring.md §1–§3, mode official
 */
export function itemReader({ dimensions, askedOf }: PreparedItems): ReadItems {
  return (answers, tags) => {
    const asked = askedOf(answers, tags);
    return new Map(
      dimensions.map(({ id, items }) => [id, items.map((item) => readItem(item, answers, asked))]),
    );
  };
}

/** State and score of one item of one response. */
export function readItem(
  { id, weight, placed, scoreOf }: PreparedItem,
  answers: Answers,
  asked: ReadonlySet<Placed>,
): ScoredItem {
  if (!asked.has(placed)) return { id, weight, state: 'notAsked', score: null };
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const score = answer?.state === undefined ? scoreOf(answer?.value) : null;
  return { id, weight, state: stateOf(answer, score), score };
}

function stateOf(answer: Answer | undefined, score: number | null): ItemState {
  return answer?.state ?? (score === null ? 'missing' : 'level');
}

/** Points 0–100 of the level an office aims at with an item; null: none given. @see scoring.md §12 */
export function readTarget({ id, scoreOf }: PreparedItem, answers: Answers): number | null {
  return Object.hasOwn(answers, id) ? scoreOf(answers[id]?.target) : null;
}
