import type { Agreement, Interval } from '../../surveys/scoring/score.ts';
import { inBoth } from '../findings/sentence.ts';
import { formatCount } from '../numbers/format-number.ts';
import type { DimensionFacts, Respondents } from './dimension-facts.ts';
import type { Step } from './explanation.ts';
import { plain, span } from './figures.ts';

function intervalStep(interval: Interval, respondents: Respondents): Step {
  const { n, samples, seed, generator, dropped } = respondents;
  return {
    name: { de: 'Unsicherheit (95 %)', en: 'Uncertainty (95%)' },
    rule: 'Q_0.025 … Q_0.975 (S*₁ … S*_B)',
    inserted: inBoth((language) => {
      const count = formatCount(samples, language);
      if (n <= 5) {
        return language === 'de'
          ? `alle ${count} Stichproben aus ${n} Personen; ohne Wert und weggelassen: ${dropped}`
          : `all ${count} samples of ${n} people; without a value and left out: ${dropped}`;
      }
      return language === 'de'
        ? `${count} Ziehungen von je ${n} Personen mit Zurücklegen; Startwert ${seed}, ${generator}; ohne Wert und weggelassen: ${dropped}`
        : `${count} draws of ${n} people with replacement; seed ${seed}, ${generator}; without a value and left out: ${dropped}`;
    }),
    value: inBoth((language) => span(interval[0], interval[1], language)),
    section: '9',
  };
}

function agreementSteps({ rwgj, rstar, ad }: Agreement): readonly Step[] {
  const rwg: Step[] =
    rwgj === null
      ? []
      : [
          {
            name: { de: 'Einigkeit', en: 'Agreement' },
            rule: 'r_wg(J) = J·(1 − S̄/σ²) / (J·(1 − S̄/σ²) + S̄/σ²);  r*_wg = 1 − S̄/σ²',
            inserted: inBoth((language) => {
              const star = rstar === null ? '' : `; r*_wg = ${plain(rstar, language)}`;
              return `r_wg(J) = ${plain(rwgj, language)}${star}`;
            }),
            value: inBoth((language) => plain(rwgj, language)),
            section: '8',
          },
        ];
  if (ad === null) return rwg;
  return [
    ...rwg,
    {
      name: { de: 'Mittlere Abweichung', en: 'Average deviation' },
      rule: 'AD = Σ |a − ā| / n',
      inserted: inBoth((language) =>
        language === 'de'
          ? `im Mittel der Fragen ${plain(ad, 'de')} Antwortstufen`
          : `${plain(ad, 'en')} answer steps, mean over the questions`,
      ),
      value: inBoth((language) =>
        language === 'de' ? `${plain(ad, 'de')} Stufen` : `${plain(ad, 'en')} steps`,
      ),
      section: '8',
    },
  ];
}

/** How sure a value is and how far people agree; nothing in mode official. @see scoring.md §8, §9 */
export function respondentSteps({ score, respondents }: DimensionFacts): readonly Step[] {
  if (respondents === null) return [];
  return [
    ...(score.interval === null ? [] : [intervalStep(score.interval, respondents)]),
    ...(score.agreement === null ? [] : agreementSteps(score.agreement)),
  ];
}
