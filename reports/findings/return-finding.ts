import { formatCount } from '../numbers/format-number.ts';
import { type FindingText, inBoth, sentences } from './sentence.ts';

/** How many people and offices have answered a wave in which many people answer for an office. */
export interface ReturnFacts {
  readonly people: { readonly invited: number; readonly submitted: number };
  readonly offices: { readonly asked: number; readonly answered: number };
  /** Offices whose figures are there, while they are being computed after the wave has closed; null: still open. */
  readonly computed: number | null;
}

function openFinding({ people, offices }: ReturnFacts): FindingText {
  return {
    heading: inBoth((language) => {
      const [submitted, invited] = [people.submitted, people.invited].map((n) => formatCount(n, language));
      return language === 'de'
        ? `${submitted} von ${invited} Personen haben abgesendet`
        : `${submitted} of ${invited} people have submitted`;
    }),
    lead: {
      de: sentences([
        `Antworten liegen aus ${offices.answered} von ${offices.asked} Ämtern vor.`,
        'Werte zeigt Pegel erst, wenn die Erhebung geschlossen ist: Solange sie läuft, verriete jede Änderung eines Wertes die letzte Antwort.',
      ]),
      en: sentences([
        `There are answers from ${offices.answered} of ${offices.asked} offices.`,
        'Values are shown once the wave is closed: while it is open, every change of a value would give the latest answer away.',
      ]),
    },
  };
}

function computingFinding({ offices }: ReturnFacts, computed: number): FindingText {
  return {
    heading: {
      de: `Die Werte werden berechnet: ${computed} von ${offices.asked} Ämtern`,
      en: `The values are being computed: ${computed} of ${offices.asked} offices`,
    },
    lead: {
      de: 'Alle Werte erscheinen zusammen, sobald das letzte Amt berechnet ist. Sie können die Seite verlassen.',
      en: 'All values appear together once the last office is done. You may leave this page.',
    },
  };
}

/** The same for one office. */
export function officeReturnFinding(
  name: string,
  { invited, submitted }: ReturnFacts['people'],
): FindingText {
  return {
    heading: {
      de: `${name}: ${submitted} von ${invited} Personen haben abgesendet`,
      en: `${name}: ${submitted} of ${invited} people have submitted`,
    },
    lead: {
      de: 'Werte zeigt Pegel erst, wenn die Erhebung geschlossen und berechnet ist.',
      en: 'Values are shown once the wave is closed and computed.',
    },
  };
}

/**
 * What is said of a wave of mode several before its values are shown, and why they are not shown yet.
 *
 * @see scoring.md §10
 */
export function returnFinding(facts: ReturnFacts): FindingText {
  return facts.computed === null ? openFinding(facts) : computingFinding(facts, facts.computed);
}
