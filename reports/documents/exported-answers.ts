import type { Answer, Answers } from '../../surveys/answers/answer.ts';
import { questionsIn } from '../../surveys/conditions/evaluate-condition.ts';
import { askedOf, type Placed, placedQuestions } from '../../surveys/plan/asked.ts';
import type { Plan, QuestionPlan } from '../../surveys/plan/plan.ts';

/** Questions that are answered by choosing; what was chosen is one of a few words of the questionnaire. */
const chosen: ReadonlySet<QuestionPlan['type']> = new Set(['radiogroup', 'rating', 'checkbox', 'boolean']);

/** Unscored questions to be chosen from that the conditions of what is kept rest on, directly or by way of others. */
function gatesOf(placed: readonly Placed[]): ReadonlySet<string> {
  const byName = new Map(placed.map((one) => [one.question.name, one]));
  const gates = new Set<string>();
  const open = placed.filter(({ question }) => question.dimension !== null);
  for (let one = open.pop(); one; one = open.pop()) {
    for (const name of one.conditions.flatMap(questionsIn)) {
      const gate = byName.get(name);
      if (gate?.question.dimension !== null || gates.has(name) || !chosen.has(gate.question.type)) continue;
      gates.add(name);
      open.push(gate);
    }
  }
  return gates;
}

function valueOnly({ value }: Answer): Answer {
  return value === undefined ? {} : { value };
}

function withoutTexts({ comment: _, evidence: __, reasonText: ___, ...others }: Answer): Answer {
  return others;
}

/**
 * What may leave of one person's answers in mode several, in questionnaire order:
 * - value, state, reason and target of the scored questions;
 * - of the other questions only those to be chosen from (radiogroup, rating, checkbox, boolean) that a condition of a
 *   kept question names, and of them the value alone;
 * - nothing anybody wrote, and no number or date that is not scored.
 *
 * Conditions that name a text, number or date left out find it blank. An answer that then was not asked for is left
 * out as well: `pegel score` reads the file, and what it computes for such a question says "not asked".
 *
 * @see scoring.md §10; formats.md §3
 */
export function answersExporter(plan: Plan): (answers: Answers, tags: readonly string[]) => Answers {
  const placed = placedQuestions(plan);
  const gates = gatesOf(placed);
  return (answers, tags) => {
    const kept = new Map<string, Answer>();
    for (const { question } of placed) {
      const answer = Object.hasOwn(answers, question.name) ? answers[question.name] : undefined;
      if (answer === undefined) continue;
      if (question.dimension !== null) kept.set(question.name, withoutTexts(answer));
      else if (gates.has(question.name)) kept.set(question.name, valueOnly(answer));
    }
    for (const [name, answer] of kept) if (Object.keys(answer).length === 0) kept.delete(name);
    const asked = new Set(
      askedOf(placed, Object.fromEntries(kept), tags).map(({ question }) => question.name),
    );
    return Object.fromEntries([...kept].filter(([name]) => asked.has(name)));
  };
}
