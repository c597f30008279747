import type { Language, LevelBand, Text } from '../../surveys/plan/plan.ts';
import { extremesOf } from './extremes.ts';
import { namedWithPoints } from './ranked-dimensions.ts';
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

interface KnownDimension {
  readonly title: Text;
  readonly score: number;
  readonly levels: readonly number[];
}

interface Start {
  readonly dimension: KnownDimension;
  readonly atStart: number;
}

const oneEach = { high: 1, low: 1 };

/** The lower two of five bands are a start; of other scales the same share. */
function isStart(level: number, bands: number): boolean {
  return level < Math.floor(bands * 0.4);
}

function known(facts: ResultsFacts): readonly KnownDimension[] {
  return facts.dimensions.flatMap(({ title, mean, levels }) =>
    mean === null ? [] : [{ title, score: mean, levels }],
  );
}

/** The dimension with the lowest mean, and how many of its offices are at the start. */
function lowestDimension(facts: ResultsFacts): Start | null {
  const lowest = known(facts).toSorted((a, b) => a.score - b.score)[0];
  if (lowest === undefined) return null;
  const atStart = lowest.levels.filter((level) => isStart(level, facts.levels.length)).length;
  return { dimension: lowest, atStart };
}

function heading({ dimension, atStart }: Start, facts: ResultsFacts, language: Language): string {
  const [title, offices] = [dimension.title[language], dimension.levels.length];
  if (atStart * 3 >= offices && atStart > 1) {
    return language === 'de'
      ? `Bei ${title} stehen ${atStart} von ${offices} Ämtern noch am Anfang`
      : `In ${title}, ${atStart} of ${offices} offices are still at the start`;
  }
  const { low } = extremesOf(known(facts), oneEach);
  if (low.length === 0) return language === 'de' ? 'Kein Handlungsfeld fällt auf' : 'No dimension stands out';
  return language === 'de'
    ? `Am meisten fehlt bei ${namedWithPoints(low, 'de')}`
    : `Most is missing in ${namedWithPoints(low, 'en')}`;
}

function best(facts: ResultsFacts, language: Language): string {
  const { high, low } = extremesOf(known(facts), oneEach);
  if (high.length === 0) return '';
  const [top, bottom] = [namedWithPoints(high, language), namedWithPoints(low, language)];
  if (language === 'en') return `Furthest ahead: ${top}; lowest: ${bottom}.`;
  const [ahead, behind] = [high.length === 1 ? 'ist' : 'sind', low.length === 1 ? 'liegt' : 'liegen'];
  return `Am weitesten ${ahead} ${top}, am niedrigsten ${behind} ${bottom}.`;
}

function extremes(facts: ResultsFacts, language: Language): string {
  if (facts.offices.length < 6) return '';
  const offices = facts.offices.map(({ name, index }) => ({ name, score: index }));
  const { high, low } = extremesOf(offices, { high: 2, low: 2 });
  if (high.length === 0) return '';
  const [top, bottom] = [high, low].map((group) =>
    listed(
      group.map(({ name }) => name),
      language,
    ),
  );
  return language === 'de'
    ? `Die höchsten Werte: ${top}. Die niedrigsten: ${bottom}.`
    : `Highest values: ${top}. Lowest: ${bottom}.`;
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
    heading: inBoth((language) => heading(lowest, facts, language)),
    lead: inBoth((language) =>
      sentences([best(facts, language), extremes(facts, language), missing(facts, language)]),
    ),
  };
}
