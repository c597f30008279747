import type { Answers } from '../answers/answer.ts';
import { holds, type Lookup } from '../conditions/evaluate-condition.ts';
import type { Condition, ElementPlan, PagePlan, Plan, QuestionPlan } from './plan.ts';

/** A question with everything that decides whether it is asked. */
export interface Placed {
  readonly question: QuestionPlan;
  readonly page: PagePlan;
  readonly conditions: readonly Condition[];
  /** Field ids an office must carry. */
  readonly tags: readonly string[];
}

/** All questions with their conditions, in questionnaire order. Prepare once, ask often. */
export function placedQuestions(plan: Plan): readonly Placed[] {
  return plan.pages.flatMap((page) => {
    const conditions = conditionsOf(page, []);
    const tags = page.onlyTagged === null ? [] : [page.onlyTagged];
    return page.elements.flatMap((element) => placedIn(element, { page, conditions, tags }));
  });
}

function placedIn(element: ElementPlan, place: Omit<Placed, 'question'>): readonly Placed[] {
  const conditions = conditionsOf(element, place.conditions);
  if (element.type === 'panel')
    return element.elements.flatMap((inner) => placedIn(inner, { ...place, conditions }));
  const tags = element.onlyTagged === undefined ? place.tags : [...place.tags, element.onlyTagged];
  return [{ question: element, page: place.page, conditions, tags }];
}

function conditionsOf(
  { visibleIf }: { readonly visibleIf: Condition | null },
  above: readonly Condition[],
): readonly Condition[] {
  return visibleIf ? [...above, visibleIf] : above;
}

/**
 * The questions asked of an office with these answers. An answer to a question not asked counts as blank for the
 * conditions of others; conditions never run in a circle, so this comes to rest.
 *
 * @param tags field ids the office carries
 */
export function askedOf(
  placed: readonly Placed[],
  answers: Answers,
  tags: readonly string[],
): readonly Placed[] {
  const candidates = placed.filter((entry) => entry.tags.every((tag) => tags.includes(tag)));
  if (candidates.every((entry) => entry.conditions.length === 0)) return candidates;
  let asked = candidates;
  for (let round = 0; round <= candidates.length; round += 1) {
    const lookup = lookupIn(asked, answers);
    const next = candidates.filter((entry) => isAsked(entry, lookup));
    if (next.length === asked.length && next.every((entry, index) => entry === asked[index])) return next;
    asked = next;
  }
  return asked;
}

function isAsked({ conditions }: Placed, lookup: Lookup): boolean {
  return conditions.every((condition) => holds(condition, lookup));
}

/** Values as conditions see them: of asked questions only. */
export function lookupIn(asked: readonly Placed[], answers: Answers): Lookup {
  let names: ReadonlySet<string> | null = null;
  return (name) => {
    names ??= new Set(asked.map((entry) => entry.question.name));
    return names.has(name) && Object.hasOwn(answers, name) ? answers[name]?.value : undefined;
  };
}
