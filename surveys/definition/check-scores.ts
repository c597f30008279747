import { levelScore, type Scale } from '../scoring/2026.1/item-score.ts';
import type { MaturitySource } from './maturity-shape.ts';
import type { Outline, OutlinedQuestion } from './outline.ts';
import { type DefinitionProblem, pointerOf, shown } from './problem.ts';
import type { RadiogroupSource, TextSource } from './question-shape.ts';

/** Scores, scales, points and choices: every scored answer has exactly one score inside its scale. */
export function* scoreProblems(model: MaturitySource, outline: Outline): Generator<DefinitionProblem> {
  for (const question of outline.questions) {
    if (question.source.type === 'radiogroup')
      yield* radiogroupProblems(question, question.source, model.scale);
    if (question.source.type === 'text') yield* textProblems(question, question.source);
  }
  for (const { source, path } of outline.rowQuestions) {
    if (source.type === 'radiogroup') yield* choiceDuplicates(source, path);
    if (source.type === 'text') yield* boundProblems(source, path);
    if (source.type !== 'comment' && source.dimension !== undefined) yield rowScored(path);
  }
}

function* radiogroupProblems(
  { path, dimension }: OutlinedQuestion,
  source: RadiogroupSource,
  standard: Scale,
): Generator<DefinitionProblem> {
  yield* choiceDuplicates(source, path);
  if (dimension === null) return;
  const scale = source.scale ?? standard;
  for (const [index, choice] of source.choices.entries()) {
    const level = 'score' in choice && choice.score !== undefined ? choice.score : choice.value;
    if (typeof level === 'number' && levelScore(level, scale) !== null) continue;
    yield {
      pointer: pointerOf([...path, 'choices', index]),
      detail: {
        de: `Die Antwort ${shown(choice.value)} hat keinen Punktwert auf der Skala ${scale.min} bis ${scale.max}; gefunden: ${shown(level)}.`,
        en: `The choice ${shown(choice.value)} has no score on the scale ${scale.min} to ${scale.max}; found: ${shown(level)}.`,
      },
    };
  }
}

function* choiceDuplicates(
  source: RadiogroupSource,
  path: readonly PropertyKey[],
): Generator<DefinitionProblem> {
  const seen = new Set<string>();
  for (const [index, { value }] of source.choices.entries()) {
    const key = looseKey(value);
    if (seen.has(key)) {
      yield {
        pointer: pointerOf([...path, 'choices', index, 'value']),
        detail: {
          de: `Der Wert ${shown(value)} ist doppelt.`,
          en: `The value ${shown(value)} is used twice.`,
        },
      };
    }
    seen.add(key);
  }
}

/** Two values that survey-core would take for the same have the same key. */
export function looseKey(value: string | number | boolean): string {
  const text = String(value).trim().toLowerCase();
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? String(number) : text;
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
  if (source.inputType === 'number' && rising && dimension !== null) return;
  yield {
    pointer: pointerOf([...path, 'points']),
    detail: {
      de: 'Punkte gibt es nur für eine Zahl in einem Handlungsfeld, und die Zahlen steigen.',
      en: 'Points are only for a number inside a dimension, and the numbers rise.',
    },
  };
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
