import type { Text } from '../../surveys/plan/plan.ts';
import { inBoth } from '../findings/sentence.ts';
import { formatCount, formatPercent, formatPoints } from '../numbers/format-number.ts';
import type { Step } from './explanation.ts';
import { plain, shownPoints, span, weightedMean } from './figures.ts';
import { type GroupFacts, hiddenIn, valuedIn } from './group-facts.ts';
import { levelStep } from './level-step.ts';

type Aggregate = NonNullable<GroupFacts['aggregate']>;

const secret: Text = { de: 'geheim gehalten (·)', en: 'kept secret (·)' };
const secretWhy: Text = {
  de: 'entfällt: Mit dem Mittel zusammen verriete die Zahl etwas über ein geheim gehaltenes Amt',
  en: 'left out: together with the mean the number would say something of an office kept secret',
};

function byHeadcount(facts: GroupFacts, { byHeadcount: mean, headcountCovered }: Aggregate): Step {
  const valued = valuedIn(facts.offices).filter(({ headcount }) => headcount !== null);
  const terms = valued.map(({ headcount, value }) => ({ weight: headcount ?? 0, value }));
  const isSecret = mean === null && hiddenIn(facts.offices) > 0;
  return {
    name: { de: 'Mittel nach Beschäftigten', en: 'Mean by headcount' },
    rule: 'Σ h·I / Σ h',
    inserted: isSecret
      ? secretWhy
      : inBoth((language) => {
          if (mean === null || headcountCovered === null) {
            return language === 'de' ? 'keine Beschäftigtenzahlen bekannt' : 'no headcounts are known';
          }
          const covered = formatPercent(headcountCovered, language);
          const rest = language === 'de' ? `${covered} der Beschäftigten` : `${covered} of the headcount`;
          return `${weightedMean(terms, mean, language)}; ${rest}`;
        }),
    value: isSecret ? secret : shownPoints(mean),
    section: '6',
  };
}

function quartiles(facts: GroupFacts, { min, q1, median, q3, max }: Aggregate): Step {
  const all = [min, q1, median, q3, max].flatMap((value) => value ?? []);
  const isSecret = all.length < 5 && hiddenIn(facts.offices) > 0;
  return {
    name: { de: 'Verteilung', en: 'Distribution' },
    rule: 'min · Q_0.25 · Q_0.5 · Q_0.75 · max',
    inserted: isSecret
      ? secretWhy
      : {
          de: 'kleinster Wert, erstes Viertel, Mitte, drittes Viertel, größter Wert der Ämter',
          en: 'smallest value, first quarter, middle, third quarter, largest value of the offices',
        },
    value: isSecret
      ? secret
      : inBoth((language) => all.map((value) => formatPoints(value, language)).join(' · ') || '–'),
    section: '6',
  };
}

function returnRate({ offices, answered }: Aggregate): Step {
  const share = offices === 0 ? 0 : answered / offices;
  return {
    name: { de: 'Rücklauf', en: 'Return' },
    rule: 'n / N',
    inserted: inBoth((language) => `${answered} / ${offices} = ${formatPercent(share, language)}`),
    value: inBoth((language) => formatPercent(share, language)),
    section: '6',
  };
}

function uncertainty(facts: GroupFacts, { interval, offices, answered, sd }: Aggregate): Step {
  const n = valuedIn(facts.offices).length;
  const [hidden, census] = [hiddenIn(facts.offices) > 0, answered >= offices];
  const name = { de: 'Unsicherheit (95 %)', en: 'Uncertainty (95%)' };
  const rule = 'Ī ± t(n − 1)·√((1 − n/N)·s²/n)';
  if (interval !== null && sd !== null) {
    return {
      name,
      rule,
      inserted: inBoth((language) => `n = ${n}, N = ${offices}, s = ${plain(sd, language)}`),
      value: inBoth((language) => span(interval[0], interval[1], language)),
      section: '9',
    };
  }
  if (census) {
    return {
      name,
      rule,
      inserted: {
        de: `alle ${offices} Ämter haben geantwortet: eine Vollerhebung hat keinen Stichprobenfehler`,
        en: `all ${offices} offices answered: a census has no sampling error`,
      },
      value: { de: 'Vollerhebung', en: 'census' },
      section: '9',
    };
  }
  return {
    name,
    rule,
    inserted: hidden ? secretWhy : { de: 'zu wenige Ämter', en: 'too few offices' },
    value: hidden ? secret : { de: '–', en: '–' },
    section: '9',
  };
}

function reliabilitySteps({ reliability }: GroupFacts): readonly Step[] {
  if (reliability === null) return [];
  const { alpha, icc1, icc2, offices, items } = reliability;
  const step = (name: Text, rule: string, value: number | null): readonly Step[] =>
    value === null
      ? []
      : [
          {
            name,
            rule,
            inserted: inBoth((language) =>
              language === 'de'
                ? `aus ${formatCount(offices, 'de')} vollständigen Ämtern und ${items} Fragen`
                : `from ${formatCount(offices, 'en')} complete offices and ${items} questions`,
            ),
            value: inBoth((language) => plain(value, language)),
            section: '8',
          },
        ];
  return [
    ...step(
      { de: 'Zusammenhalt der Fragen (α)', en: 'Consistency of the questions (α)' },
      'α = J/(J−1)·(1 − Σ var_i / var)',
      alpha,
    ),
    ...step(
      { de: 'Anteil der Unterschiede zwischen Ämtern, ICC(1)', en: 'Share between offices, ICC(1)' },
      'ICC(1) = (MSB − MSW) / (MSB + (k−1)·MSW)',
      icc1,
    ),
    ...step(
      { de: 'Verlässlichkeit der Amtswerte, ICC(2)', en: 'Reliability of the office values, ICC(2)' },
      'ICC(2) = (MSB − MSW) / MSB',
      icc2,
    ),
  ];
}

/** What else is known of a mean over offices. @see scoring.md §6–§9 */
export function groupSteps(facts: GroupFacts): readonly Step[] {
  const { aggregate } = facts;
  const level = levelStep(facts.value, facts.levels);
  if (aggregate === null) return [...level, ...reliabilitySteps(facts)];
  return [
    ...level,
    byHeadcount(facts, aggregate),
    quartiles(facts, aggregate),
    returnRate(aggregate),
    uncertainty(facts, aggregate),
  ];
}
