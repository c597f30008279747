import type { Language } from '../../surveys/plan/plan.ts';
import type { Rank } from '../../surveys/scoring/score.ts';
import { formatCount, formatPoints } from '../numbers/format-number.ts';
import { type FindingText, inBoth, listed, sentences } from './sentence.ts';

/** An office in the ranking. */
export interface RankedName {
  readonly name: string;
  readonly rank: Rank;
}

export interface RankingFacts {
  /** By index, highest first. */
  readonly offices: readonly RankedName[];
  readonly draws: number;
}

/** Offices that stand first in at least one draw of twenty. */
function mayLead({ offices }: RankingFacts): readonly RankedName[] {
  return offices.filter(({ rank }) => rank.p5 < 1.5);
}

function heading(facts: RankingFacts, language: Language): string {
  const leading = mayLead(facts);
  const [first] = leading;
  if (leading.length === 1 && first && first.rank.p95 < 1.5) {
    return language === 'de'
      ? `${first.name} liegt vorn, wie immer man die Handlungsfelder gewichtet`
      : `${first.name} leads, however the dimensions are weighted`;
  }
  if (leading.length < 2 || leading.length > 4) {
    return language === 'de'
      ? 'Wer vorn liegt, hängt von der Gewichtung ab'
      : 'Who leads depends on the weights';
  }
  const names = listed(
    leading.map(({ name }) => name),
    language,
  );
  return language === 'de'
    ? `${names} können vorn liegen, je nach Gewichtung`
    : `${names} may lead, depending on the weights`;
}

function width({ offices }: RankingFacts, language: Language): string {
  const mean = offices.reduce((sum, { rank }) => sum + rank.p95 - rank.p5, 0) / offices.length;
  const steady = offices.filter(({ rank }) => rank.p95 - rank.p5 <= 2).length;
  const places = formatPoints(mean, language);
  return language === 'de'
    ? `Bei ${steady} von ${offices.length} Ämtern ändert sich der Rang um höchstens zwei Plätze; im Mittel ist die Spanne ${places} Plätze breit.`
    : `For ${steady} of ${offices.length} offices the rank changes by two places at most; the span is ${places} places on average.`;
}

/**
 * What a ranking is worth: who may lead, and how far ranks move with the weights of the dimensions.
 *
 * @see scoring.md §9; pages.md, habit 1
 */
export function rankingFinding(facts: RankingFacts): FindingText {
  if (facts.offices.length < 2) {
    return {
      heading: { de: 'Noch keine Rangfolge', en: 'No ranking yet' },
      lead: {
        de: 'Eine Rangfolge gibt es, sobald zwei Ämter einen Index haben.',
        en: 'There is a ranking once two offices have an index.',
      },
    };
  }
  return {
    heading: inBoth((language) => heading(facts, language)),
    lead: inBoth((language) =>
      sentences([
        language === 'de'
          ? `Gerechnet mit ${formatCount(facts.draws, 'de')} zufälligen Gewichtungen der Handlungsfelder.`
          : `Computed with ${formatCount(facts.draws, 'en')} random weightings of the dimensions.`,
        width(facts, language),
        language === 'de'
          ? 'Ein niedriger Rang ist ein Ausgangspunkt, kein Versagen.'
          : 'A low rank is a starting point, not a failure.',
      ]),
    ),
  };
}
