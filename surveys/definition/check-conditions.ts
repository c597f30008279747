import { questionsIn } from '../conditions/evaluate-condition.ts';
import { parseCondition } from '../conditions/parse-condition.ts';
import type { Condition, Scalar, Text } from '../plan/plan.ts';
import { looseKey } from './check-scores.ts';
import type { Outline } from './outline.ts';
import { type DefinitionProblem, pointerOf, shown } from './problem.ts';
import type { QuestionSource } from './question-shape.ts';

/** Conditions by the path of their expression, segments joined with `/`. */
export type Conditions = ReadonlyMap<string, Condition>;

class Misfit extends Error {
  readonly problem: Omit<DefinitionProblem, 'pointer'>;
  constructor(detail: Text, allowed?: readonly Scalar[]) {
    super(detail.en);
    this.problem = allowed ? { detail, allowed } : { detail };
  }
}

/**
 * Parses every condition and fits its values to the questions they name, so that comparing later is exact.
 *
 * @returns the conditions that are in order, and what is wrong with the others
 */
export function readConditions(outline: Outline): { conditions: Conditions; problems: DefinitionProblem[] } {
  const conditions = new Map<string, Condition>();
  const problems: DefinitionProblem[] = [];
  for (const { path, expression, rows } of outline.expressions) {
    const parsed = parseCondition(expression);
    const fitted: Fitted = parsed.ok
      ? fitTo(parsed.condition, symbolsFor(outline, rows))
      : { ok: false, problem: { detail: parsed.detail } };
    if (fitted.ok) conditions.set(path.join('/'), fitted.condition);
    else problems.push({ pointer: pointerOf(path), ...fitted.problem });
  }
  if (problems.length === 0) problems.push(...circleProblems(outline, conditions));
  return { conditions, problems };
}

type Symbols = ReadonlyMap<string, QuestionSource>;
type Fitted =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: Omit<DefinitionProblem, 'pointer'> };

function symbolsFor(outline: Outline, rows: string | null): Symbols {
  const symbols = new Map<string, QuestionSource>(
    outline.questions.map(({ source }) => [source.name, source]),
  );
  for (const { source, parent } of outline.rowQuestions) {
    if (parent === rows) symbols.set(`panel.${source.name}`, source);
  }
  return symbols;
}

function fitTo(condition: Condition, symbols: Symbols): Fitted {
  try {
    return { ok: true, condition: fitted(condition, symbols) };
  } catch (error) {
    if (error instanceof Misfit) return { ok: false, problem: error.problem };
    throw error;
  }
}

function fitted(condition: Condition, symbols: Symbols): Condition {
  if ('terms' in condition) {
    return { op: condition.op, terms: condition.terms.map((term) => fitted(term, symbols)) };
  }
  const name = condition.question.normalize('NFC');
  const source = symbols.get(name);
  if (!source) {
    throw new Misfit({
      de: `Die Frage {${name}} gibt es hier nicht.`,
      en: `There is no question {${name}} here.`,
    });
  }
  if (!('value' in condition)) return { op: condition.op, question: name };
  const ordered = condition.op === '<' || condition.op === '>';
  return {
    op: condition.op,
    question: name,
    value: fittedValue(source, condition.value, ordered ? 'order' : 'equality'),
  };
}

function fittedValue(source: QuestionSource, value: Scalar, comparison: 'order' | 'equality'): Scalar {
  const found = valueFor(source, value, comparison);
  if (found !== null) return found;
  const allowed = source.type === 'radiogroup' ? source.choices.map((choice) => choice.value) : undefined;
  throw new Misfit(
    {
      de: `Der Wert ${shown(value)} passt nicht zur Frage {${source.name}}.`,
      en: `The value ${shown(value)} does not fit the question {${source.name}}.`,
    },
    allowed,
  );
}

/** The value exactly as an answer holds it; null when no answer could ever meet it in this comparison. */
function valueFor(source: QuestionSource, value: Scalar, comparison: 'order' | 'equality'): Scalar | null {
  switch (source.type) {
    case 'radiogroup':
      return choiceFor(source.choices, value, comparison);
    case 'boolean':
      return typeof value === 'boolean' && comparison === 'equality' ? value : null;
    case 'text':
      if (source.inputType === 'number') return typeof value === 'number' ? value : null;
      if (source.inputType === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? value : null;
      return freeText(value, comparison);
    case 'comment':
      return freeText(value, comparison);
    case 'paneldynamic':
      return null;
  }
}

function choiceFor(
  choices: readonly { value: string | number }[],
  value: Scalar,
  comparison: 'order' | 'equality',
) {
  if (comparison === 'equality')
    return choices.find((choice) => looseKey(choice.value) === looseKey(value))?.value ?? null;
  return typeof value === 'number' && choices.every((choice) => typeof choice.value === 'number')
    ? value
    : null;
}

function freeText(value: Scalar, comparison: 'order' | 'equality'): Scalar | null {
  if (typeof value !== 'string' || comparison === 'order') return null;
  const looksLikeAnotherType =
    Number.isFinite(Number(value)) || /^(true|false|undefined)$/i.test(value.trim());
  return looksLikeAnotherType ? null : value;
}

function* circleProblems(outline: Outline, conditions: Conditions): Generator<DefinitionProblem> {
  const walk: Walk = { needs: needsOf(outline, conditions), done: new Set(), open: new Set() };
  const all = [
    ...outline.questions.map(({ source, path }) => ({ id: source.name, path })),
    ...outline.rowQuestions.map(({ source, path, parent }) => ({
      id: `${parent}/panel.${source.name}`,
      path,
    })),
  ];
  for (const { id, path } of all) {
    if (!runsInCircle(id, walk)) continue;
    yield {
      pointer: pointerOf([...path, 'visibleIf']),
      detail: {
        de: `Die Bedingungen der Frage {${id}} laufen im Kreis.`,
        en: `The conditions of the question {${id}} run in a circle.`,
      },
    };
    return;
  }
}

/** Which questions decide whether a question is asked; row questions as `<panel>/panel.<name>`. */
function needsOf(outline: Outline, conditions: Conditions): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, readonly string[]>();
  const named = (path: string) => questionsIn(conditions.get(path) ?? { op: 'and', terms: [] });
  for (const { source, conditionPaths } of outline.questions)
    needs.set(source.name, conditionPaths.flatMap(named));
  for (const { source, path, parent } of outline.rowQuestions) {
    const names = named([...path, 'visibleIf'].join('/'));
    const siblings = names.filter((name) => name.startsWith('panel.')).map((name) => `${parent}/${name}`);
    needs.set(`${parent}/panel.${source.name}`, siblings);
  }
  return needs;
}

interface Walk {
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly done: Set<string>;
  readonly open: Set<string>;
}

function runsInCircle(name: string, walk: Walk): boolean {
  if (walk.done.has(name)) return false;
  if (walk.open.has(name)) return true;
  walk.open.add(name);
  const circle = (walk.needs.get(name) ?? []).some((next) => runsInCircle(next, walk));
  walk.open.delete(name);
  walk.done.add(name);
  return circle;
}
