import type { Language } from '../../surveys/plan/plan.ts';
import { type FindingText, inBoth } from './sentence.ts';

/** Offices whose values are kept secret. */
export interface HiddenFacts {
  readonly hidden: number;
  /** Smallest group whose values are shown. */
  readonly minGroup: number;
}

/**
 * Why some offices have no value: "3 Ämter sind geheim gehalten (·): …". Empty when none is hidden.
 *
 * @see scoring.md §10
 */
export function hiddenSentence({ hidden, minGroup }: HiddenFacts, language: Language): string {
  if (hidden === 0) return '';
  if (language === 'en') {
    return `${hidden} ${hidden === 1 ? 'office is' : 'offices are'} kept secret (·): fewer than ${minGroup} people answered there, or its value could be worked out from the others.`;
  }
  return hidden === 1
    ? `1 Amt ist geheim gehalten (·): Dort haben weniger als ${minGroup} Personen geantwortet, oder sein Wert ließe sich aus den anderen errechnen.`
    : `${hidden} Ämter sind geheim gehalten (·): Dort haben weniger als ${minGroup} Personen geantwortet, oder ihr Wert ließe sich aus den anderen errechnen.`;
}

/** When no office has a value because all groups are too small. */
export function allHiddenFinding(facts: HiddenFacts): FindingText {
  return {
    heading: {
      de: 'Zu kleine Gruppen: kein Amt hat einen Wert, der gezeigt werden darf',
      en: 'Groups too small: no office has a value that may be shown',
    },
    lead: inBoth((language) => hiddenSentence(facts, language)),
  };
}

/** Why one office has no value. */
export function hiddenOfficeFinding(name: string, { minGroup }: Pick<HiddenFacts, 'minGroup'>): FindingText {
  return {
    heading: { de: `${name}: geheim gehalten`, en: `${name}: kept secret` },
    lead: {
      de: `Werte zeigt Pegel erst ab ${minGroup} Personen. Auch ein größeres Amt bleibt geheim, wenn sich sonst der Wert eines kleineren errechnen ließe.`,
      en: `Values are shown for ${minGroup} people and more. A larger office stays secret too if the value of a smaller one could be worked out otherwise.`,
    },
  };
}
