import { noneValue } from '../definition/none-value.ts';
import type { CheckboxSource, ChoiceSource } from '../definition/question-shape.ts';
import { levelOf } from '../definition/rating-choices.ts';
import { levelScore, reversed, type Scale } from '../scoring/2026.1/item-score.ts';
import type { CheckboxChoice, CheckboxPlan, Choice, Text } from './plan.ts';

/**
 * Choices of which one is taken.
 *
 * @param scale null: not scored
 */
export function compileChoices(
  choices: readonly ChoiceSource[],
  scale: Scale | null,
  { reverse }: { readonly reverse: boolean },
): readonly Choice[] {
  return choices.map((choice) => {
    const level = levelOf(choice);
    const score = scale && typeof level === 'number' ? levelScore(level, scale) : null;
    return {
      value: choice.value,
      text: textOf(choice),
      score: score !== null && reverse ? reversed(score) : score,
    };
  });
}

/** Choices of which any number is taken; 1 is the weight of those that name none. */
export function compileWeights(choices: CheckboxSource['choices']): readonly CheckboxChoice[] {
  return choices.map((choice) => ({
    value: choice.value,
    text: textOf(choice),
    weight: ('weight' in choice ? choice.weight : undefined) ?? 1,
  }));
}

/** "None of these" of a checkbox that offers it. */
export function compileNone({ noneText }: CheckboxSource): CheckboxPlan['none'] {
  return { value: noneValue, text: noneText ?? { de: 'Nichts davon', en: 'None of these' } };
}

function textOf(choice: { readonly value: string | number; readonly text?: Text | undefined }): Text {
  const label = String(choice.value);
  return choice.text ?? { de: label, en: label };
}
