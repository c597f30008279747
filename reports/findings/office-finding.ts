import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { ScoreStatus } from '../../surveys/scoring/score.ts';
import { countWord, formatPoints } from '../numbers/format-number.ts';
import { roundDecimal } from '../numbers/round-decimal.ts';
import { extremesOf } from './extremes.ts';
import { namedWithPoints, rankedDimensions } from './ranked-dimensions.ts';
import { capitalized, type FindingText, inBoth, listed, sentences } from './sentence.ts';

export interface OfficeDimension {
  readonly id: string;
  readonly title: Text;
  /** Points 0–100; null: no value. */
  readonly score: number | null;
  readonly status: ScoreStatus;
  /** Items that apply, and those answered "don't know". */
  readonly applicable: number;
  readonly dontKnow: number;
}

export interface OfficeFacts {
  readonly name: string;
  readonly submitted: boolean;
  /** Points 0–100; null: no value. */
  readonly index: number | null;
  readonly dimensions: readonly OfficeDimension[];
  /** City index, points 0–100, and the number of offices that have submitted. */
  readonly city: number | null;
  readonly answered: number;
  readonly open: boolean;
}

/** Points as shown, so that words and figures never disagree. */
function shown(points: number): number {
  return Number(roundDecimal(points, 1));
}

function distanceWord(distance: number, language: Language): string {
  if (distance < 5) return language === 'de' ? 'etwas ' : 'somewhat ';
  if (distance < 15) return '';
  return language === 'de' ? 'deutlich ' : 'clearly ';
}

function comparison(facts: OfficeFacts, index: number, language: Language): string {
  if (facts.city === null || facts.answered < 2) return '';
  const difference = shown(shown(index) - shown(facts.city));
  if (difference === 0)
    return language === 'de' ? ', wie das Mittel der Stadt' : ', like the mean of the city';
  const word = distanceWord(Math.abs(difference), language);
  if (language === 'de') return `, ${word}${difference > 0 ? 'über' : 'unter'} der Stadt`;
  return `, ${word}${difference > 0 ? 'above' : 'below'} the city`;
}

function heading(facts: OfficeFacts, index: number, language: Language): string {
  const of = language === 'de' ? 'von' : 'of';
  return `${facts.name}: ${formatPoints(index, language)} ${of} 100${comparison(facts, index, language)}`;
}

function strengths(facts: OfficeFacts, language: Language): string {
  const ranked = rankedDimensions(facts.dimensions);
  const { high, low } = extremesOf(ranked, { high: 2, low: 1 });
  if (high.length === 0) return '';
  const [top, bottom] = [namedWithPoints(high, language), namedWithPoints(low, language)];
  return language === 'de'
    ? `Am weitesten: ${top}. Am meisten fehlt bei ${bottom}.`
    : `Furthest ahead: ${top}. Most is missing in ${bottom}.`;
}

function unsure(facts: OfficeFacts, language: Language): string {
  const open = facts.dimensions
    .filter(({ dontKnow, status }) => dontKnow > 1 && status !== 'insufficient')
    .sort((a, b) => b.dontKnow - a.dontKnow)[0];
  if (open === undefined) return '';
  const [some, all] = [countWord(open.dontKnow, language), countWord(open.applicable, language)];
  return language === 'de'
    ? `${open.title.de}: ${capitalized(some)} von ${all} Fragen sind mit „weiß nicht“ beantwortet.`
    : `${open.title.en}: ${some} of ${all} questions were answered with “don't know”.`;
}

function tooFew(facts: OfficeFacts, language: Language): string {
  const names = facts.dimensions
    .filter(({ status }) => status === 'insufficient')
    .map(({ title }) => title[language]);
  if (names.length === 0) return '';
  return language === 'de'
    ? `Zu wenig Angaben: ${listed(names, 'de')}.`
    : `Too few answers: ${listed(names, 'en')}.`;
}

function notSubmitted(facts: OfficeFacts): FindingText {
  return {
    heading: {
      de: `${facts.name} hat ${facts.open ? 'noch ' : ''}nicht abgesendet`,
      en: `${facts.name} has not submitted${facts.open ? ' yet' : ''}`,
    },
    lead: {
      de: 'Ohne abgesendete Antworten gibt es keinen Punktwert. Entwürfe werden nicht gewertet.',
      en: 'Without submitted answers there is no value. Drafts are not scored.',
    },
  };
}

/**
 * Where an office stands: "Schule und Sport: 48,1 von 100, etwas unter der Stadt". "Etwas" is a distance below
 * 5 points, "deutlich" one of 15 and more; compared are the numbers as shown, and only from two offices on.
 *
 * @param facts points 0–100, null: no value
 * @see pages.md, habit 1
 */
export function officeFinding(facts: OfficeFacts): FindingText {
  if (!facts.submitted) return notSubmitted(facts);
  const { index } = facts;
  return {
    heading: inBoth((language) => {
      if (index !== null) return heading(facts, index, language);
      return `${facts.name}: ${language === 'de' ? 'zu wenig Angaben für einen Punktwert' : 'too few answers for a value'}`;
    }),
    lead: inBoth((language) =>
      sentences([strengths(facts, language), unsure(facts, language), tooFew(facts, language)]),
    ),
  };
}
