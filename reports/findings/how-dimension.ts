import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { ItemState, ScoreStatus } from '../../surveys/scoring/score.ts';
import { formatPercent } from '../numbers/format-number.ts';
import { inBoth, sentences } from './sentence.ts';

export interface HowFacts {
  readonly status: ScoreStatus;
  /** Share 0–1 of the applicable weight that was answered; null: nothing applies. */
  readonly coverage: number | null;
  readonly items: readonly { readonly state: ItemState; readonly weight: number }[];
  /** Share 0–1 below which there is no value. */
  readonly minCoverage: number;
  readonly rules: string;
  readonly questionnaire: { readonly id: string; readonly version: number };
}

interface Counts {
  readonly applicable: number;
  readonly answered: number;
  readonly notApplicable: number;
}

function countsOf(items: HowFacts['items']): Counts {
  const count = (...states: ItemState[]) => items.filter(({ state }) => states.includes(state)).length;
  return {
    applicable: count('level', 'dk', 'missing'),
    answered: count('level'),
    notApplicable: count('na'),
  };
}

function meanSentence(items: HowFacts['items'], language: Language): string {
  const equal = new Set(items.map(({ weight }) => weight)).size <= 1;
  if (language === 'de') {
    return `Mittel der beantworteten Fragen, ${equal ? 'jede gleich gewichtet' : 'nach Gewicht'}.`;
  }
  return `Mean of the answered questions, ${equal ? 'each with the same weight' : 'by weight'}.`;
}

function consequence(facts: HowFacts, language: Language): string {
  const german = language === 'de';
  if (facts.status === 'provisional') return german ? ', deshalb vorläufig' : ', therefore provisional';
  if (facts.status !== 'insufficient') return '';
  const enough = facts.coverage !== null && facts.coverage >= facts.minCoverage;
  const share = formatPercent(facts.minCoverage, language);
  if (enough) {
    return german
      ? ', deshalb kein Punktwert (nötig sind zwei Antworten)'
      : ', therefore no value (two answers are needed)';
  }
  return german
    ? `, deshalb kein Punktwert (nötig sind ${share})`
    : `, therefore no value (${share} are needed)`;
}

function coverageSentence(facts: HowFacts, counts: Counts, language: Language): string {
  const share = facts.coverage === null ? '' : ` (${formatPercent(facts.coverage, language)})`;
  const answered = language === 'de' ? 'beantwortet' : 'answered';
  const of = language === 'de' ? 'von' : 'of';
  return `${counts.answered} ${of} ${counts.applicable} ${answered}${share}${consequence(facts, language)}.`;
}

function leftOut(counts: Counts, language: Language): string {
  const { notApplicable } = counts;
  if (notApplicable === 0) return '';
  if (language === 'de') {
    return notApplicable === 1
      ? '1 Frage trifft nicht zu und zählt nicht mit.'
      : `${notApplicable} Fragen treffen nicht zu und zählen nicht mit.`;
  }
  return notApplicable === 1
    ? '1 question does not apply and does not count.'
    : `${notApplicable} questions do not apply and do not count.`;
}

function source(facts: HowFacts, language: Language): string {
  const { id, version } = facts.questionnaire;
  return language === 'de'
    ? `Regelstand ${facts.rules}, Fragebogen ${id} ${version}.`
    : `Rules ${facts.rules}, questionnaire ${id} ${version}.`;
}

function nothingApplies(counts: Counts, language: Language): string {
  if (counts.notApplicable === 0) {
    return language === 'de'
      ? 'Dieses Amt wurde hierzu nicht gefragt, deshalb kein Punktwert.'
      : 'This office was not asked about this, therefore no value.';
  }
  return language === 'de'
    ? 'Keine Frage trifft auf dieses Amt zu, deshalb kein Punktwert.'
    : 'No question applies to this office, therefore no value.';
}

/**
 * How the number of one dimension came about, for "Woher kommt diese Zahl?".
 *
 * @param facts coverage 0–1 (null: nothing applies), state and weight of every item
 * @see scoring.md §4
 */
export function howDimension(facts: HowFacts): Text {
  const counts = countsOf(facts.items);
  return inBoth((language) =>
    counts.applicable === 0
      ? sentences([nothingApplies(counts, language), source(facts, language)])
      : sentences([
          meanSentence(facts.items, language),
          coverageSentence(facts, counts, language),
          leftOut(counts, language),
          source(facts, language),
        ]),
  );
}
