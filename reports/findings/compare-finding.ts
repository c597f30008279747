import type { Language, Text } from '../../surveys/plan/plan.ts';
import { cityVerdict } from '../comparison/city-verdict.ts';
import type { CityChange } from '../comparison/comparison.ts';
import { formatChange } from '../numbers/format-change.ts';
import { formatPoints } from '../numbers/format-number.ts';
import { roundDecimal } from '../numbers/round-decimal.ts';
import { type FindingText, inBoth, listed, sentences } from './sentence.ts';

export interface ComparedDimension {
  /** As in table heads. */
  readonly title: Text;
  readonly change: CityChange;
  /** Share 0–1 of the dimension's weight whose questions are the same in both versions. */
  readonly sameQuestions: number;
}

export interface CompareFacts {
  /** Points, signed; null: no value. */
  readonly index: CityChange;
  /** In questionnaire order. */
  readonly dimensions: readonly ComparedDimension[];
  /** Whether answers are still taken in the newer wave. */
  readonly open: boolean;
}

/** As shown, so that words and figures never disagree. */
function shown(points: number): number {
  return Number(roundDecimal(points, 1));
}

function moreOrLess(points: number, language: Language): string {
  const size = formatPoints(Math.abs(points), language);
  if (language === 'de') return `${size} ${points < 0 ? 'weniger' : 'mehr'}`;
  return `${size} ${points < 0 ? 'less' : 'more'}`;
}

function pointsMoreOrLess(points: number, language: Language): string {
  const size = formatPoints(Math.abs(points), language);
  if (language === 'de') return `${size} Punkte ${points < 0 ? 'weniger' : 'mehr'}`;
  return `${size} points ${points < 0 ? 'less' : 'more'}`;
}

function heading(raw: number, linked: number, language: Language): string {
  const german = language === 'de';
  const all = pointsMoreOrLess(raw, language);
  if (raw === 0 && linked === 0)
    return german ? 'Unverändert gegenüber der früheren Erhebung' : 'Unchanged since the earlier wave';
  if (raw === 0) {
    const said = moreOrLess(linked, language);
    return german
      ? `Im Ganzen gleich, auf gleichen Fragen ${said}`
      : `The same overall, ${said} on the same questions`;
  }
  if (linked === 0)
    return german ? `${all}, auf gleichen Fragen unverändert` : `${all}, unchanged on the same questions`;
  if (linked > 0 !== raw > 0) {
    const said = moreOrLess(linked, language);
    return german ? `${all}, aber ${said} auf gleichen Fragen` : `${all}, but ${said} on the same questions`;
  }
  if (linked === raw) return german ? `${all} auf gleichen Fragen` : `${all} on the same questions`;
  if (Math.abs(linked) > Math.abs(raw)) {
    const said = moreOrLess(linked, language);
    return german ? `${all}, auf gleichen Fragen ${said}` : `${all}, ${said} on the same questions`;
  }
  const part = formatPoints(Math.abs(linked), language);
  return german
    ? `${all}, davon ${part} auf gleichen Fragen`
    : `${all}, ${part} of them on the same questions`;
}

function isReliable(change: CityChange): boolean {
  const verdict = cityVerdict(change);
  return verdict === 'up' || verdict === 'down';
}

function titlesOf(dimensions: readonly ComparedDimension[], language: Language): string {
  return listed(
    dimensions.map(({ title }) => title[language]),
    language,
  );
}

function reliable(facts: CompareFacts, language: Language): string {
  const german = language === 'de';
  const judged = (verdict: string) =>
    facts.dimensions.filter(({ change }) => cityVerdict(change) === verdict);
  const [up, down] = [judged('up'), judged('down')];
  if (up.length + down.length > 0) {
    return sentences([
      moved(up, german ? 'verbessert' : 'improved', language),
      moved(down, german ? 'verschlechtert' : 'become worse', language),
    ]);
  }
  if (judged('unchanged').length > 0)
    return german
      ? 'Kein Handlungsfeld hat sich verlässlich verändert: Die Unterschiede liegen im Rahmen der Messungenauigkeit.'
      : 'No field of action has changed reliably: the differences are within measurement noise.';
  if (judged('untested').length > 0)
    return german
      ? 'Weniger als sechs vergleichbare Ämter: Ob sich etwas verlässlich verändert hat, lässt sich nicht prüfen.'
      : 'Fewer than six comparable offices: whether anything has changed reliably cannot be tested.';
  return '';
}

