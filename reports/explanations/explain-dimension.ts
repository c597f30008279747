import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { ItemState } from '../../surveys/scoring/score.ts';
import { inBoth, quoted, sentences } from '../findings/sentence.ts';
import { formatPercent, formatPoints } from '../numbers/format-number.ts';
import { type DimensionFacts, type FactItem, type Sums, sumsOf } from './dimension-facts.ts';
import { dimensionSteps } from './dimension-steps.ts';
import type { Explanation, Part } from './explanation.ts';
import { span, weightedMean } from './figures.ts';

const whys: Readonly<Record<ItemState, Text>> = {
  level: { de: 'zählt mit seinem Gewicht', en: 'counts with its weight' },
  dk: {
    de: 'weiß nicht: zählt nie als 0, senkt aber die Abdeckung',
    en: 'don’t know: never counts as 0, but lowers the coverage',
  },
  missing: {
    de: 'keine Antwort: zählt nie als 0, senkt aber die Abdeckung',
    en: 'no answer: never counts as 0, but lowers the coverage',
  },
  na: { de: 'trifft nicht zu: zählt nicht im Nenner', en: 'does not apply: not in the denominator' },
  notAsked: {
    de: 'diesem Amt nicht gestellt: zählt nicht im Nenner',
    en: 'not asked of this office: not in the denominator',
  },
};

function partOf({ item, title, state, answer, reason, score, weight, comment, opinion }: FactItem): Part {
  const counted = state !== 'na' && state !== 'notAsked';
  const contribution = score === null || !counted ? null : weight * score;
  return {
    id: item,
    title,
    state,
    answer: answer ?? reason,
    comment,
    weight,
    value: score,
    contribution,
    counted,
    why: whys[state],
    opinion,
  };
}

function questions(count: number, language: Language): string {
  if (language === 'de') return count === 1 ? '1 Frage' : `${count} Fragen`;
  return count === 1 ? '1 question' : `${count} questions`;
}

function answered({ applicable, valid }: Sums, language: Language): string {
  return language === 'de'
    ? `${valid.length} von ${applicable.length} zutreffenden Fragen sind beantwortet`
    : `${valid.length} of ${applicable.length} questions that apply are answered`;
}

function withoutValue(facts: DimensionFacts, sums: Sums, language: Language): string {
  const title = quoted(facts.title[language], language);
  if (sums.applicable.length === 0) {
    return language === 'de'
      ? `${title} hat keinen Wert: Keine Frage trifft auf dieses Amt zu.`
      : `${title} has no value: no question applies to this office.`;
  }
  const least = formatPercent(facts.maturity.minCoverage, language);
  return language === 'de'
    ? `${title} hat keinen Wert: Nur ${answered(sums, 'de')}. Nötig sind mindestens ${least} des Gewichts und zwei Antworten.`
    : `${title} has no value: only ${answered(sums, 'en')}. At least ${least} of the weight and two answers are needed.`;
}

function people(facts: DimensionFacts, language: Language): string {
  const { respondents } = facts;
  if (respondents === null) return '';
  return language === 'de'
    ? `, jede als Mittel der Antworten von ${respondents.n} Personen`
    : `, each as the mean of what ${respondents.n} people answered`;
}

function provisional(facts: DimensionFacts, sums: Sums, language: Language): string {
  const { status, coverage, low, high } = facts.score;
  if (status !== 'provisional' || coverage === null || low === null || high === null) return '';
  const share = formatPercent(coverage, language);
  return language === 'de'
    ? `Der Wert ist vorläufig: Erst ${answered(sums, 'de')} (${share}). Mit allen Antworten läge er zwischen ${span(low, high, 'de').replace(' bis ', ' und ')}.`
    : `The value is provisional: only ${answered(sums, 'en')} (${share}). With all answers it would lie between ${span(low, high, 'en').replace(' to ', ' and ')}.`;
}

function sentence(facts: DimensionFacts, sums: Sums, language: Language): string {
  const { score } = facts.score;
  if (score === null) return withoutValue(facts, sums, language);
  const [title, value] = [quoted(facts.title[language], language), formatPoints(score, language)];
  const count = questions(sums.valid.length, language);
  const first =
    language === 'de'
      ? `${title} erreicht ${value} von 100 Punkten: das Mittel aus ${count}${people(facts, 'de')}.`
      : `${title} reaches ${value} of 100 points: the mean of ${count}${people(facts, 'en')}.`;
  return sentences([first, provisional(facts, sums, language)]);
}

/**
 * Where the value of one dimension of an office comes from.
 *
 * @param facts mode several: counts of what people said, never single answers
 * @see scoring.md §3–§5, §7–§9
 */
export function explainDimension(facts: DimensionFacts): Explanation {
  const sums = sumsOf(facts.items);
  const { score, status } = facts.score;
  const terms = sums.valid.map(({ weight, score: value }) => ({ weight, value }));
  const parts = facts.items.map(partOf);
  return {
    value: score,
    status,
    sentence: inBoth((language) => sentence(facts, sums, language)),
    formula: {
      rule: 'S = Σ_V w·x / Σ_V w',
      inserted: inBoth((language) => weightedMean(terms, score, language)),
      section: '4',
    },
    steps: dimensionSteps(facts),
    parts,
    counts: {
      responses: facts.respondents?.n ?? 1,
      counted: sums.valid.length,
      notCounted: parts.length - sums.valid.length,
    },
  };
}
