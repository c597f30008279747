import type { Text } from '../../surveys/plan/plan.ts';
import type { Explanation } from './explanation.ts';

/**
 * Why an office has no value although people answered: it is kept secret. Without any number but how many answered.
 *
 * @param minGroup smallest group whose values are shown
 * @see scoring.md §10
 */
export function explainHidden(name: string, { n, minGroup }: { n: number; minGroup: number }): Explanation {
  return {
    value: null,
    status: 'suppressed',
    sentence: {
      de: `Der Wert von ${name} wird geheim gehalten. Pegel zeigt Werte erst ab ${minGroup} Personen. Auch ein größeres Amt bleibt geheim, wenn sich sonst der Wert eines kleineren errechnen ließe.`,
      en: `The value of ${name} is kept secret. Values are shown for ${minGroup} people and more. A larger office stays secret too if the value of a smaller one could be worked out otherwise.`,
    },
    formula: {
      rule: 'n < k → ·',
      inserted: { de: `k = ${minGroup} Personen`, en: `k = ${minGroup} people` },
      section: '10',
    },
    steps: [],
    parts: [],
    counts: { responses: n, counted: 0, notCounted: 0 },
  };
}

const noFormula: Text = { de: 'keine Antwort, kein Wert', en: 'no answer, no value' };

/** Why an office without a submission has no value: it is never estimated. @see scoring.md §6 */
export function explainNotSubmitted(name: string): Explanation {
  return {
    value: null,
    status: 'notSubmitted',
    sentence: {
      de: `${name} hat keinen Wert, weil nichts abgesendet wurde. Fehlende Ämter werden nie geschätzt.`,
      en: `${name} has no value because nothing was submitted. Missing offices are never estimated.`,
    },
    formula: { rule: '–', inserted: noFormula, section: '6' },
    steps: [],
    parts: [],
    counts: { responses: 0, counted: 0, notCounted: 0 },
  };
}
