import type { Text } from '../plan/plan.ts';
import { type DefinitionProblem, pointerOf, shown } from './problem.ts';
import type { RatingSource } from './question-shape.ts';
import { mostGenerated, rateRange, ratingChoices } from './rating-choices.ts';

/** The range of a rating: from below to above in whole steps, or listed values, never both. */
export function* rateProblems(
  source: RatingSource,
  path: readonly PropertyKey[],
): Generator<DefinitionProblem> {
  const found = source.rateValues ? mixedWithValues(source) : rangeProblem(source);
  if (found) {
    yield { pointer: pointerOf([...path, found.key]), detail: found.detail };
    return;
  }
  yield* countProblems(source, path);
}

interface Found {
  readonly key: string;
  readonly detail: Text;
}

function mixedWithValues({ rateMin, rateMax, rateStep }: RatingSource): Found | null {
  const given = Object.entries({ rateMin, rateMax, rateStep }).find(([, value]) => value !== undefined);
  if (!given) return null;
  const [key] = given;
  return {
    key,
    detail: {
      de: `Entweder „rateValues“ oder „${key}“, nicht beides. Für die Skala gibt es „scale“.`,
      en: `Either "rateValues" or "${key}", not both. For the scale there is "scale".`,
    },
  };
}

function rangeProblem(source: RatingSource): Found | null {
  const { min, max, step } = rateRange(source);
  if (max <= min) {
    return {
      key: source.rateMax === undefined ? 'rateMin' : 'rateMax',
      detail: {
        de: `„rateMax“ ist größer als „rateMin“; gefunden: ${min} bis ${max}.`,
        en: `"rateMax" is greater than "rateMin"; found: ${min} to ${max}.`,
      },
    };
  }
  const steps = (max - min) / step;
  if (Number.isInteger(steps) && steps < mostGenerated) return null;
  return {
    key: source.rateStep === undefined ? 'rateMax' : 'rateStep',
    detail: {
      de: `Von ${min} bis ${max} in Schritten von ${step}: Erlaubt sind ganze Schritte und höchstens ${mostGenerated} Antworten. Mehr Antworten: „rateValues“.`,
      en: `From ${min} to ${max} in steps of ${step}: whole steps and at most ${mostGenerated} answers are allowed. For more answers: "rateValues".`,
    },
  };
}

/** SurveyJS tools write these two along; they may only say what the values say. */
function* countProblems(source: RatingSource, path: readonly PropertyKey[]): Generator<DefinitionProblem> {
  const expected = { rateCount: ratingChoices(source).length, autoGenerate: source.rateValues === undefined };
  for (const key of ['rateCount', 'autoGenerate'] as const) {
    const given = source[key];
    if (given === undefined || given === expected[key]) continue;
    yield {
      pointer: pointerOf([...path, key]),
      detail: {
        de: `„${key}“ passt nicht zu den Werten: erwartet ${shown(expected[key])}, gefunden ${shown(given)}.`,
        en: `"${key}" does not fit the values: expected ${shown(expected[key])}, found ${shown(given)}.`,
      },
      allowed: [expected[key]],
    };
  }
}
