import type { Text } from '../plan/plan.ts';
import type { Scale } from '../scoring/2026.1/item-score.ts';
import type { ChoiceSource, RatingSource } from './question-shape.ts';

/** Bounds of a rating that names none, as in SurveyJS. */
const standard = { min: 1, max: 5 } as const;

/** SurveyJS makes no more values than this from `rateMin` and `rateMax`. */
export const mostGenerated = 20;

/** First, last and step of a rating without listed values. */
export function rateRange({ rateMin, rateMax, rateStep }: RatingSource): Scale & { readonly step: number } {
  return { min: rateMin ?? standard.min, max: rateMax ?? standard.max, step: rateStep ?? 1 };
}

/** The answers of a rating in order; the ends carry their descriptions. */
export function ratingChoices(source: RatingSource): readonly ChoiceSource[] {
  const choices = source.rateValues ?? generated(source);
  return choices.map((choice, index) => {
    const end = index === 0 ? source.minRateDescription : undefined;
    const description = index === choices.length - 1 ? source.maxRateDescription : end;
    return description === undefined ? choice : { ...choice, text: described(choice, description) };
  });
}

/** Own scale, else the bounds; with listed values their lowest and highest level. Null: there is no such span. */
export function ratingScale(source: RatingSource): Scale | null {
  if (source.scale) return source.scale;
  if (!source.rateValues) return rateRange(source);
  const levels = source.rateValues.map(levelOf).filter((level) => typeof level === 'number');
  if (levels.length === 0) return null;
  const span = { min: Math.min(...levels), max: Math.max(...levels) };
  return span.max > span.min ? span : null;
}

/** What a choice is worth on the scale: its explicit score, else its value. */
export function levelOf(choice: ChoiceSource): string | number {
  return ('score' in choice ? choice.score : undefined) ?? choice.value;
}

function generated(source: RatingSource): readonly ChoiceSource[] {
  const { min, max, step } = rateRange(source);
  const length = Math.min(mostGenerated, Math.max(0, Math.floor((max - min) / step) + 1));
  return Array.from({ length }, (_, index) => ({ value: min + index * step }));
}

function described(choice: ChoiceSource, description: Text): Text {
  const label = String(choice.value);
  const own = ('text' in choice ? choice.text : undefined) ?? { de: label, en: label };
  return { de: `${own.de} – ${description.de}`, en: `${own.en} – ${description.en}` };
}
