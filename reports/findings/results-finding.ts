import type { Language, LevelBand, Text } from '../../surveys/plan/plan.ts';
import { formatPoints } from '../numbers/format-number.ts';
import { type FindingText, inBoth, listed, sentences } from './sentence.ts';

/** Values of one dimension over the offices that have one. Points 0–100. */
export interface DimensionSpread {
  /** As in table heads. */
  readonly title: Text;
  /** City mean; null: no office has a value. */
  readonly mean: number | null;
  /** Level of every office with a value: index into the bands. */
  readonly levels: readonly number[];
}

export interface ResultsFacts {
  readonly dimensions: readonly DimensionSpread[];
  readonly levels: readonly LevelBand[];
  /** Offices with an index, any order. */
  readonly offices: readonly { readonly name: string; readonly index: number }[];
  readonly asked: number;
  readonly answered: number;
  readonly open: boolean;
}

interface Start {
  readonly dimension: DimensionSpread;
  readonly mean: number;
  readonly atStart: number;
}

/** The lower two of five bands are a start; of other scales the same share. */
function isStart(level: number, bands: number): boolean {
  return level < Math.floor(bands * 0.4);
}

function lowestDimension(facts: ResultsFacts): Start | null {
  const known = facts.dimensions.flatMap((dimension) =>
    dimension.mean === null ? [] : [{ dimension, mean: dimension.mean }],
  );
  const lowest = known.sort((a, b) => a.mean - b.mean)[0];
  if (lowest === undefined) return null;
  const atStart = lowest.dimension.levels.filter((level) => isStart(level, facts.levels.length)).length;
  return { ...lowest, atStart };
}

function heading({ dimension, mean, atStart }: Start, language: Language): string {
  const [title, offices] = [dimension.title[language], dimension.levels.length];
  if (atStart * 3 >= offices && atStart > 1) {
    return language === 'de'
      ? `Bei ${title} stehen ${atStart} von ${offices} Ämtern noch am Anfang`
      : `In ${title}, ${atStart} of ${offices} offices are still at the start`;
  }
  const points = formatPoints(mean, language);
  return language === 'de'
    ? `Am meisten fehlt bei ${title}: im Mittel ${points} von 100`
    : `Most is missing in ${title}: ${points} of 100 on average`;
}

function best(facts: ResultsFacts, lowest: Start, language: Language): string {
  const known = facts.dimensions.filter(
    (dimension) => dimension.mean !== null && dimension !== lowest.dimension,
  );
  const top = known.sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))[0];
  if (top?.mean == null || formatPoints(top.mean, language) === formatPoints(lowest.mean, language))
    return '';
  const [topPoints, lowPoints] = [formatPoints(top.mean, language), formatPoints(lowest.mean, language)];
  const [high, low] = [top.title[language], lowest.dimension.title[language]];
  return language === 'de'
    ? `Am weitesten ist ${high} (${topPoints}), am niedrigsten liegt ${low} (${lowPoints}).`
    : `Furthest ahead is ${high} (${topPoints}), lowest is ${low} (${lowPoints}).`;
}

function extremes(facts: ResultsFacts, language: Language): string {
  if (facts.offices.length < 6) return '';
  const ranked = [...facts.offices].sort((a, b) => b.index - a.index).map(({ name }) => name);
  const [high, low] = [listed(ranked.slice(0, 2), language), listed(ranked.slice(-2), language)];
  return language === 'de'
    ? `Die höchsten Werte haben ${high}, die niedrigsten ${low}.`
    : `The highest values have ${high}, the lowest ${low}.`;
}

function missing(facts: ResultsFacts, language: Language): string {
  const count = facts.asked - facts.answered;
  if (count === 0) return '';
  if (language === 'de') {
    const verb = count === 1 ? 'hat' : 'haben';
    return `${count} von ${facts.asked} Ämtern ${verb} ${facts.open ? 'noch ' : ''}nicht abgesendet.`;
  }
  return `${count} of ${facts.asked} offices ${count === 1 ? 'has' : 'have'} not submitted${facts.open ? ' yet' : ''}.`;
}

function nothingYet(facts: ResultsFacts): FindingText {
  const submitted = facts.answered > 0;
  return {
    heading: submitted
      ? { de: 'Noch zu wenig Angaben für Punktwerte', en: 'Too few answers for values so far' }
      : { de: 'Noch hat kein Amt abgesendet', en: 'No office has submitted yet' },
    lead: {
      de: `${facts.answered} von ${facts.asked} Ämtern haben abgesendet. Punktwerte stehen hier, sobald genug Fragen beantwortet sind.`,
      en: `${facts.answered} of ${facts.asked} offices have submitted. Values appear here once enough questions are answered.`,
    },
  };
}

/**
 * What the heatmap of a wave shows: "Bei Daten stehen 11 von 21 Ämtern noch am Anfang". Counts only offices
 * that have a value in that dimension; offices are compared by name only from six on.
 *
 * @param facts city means (points 0–100, null: no value), levels of the offices, return of the wave
 * @see pages.md, habit 1
 */
export function resultsFinding(facts: ResultsFacts): FindingText {
  const lowest = lowestDimension(facts);
  if (lowest === null) return nothingYet(facts);
  return {
    heading: inBoth((language) => heading(lowest, language)),
    lead: inBoth((language) =>
      sentences([best(facts, lowest, language), extremes(facts, language), missing(facts, language)]),
    ),
  };
}
