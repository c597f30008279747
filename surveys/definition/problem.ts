import type { Scalar, Text } from '../plan/plan.ts';

/** One reason why a questionnaire is refused. */
export interface DefinitionProblem {
  /** JSON pointer (RFC 6901) into the questionnaire, e.g. `/pages/0/elements/2/type`. */
  readonly pointer: string;
  readonly detail: Text;
  readonly allowed?: readonly Scalar[];
}

/** A list without repetitions that stops growing at 50 entries, so that a hostile file cannot make a hostile answer. */
export function collectProblems(): { add(problem: DefinitionProblem): void; all: DefinitionProblem[] } {
  const all: DefinitionProblem[] = [];
  return {
    all,
    add(problem) {
      if (all.length < 50 && !all.some((told) => isSame(told, problem))) all.push(problem);
    },
  };
}

function isSame(one: DefinitionProblem, other: DefinitionProblem): boolean {
  return one.pointer === other.pointer && one.detail.en === other.detail.en;
}

/** JSON pointer of a path; `~` and `/` inside a segment are escaped. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What was sent, short enough for a message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
