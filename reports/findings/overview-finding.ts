import type { Language, LevelBand, Text } from '../../surveys/plan/plan.ts';
import { formatPoints } from '../numbers/format-number.ts';
import { extremesOf } from './extremes.ts';
import { type DimensionPoints, namedWithPoints, rankedDimensions } from './ranked-dimensions.ts';
import { type FindingText, inBoth, sentences } from './sentence.ts';

export interface OverviewFacts {
  readonly city: string;
  /** City index, points 0–100; null: no office has a value yet. */
  readonly index: number | null;
  readonly levels: readonly LevelBand[];
  /** City means by dimension in questionnaire order, titles as in table heads. */
  readonly dimensions: readonly DimensionPoints[];
  /** Offices asked, and those with at least one submission. */
  readonly offices: number;
  readonly answered: number;
  /** Whether answers are still taken. */
  readonly open: boolean;
}

const adverbs: Readonly<Record<string, Text>> = {
  teilweise: { de: 'teilweise digital', en: 'partly digital' },
  überwiegend: { de: 'überwiegend digital', en: 'mostly digital' },
  durchgängig: { de: 'durchgängig digital', en: 'digital throughout' },
};

function levelOf(index: number, levels: readonly LevelBand[]): LevelBand | null {
  return levels.findLast((level) => index >= level.from) ?? null;
}

function levelWords(index: number, levels: readonly LevelBand[], language: Language): string {
  const level = levelOf(index, levels);
  if (level === null) return '';
  const words = Object.hasOwn(adverbs, level.name.de) ? adverbs[level.name.de] : undefined;
  return `: ${(words ?? level.name)[language]}`;
}

function heading(facts: OverviewFacts, index: number, language: Language): string {
  const points = formatPoints(index, language);
  const level = levelWords(index, facts.levels, language);
  return language === 'de'
    ? `${facts.city} steht bei ${points} von 100${level}`
    : `${facts.city} stands at ${points} of 100${level}`;
}

function extremes(facts: OverviewFacts, language: Language): string {
  const { high, low } = extremesOf(rankedDimensions(facts.dimensions), { high: 1, low: 1 });
  const [top, bottom] = [high, low].map((group) => namedWithPoints(group, language));
  if (high.length === 0) return '';
  if (language === 'en') return `Furthest ahead: ${top}. Most is missing in ${bottom}.`;
  return `Am weitesten ${high.length === 1 ? 'ist' : 'sind'} ${top}, am meisten fehlt bei ${bottom}.`;
}

function basis(facts: OverviewFacts, language: Language): string {
  const { answered, offices } = facts;
  if (language === 'de') {
    return `${facts.open ? 'Bisheriges Mittel' : 'Mittel'} aus ${answered} von ${offices} Ämtern.`;
  }
  return `${facts.open ? 'Mean so far' : 'Mean'} of ${answered} of ${offices} offices.`;
}

function nothingYet(facts: OverviewFacts): FindingText {
  if (facts.answered > 0) {
    return {
      heading: { de: 'Noch kein Punktwert für die Stadt', en: 'No value for the city yet' },
      lead: {
        de: `${facts.answered} von ${facts.offices} Ämtern haben abgesendet, aber mit zu wenig Angaben für einen Punktwert.`,
        en: `${facts.answered} of ${facts.offices} offices have submitted, but with too few answers for a value.`,
      },
    };
  }
  return {
    heading: { de: 'Noch hat kein Amt abgesendet', en: 'No office has submitted yet' },
    lead: {
      de: `Gefragt: ${facts.offices} Ämter. Punktwerte stehen hier, sobald das erste Amt absendet.`,
      en: `Offices asked: ${facts.offices}. Values appear here as soon as the first office submits.`,
    },
  };
}

/**
 * Where the city stands: "Musterstadt steht bei 49,7 von 100: teilweise digital".
 *
 * @param facts city index and dimension means (points 0–100, null: no value) with the number of offices behind them
 * @see pages.md, habit 1
 */
export function overviewFinding(facts: OverviewFacts): FindingText {
  const { index } = facts;
  if (index === null) return nothingYet(facts);
  return {
    heading: inBoth((language) => heading(facts, index, language)),
    lead: inBoth((language) => sentences([extremes(facts, language), basis(facts, language)])),
  };
}
