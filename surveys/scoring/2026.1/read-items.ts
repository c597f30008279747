import type { Answer, Answers } from '../../answers/answer.ts';
import { askedOf, type Placed, placedQuestions } from '../../plan/asked.ts';
import type { Plan, QuestionPlan } from '../../plan/plan.ts';
import type { ItemState } from '../score.ts';
import { pointsScore } from './item-score.ts';
import type { ScoredItem } from './scored-item.ts';

/** Reads the items of one dimension out of answers. Prepared once per plan. */
export type ReadItems = (
  answers: Answers,
  tags: readonly string[],
) => ReadonlyMap<string, readonly ScoredItem[]>;

type ScoreOf = (value: Answer['value']) => number | null;

interface PreparedItem {
  readonly id: string;
  readonly weight: number;
  readonly placed: Placed;
  readonly scoreOf: ScoreOf;
}

/**
 * Item scores and states of a response by dimension, in questionnaire order. Only the exact value of a choice scores;
 * a value the plan does not know counts as blank (a checked response has none).
 *
 * @see scoring.md §1–§3, mode official
 */
export function createItemReader(plan: Plan): ReadItems {
  const placed = placedQuestions(plan);
  const byName = new Map(placed.map((entry) => [entry.question.name, entry]));
  const dimensions = plan.maturity.dimensions.map(({ id, items }) => ({
    id,
    items: items.flatMap((name) => prepared(byName.get(name))),
  }));
  return (answers, tags) => {
    const asked = new Set(askedOf(placed, answers, tags));
    return new Map(dimensions.map(({ id, items }) => [id, items.map((item) => read(item, answers, asked))]));
  };
}

function prepared(placed: Placed | undefined): readonly PreparedItem[] {
  if (!placed) return [];
  const { name, weight } = placed.question;
  return [{ id: name, weight, placed, scoreOf: scoreLookup(placed.question) }];
}

function scoreLookup(question: QuestionPlan): ScoreOf {
  if (question.type === 'radiogroup') {
    const scores = new Map<unknown, number | null>(
      question.choices.map(({ value, score }) => [value, score]),
    );
    return (value) => scores.get(value) ?? null;
  }
  if (question.type === 'boolean') {
    const { scores } = question;
    return (value) => (typeof value === 'boolean' && scores ? scores[`${value}`] : null);
  }
  const points = question.type === 'text' ? (question.points ?? []) : [];
  return (value) => (typeof value === 'number' ? pointsScore(value, points) : null);
}

function read(
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
