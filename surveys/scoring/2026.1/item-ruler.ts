import type { Answer, Ticked } from '../../answers/answer.ts';
import type { QuestionPlan } from '../../plan/plan.ts';
import { pointsScore, tickedScore } from './item-score.ts';

/** How the answers to one question are measured. */
export interface ItemRuler {
  /** 0–100 points of a value (or of a target); null: no value the plan knows, it counts as blank. */
  readonly scoreOf: (value: Answer['value']) => number | null;
  /** The scores of a discrete item, rising and distinct: its answer steps. Empty for numbers and checkboxes. */
  readonly steps: readonly number[];
}

/** Prepared once per question. Only the exact value of a choice scores. @see scoring.md §2 */
export function rulerOf(question: QuestionPlan): ItemRuler {
  switch (question.type) {
    case 'radiogroup':
    case 'rating': {
      const scores = new Map<unknown, number | null>(
        question.choices.map(({ value, score }) => [value, score]),
      );
      return { scoreOf: (value) => scores.get(value) ?? null, steps: distinct([...scores.values()]) };
    }
    case 'boolean': {
      const { scores } = question;
      const scoreOf = (value: unknown) => (typeof value === 'boolean' && scores ? scores[`${value}`] : null);
      return { scoreOf, steps: distinct(scores ? [scores.true, scores.false] : []) };
    }
    case 'checkbox':
      return { scoreOf: (value) => (isTicked(value) ? tickedScore(value, question) : null), steps: [] };
    case 'text': {
      const points = question.points ?? [];
      return {
        scoreOf: (value) => (typeof value === 'number' ? pointsScore(value, points) : null),
        steps: [],
      };
    }
    default:
      return { scoreOf: () => null, steps: [] };
  }
}

function distinct(scores: readonly (number | null)[]): readonly number[] {
  return [...new Set(scores.filter((score) => score !== null))].sort((a, b) => a - b);
}

function isTicked(value: Answer['value']): value is readonly Ticked[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');
}
