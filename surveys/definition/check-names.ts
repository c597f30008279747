import { isDangerousName } from './limits.ts';
import type { Outline } from './outline.ts';
import { type DefinitionProblem, pointerOf } from './problem.ts';
import type { MatrixSource } from './question-shape.ts';

/** Words that already mean something beside answers: rows carry `id`, conditions say `panel.<name>`. */
const reserved = new Set([
  'id',
  'panel',
  'panelindex',
  'parentpanel',
  'item',
  'row',
  'rowindex',
  'locale',
  'pageno',
]);

/** Keys of an answer; a row called so would be taken for one. */
const answerKeys = new Set(['value', 'state', 'reason', 'reasontext', 'comment', 'target', 'evidence']);

type NameKey = 'name' | 'value';

interface Named {
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** Names of questions, pages and panels: unique without regard to case, none that JavaScript or Pegel already uses. */
export function* nameProblems(outline: Outline): Generator<DefinitionProblem> {
  const questions = outline.questions.filter(({ inMatrix }) => !inMatrix);
  yield* problemsOf(
    [...questions, ...outline.matrices].map(({ source, path }) => ({ name: source.name, path })),
  );
  for (const { source, path } of outline.matrices) yield* matrixRowProblems(source, path);
  yield* problemsOf(outline.containers);
  for (const panel of new Set(outline.rowQuestions.map((row) => row.parent))) {
    const rows = outline.rowQuestions.filter((row) => row.parent === panel);
    yield* problemsOf(rows.map(({ source, path }) => ({ name: source.name, path })));
  }
}

function* matrixRowProblems(
  { rows }: MatrixSource,
  path: readonly PropertyKey[],
): Generator<DefinitionProblem> {
  const named = rows.map(({ value }, index) => ({ name: value, path: [...path, 'rows', index] }));
  yield* problemsOf(named, 'value');
  for (const row of named) if (answerKeys.has(row.name.toLowerCase())) yield taken(row, 'value');
}

function* problemsOf(all: readonly Named[], key: NameKey = 'name'): Generator<DefinitionProblem> {
  const seen = new Map<string, readonly PropertyKey[]>();
  for (const { name, path } of all) {
    const loose = name.toLowerCase();
    const first = seen.get(loose);
    if (first) yield duplicate({ name, path: [...path, key] }, first);
    else if (isDangerousName(name) || reserved.has(loose) || loose.endsWith('-comment'))
      yield taken({ name, path }, key);
    seen.set(loose, first ?? path);
  }
}

function duplicate({ name, path }: Named, first: readonly PropertyKey[]): DefinitionProblem {
  return {
    pointer: pointerOf(path),
    detail: {
      de: `Der Name „${name}“ ist doppelt; er steht schon bei ${pointerOf(first)}. Groß- und Kleinschreibung zählt nicht.`,
      en: `The name "${name}" is used twice; it already stands at ${pointerOf(first)}. Case does not matter.`,
    },
  };
}

function taken({ name, path }: Named, key: NameKey): DefinitionProblem {
  return {
    pointer: pointerOf([...path, key]),
    detail: {
      de: `Der Name „${name}“ ist vergeben und nicht erlaubt.`,
      en: `The name "${name}" is reserved and not allowed.`,
    },
  };
}
