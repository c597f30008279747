import { levelScore, type Scale } from '../scoring/2026.1/item-score.ts';
import { looseKey } from './loose-key.ts';
import { noneValue } from './none-value.ts';
import type { OutlinedQuestion } from './outline.ts';
import { type DefinitionProblem, pointerOf, shown } from './problem.ts';
import type { CheckboxSource, ChoiceSource, RadiogroupSource, RatingSource } from './question-shape.ts';
import { levelOf, ratingChoices, ratingScale } from './rating-choices.ts';

type Placed = Pick<OutlinedQuestion, 'source' | 'path' | 'dimension' | 'inMatrix'>;

/** Choices, listed ratings and columns: no value twice, and where they score, one score each on the scale. */
export function* optionProblems(question: Placed, standard: Scale): Generator<DefinitionProblem> {
  const { source, path, dimension, inMatrix } = question;
  if (source.type === 'checkbox') yield* checkboxProblems(source, path);
  if (source.type !== 'radiogroup' && source.type !== 'rating') return;
  const options = optionsOf(source, { path, inMatrix, standard });
  yield* duplicates(options);
  if (dimension !== null) yield* offTheScale(options);
}

interface Options {
  readonly choices: readonly ChoiceSource[];
  readonly scale: Scale | null;
  /** Where one of the choices stands. */
  readonly at: (index: number) => readonly PropertyKey[];
}

interface Standing extends Pick<Placed, 'path' | 'inMatrix'> {
  readonly standard: Scale;
}

function optionsOf(source: RadiogroupSource | RatingSource, { path, inMatrix, standard }: Standing): Options {
  if (source.type === 'radiogroup') {
    const key = inMatrix ? 'columns' : 'choices';
    const scale = source.scale ?? standard;
    return { choices: source.choices, scale, at: (index) => [...path, key, index] };
  }
  const listed = source.rateValues !== undefined;
  const at = (index: number) => (listed ? [...path, 'rateValues', index] : [...path, 'scale']);
  return { choices: ratingChoices(source), scale: ratingScale(source), at };
}

function* offTheScale({ choices, scale, at }: Options): Generator<DefinitionProblem> {
  for (const [index, choice] of choices.entries()) {
    const level = levelOf(choice);
    if (typeof level === 'number' && scale !== null && levelScore(level, scale) !== null) continue;
    const [de, en] = scale
      ? [`auf der Skala ${scale.min} bis ${scale.max}`, `on the scale ${scale.min} to ${scale.max}`]
      : ['und keine Skala („scale“)', 'and no scale ("scale")'];
    yield {
      pointer: pointerOf(at(index)),
      detail: {
        de: `Die Antwort ${shown(choice.value)} hat keinen Punktwert ${de}; gefunden: ${shown(level)}.`,
        en: `The choice ${shown(choice.value)} has no score ${en}; found: ${shown(level)}.`,
      },
    };
  }
}

function* duplicates({ choices, at }: Pick<Options, 'choices' | 'at'>): Generator<DefinitionProblem> {
  const seen = new Set<string>();
  for (const [index, { value }] of choices.entries()) {
    const key = looseKey(value);
    if (seen.has(key)) {
      yield {
        pointer: pointerOf([...at(index), 'value']),
        detail: {
          de: `Der Wert ${shown(value)} ist doppelt.`,
          en: `The value ${shown(value)} is used twice.`,
        },
      };
    }
    seen.add(key);
  }
}

function* checkboxProblems(
  { choices }: CheckboxSource,
  path: readonly PropertyKey[],
): Generator<DefinitionProblem> {
  const at = (index: number) => [...path, 'choices', index];
  yield* duplicates({ choices, at });
  for (const [index, { value }] of choices.entries()) {
    if (looseKey(value) !== noneValue) continue;
    yield {
      pointer: pointerOf([...at(index), 'value']),
      detail: {
        de: `Der Wert „${noneValue}“ ist für „nichts davon“ vergeben; schreiben Sie "showNoneItem": true.`,
        en: `The value "${noneValue}" is reserved for "none of these"; write "showNoneItem": true.`,
      },
    };
  }
}
