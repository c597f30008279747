import { isDangerousName } from './limits.ts';
import type { Outline } from './outline.ts';
import { type DefinitionProblem, pointerOf } from './problem.ts';

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

interface Named {
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** Names of questions, pages and panels: unique without regard to case, none that JavaScript or Pegel already uses. */
export function* nameProblems(outline: Outline): Generator<DefinitionProblem> {
  const questions = outline.questions.map(({ source, path }) => ({ name: source.name, path }));
  yield* problemsOf(questions);
  yield* problemsOf(outline.containers);
  for (const panel of new Set(outline.rowQuestions.map((row) => row.parent))) {
    const rows = outline.rowQuestions.filter((row) => row.parent === panel);
    yield* problemsOf(rows.map(({ source, path }) => ({ name: source.name, path })));
  }
}

function* problemsOf(all: readonly Named[]): Generator<DefinitionProblem> {
  const seen = new Map<string, readonly PropertyKey[]>();
  for (const { name, path } of all) {
    const key = name.toLowerCase();
    const first = seen.get(key);
    if (first) yield duplicate({ name, path }, first);
    else if (isDangerousName(name) || reserved.has(key) || key.endsWith('-comment'))
      yield taken({ name, path });
    seen.set(key, first ?? path);
  }
}

function duplicate({ name, path }: Named, first: readonly PropertyKey[]): DefinitionProblem {
  return {
    pointer: pointerOf([...path, 'name']),
    detail: {
      de: `Der Name „${name}“ ist doppelt; er steht schon bei ${pointerOf(first)}. Groß- und Kleinschreibung zählt nicht.`,
      en: `The name "${name}" is used twice; it already stands at ${pointerOf(first)}. Case does not matter.`,
    },
  };
}

function taken({ name, path }: Named): DefinitionProblem {
  return {
    pointer: pointerOf([...path, 'name']),
    detail: {
      de: `Der Name „${name}“ ist vergeben und nicht erlaubt.`,
      en: `The name "${name}" is reserved and not allowed.`,
    },
  };
}