/** "Online-Dienste (+8,7) und Strategie (+4,1)", the largest change first. */
function withChanges(dimensions: readonly ComparedDimension[], language: Language): string {
  const size = ({ change }: ComparedDimension) => Math.abs(change.mean ?? 0);
  const named = dimensions
    .toSorted((a, b) => size(b) - size(a))
    .map(({ title, change }) => `${title[language]} (${formatChange(change.mean ?? 0, language)})`);
  return listed(named, language);
}

function moved(dimensions: readonly ComparedDimension[], how: string, language: Language): string {
  if (dimensions.length === 0) return '';
  const titles = withChanges(dimensions, language);
  const one = dimensions.length === 1;
  if (language === 'de') return `${titles} ${one ? 'hat' : 'haben'} sich verlässlich ${how}.`;
  return `${titles} ${one ? 'has' : 'have'} reliably ${how}.`;
}

/** Share of the same questions below which the questionnaire is the reason. */
const enoughSame = 0.6;

function notComparable({ dimensions }: CompareFacts, language: Language): string {
  const without = dimensions.filter(({ change }) => change.mean === null);
  if (without.length === dimensions.length) return '';
  const rewritten = without.filter(({ sameQuestions }) => sameQuestions < enoughSame);
  const unanswered = without.filter(
    ({ sameQuestions, change }) => sameQuestions >= enoughSame && change.to !== null,
  );
  const german = language === 'de';
  const said = (list: readonly ComparedDimension[], de: string, en: string) => {
    if (list.length === 0) return '';
    return german ? `Bei ${titlesOf(list, 'de')} ${de}` : `In ${titlesOf(list, 'en')}, ${en}`;
  };
  return sentences([
    said(
      rewritten,
      'wurde zu viel am Fragebogen geändert, um zu vergleichen.',
      'too much of the questionnaire was changed for a comparison.',
    ),
    said(
      unanswered,
      'fehlen Antworten aus beiden Erhebungen, um zu vergleichen.',
      'answers of both waves are missing for a comparison.',
    ),
  ]);
}

function whole({ index, dimensions }: CompareFacts, language: Language): string {
  const p = index.p ?? index.wilcoxonP;
  if (p === null || p < 0.05 || !dimensions.some(({ change }) => isReliable(change))) return '';
  return language === 'de'
    ? 'Im Ganzen kann die Veränderung Zufall sein.'
    : 'Overall, the change may be due to chance.';
}

function stillOpen({ open }: CompareFacts, language: Language): string {
  if (!open) return '';
  return language === 'de'
    ? 'Die neuere Erhebung läuft noch, die Werte können sich ändern.'
    : 'The newer wave is still open, values may change.';
}

const nothing: FindingText = {
  heading: {
    de: 'Die beiden Erhebungen lassen sich noch nicht vergleichen',
    en: 'The two waves cannot be compared yet',
  },
  lead: {
    de: 'Dafür braucht es mindestens ein Amt, das in beiden Erhebungen genügend gleiche Fragen beantwortet hat.',
    en: 'This takes at least one office that has answered enough of the same questions in both waves.',
  },
};

/**
 * What changed between two waves: "4,1 Punkte mehr, davon 3,6 auf gleichen Fragen". The lead names the dimensions that
 * changed reliably (Holm's p below 0.05) and those that cannot be compared; it claims nothing beyond.
 *
 * @param facts points, null: no value
 * @see pages.md, habit 1; scoring.md §11
 */
export function compareFinding(facts: CompareFacts): FindingText {
  const { index, dimensions } = facts;
  if (dimensions.every(({ change }) => change.mean === null)) return nothing;
  return {
    heading: inBoth((language) => {
      if (index.mean !== null) {
        const linked = shown(index.mean);
        return heading(index.raw === null ? linked : shown(index.raw), linked, language);
      }
      return language === 'de'
        ? 'Einzelne Handlungsfelder sind vergleichbar, der Index nicht'
        : 'Single fields of action can be compared, the index cannot';
    }),
    lead: inBoth((language) =>
      sentences([
        reliable(facts, language),
        whole(facts, language),
        notComparable(facts, language),
        stillOpen(facts, language),
      ]),
    ),
  };
}
