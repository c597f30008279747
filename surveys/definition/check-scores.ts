import { optionProblems } from './check-options.ts';
import { rateProblems } from './check-ratings.ts';
import type { MaturitySource } from './maturity-shape.ts';
import type { Outline, OutlinedQuestion } from './outline.ts';
import { type DefinitionProblem, pointerOf, shown } from './problem.ts';
import type { QuestionSource, TextSource } from './question-shape.ts';

/** Scores, scales, points and choices: every scored answer has exactly one score inside its scale. */
export function* scoreProblems(model: MaturitySource, outline: Outline): Generator<DefinitionProblem> {
  for (const question of outline.questions) {
    yield* rangeProblems(question.source, question.path);
    yield* optionProblems(question, model.scale);
    if (question.source.type === 'text') yield* textProblems(question, question.source);
  }
  for (const { source, path } of outline.rowQuestions) {
    yield* rangeProblems(source, path);
    yield* optionProblems({ source, path, dimension: null, inMatrix: false }, model.scale);
    if (source.type === 'text') yield* boundProblems(source, path);
    if (source.type !== 'comment' && source.dimension !== undefined) yield rowScored(path);
  }
}

function* rangeProblems(source: QuestionSource, path: readonly PropertyKey[]): Generator<DefinitionProblem> {
  if (source.type === 'rating') yield* rateProblems(source, path);
}

function* textProblems(
  { path, dimension }: OutlinedQuestion,
  source: TextSource,
): Generator<DefinitionProblem> {
  yield* boundProblems(source, path);
  if (!source.points) return;
  const rising = source.points.every(
    ([at], index) => index === 0 || at > (source.points?.[index - 1]?.[0] ?? at),
  );
  if (source.inputType === 'number' && rising && dimension !== null) {
    yield* outsidePoints(source, path);
    return;
  }
  yield {
    pointer: pointerOf([...path, 'points']),
    detail: {
      de: 'Punkte gibt es nur für eine Zahl in einem Handlungsfeld, und die Zahlen steigen.',
      en: 'Points are only for a number inside a dimension, and the numbers rise.',
    },
  };
}

/** A number that may be given has points: the bounds lie between the first and the last. */
function* outsidePoints(
  { points, min, max }: TextSource,
  path: readonly PropertyKey[],
): Generator<DefinitionProblem> {
  const first = points?.at(0)?.[0] ?? Number.NEGATIVE_INFINITY;
  const last = points?.at(-1)?.[0] ?? Number.POSITIVE_INFINITY;
  for (const [key, value] of Object.entries({ min, max })) {
    if (typeof value !== 'number' || (value >= first && value <= last)) continue;
    yield {
      pointer: pointerOf([...path, key]),
      detail: {
        de: `Die Grenze ${value} liegt außerhalb der Punkte von ${first} bis ${last}.`,
        en: `The bound ${value} lies outside the points from ${first} to ${last}.`,
      },
    };
  }
}

function* boundProblems(
  { inputType, min, max }: TextSource,
  path: readonly PropertyKey[],
): Generator<DefinitionProblem> {
  const expected = inputType === 'number' ? 'number' : 'string';
  const bounded = inputType === 'number' || inputType === 'date';
  for (const [key, value] of Object.entries({ min, max })) {
    if (value === undefined || (bounded && typeof value === expected)) continue;
    yield {
      pointer: pointerOf([...path, key]),
      detail: {
        de: `Die Grenze ${shown(value)} passt nicht zur Eingabe „${inputType}“.`,
        en: `The bound ${shown(value)} does not fit the input "${inputType}".`,
      },
    };
  }
}

function rowScored(path: readonly PropertyKey[]): DefinitionProblem {
  return {
    pointer: pointerOf([...path, 'dimension']),
    detail: {
      de: 'Fragen in einer wiederholten Gruppe werden nicht gewertet.',
      en: 'Questions inside a repeated group are not scored.',
    },
  };
}
