import { questionsIn } from '../conditions/evaluate-condition.ts';
import { parseCondition } from '../conditions/parse-condition.ts';
import type { Condition, Scalar, Text } from '../plan/plan.ts';
import { valueFor, valuesOf } from './condition-values.ts';
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

type Comparison = Extract<Condition, { value: Scalar }>;
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
  if (!source) throw nothingCalled(name, symbols);
  if (!('value' in condition)) return { op: condition.op, question: name };
  return { op: condition.op, question: name, value: fittedValue(source, condition) };
}

function nothingCalled(name: string, symbols: Symbols): Misfit {
  const row = [...symbols.keys()].find((known) => known.startsWith(`${name}.`) && name !== 'panel');
  if (row === undefined) {
    return new Misfit({
      de: `Die Frage {${name}} gibt es hier nicht.`,
      en: `There is no question {${name}} here.`,
    });
  }
  return new Misfit({
    de: `Die Matrix {${name}} hat keine eigene Antwort. Nennen Sie eine Zeile, zum Beispiel {${row}}.`,
    en: `The matrix {${name}} has no answer of its own. Name a row, such as {${row}}.`,
  });
}

function fittedValue(source: QuestionSource, { op, value }: Comparison): Scalar {
  const found = valueFor(source, value, op);
  if (found !== null) return found;
  if ((source.type === 'checkbox') !== (op === 'contains')) throw wrongOperator(source, op);
  throw new Misfit(
    {
      de: `Der Wert ${shown(value)} passt nicht zur Frage {${source.name}}.`,
      en: `The value ${shown(value)} does not fit the question {${source.name}}.`,
    },
    valuesOf(source),
  );
}

function wrongOperator(source: QuestionSource, op: Comparison['op']): Misfit {
  const allowed = source.type === 'checkbox' ? 'contains empty notempty' : '= <> < > empty notempty';
  return new Misfit({
    de: `„${op}“ passt nicht zur Frage {${source.name}}. Erlaubt: ${allowed}.`,
    en: `"${op}" does not fit the question {${source.name}}. Allowed: ${allowed}.`,
  });
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
