import type { Language, Text } from '../../surveys/plan/plan.ts';
import { inBoth, quoted, sentences } from '../findings/sentence.ts';
import { formatPoints } from '../numbers/format-number.ts';
import type { Explanation, Part } from './explanation.ts';
import { weightedMean } from './figures.ts';
import { type GroupFacts, type GroupOffice, hiddenIn, valuedIn } from './group-facts.ts';
import { groupSteps } from './group-steps.ts';

const whys: Readonly<Record<GroupOffice['status'], Text>> = {
  scored: { de: 'zählt wie jedes Amt', en: 'counts like every office' },
  provisional: {
    de: 'zählt wie jedes Amt, ist aber vorläufig',
    en: 'counts like every office, but is provisional',
  },
  insufficient: { de: 'zu wenig Angaben: zählt nicht im Mittel', en: 'too few answers: not in the mean' },
  notApplicable: { de: 'trifft nicht zu: zählt nicht im Mittel', en: 'does not apply: not in the mean' },
  notSubmitted: {
    de: 'nicht abgesendet: wird nicht geschätzt und zählt nicht im Mittel',
    en: 'not submitted: is not estimated and not in the mean',
  },
  suppressed: {
    de: 'geheim gehalten: geht höchstens zusammen mit anderen geheim gehaltenen Ämtern in das Mittel ein',
    en: 'kept secret: enters the mean together with other offices kept secret, if at all',
  },
};

function partOf({ id, name, value, status }: GroupOffice): Part {
  return {
    id,
    title: { de: name, en: name },
    state: status,
    answer: null,
    comment: null,
    weight: 1,
    value,
    contribution: value,
    counted: value !== null,
    why: whys[status],
    opinion: null,
  };
}

/** Which value it is: "Musterstadt steht bei 49,7", of a dimension "Musterstadt erreicht bei „Daten“ 33,8". */
function reaches({ name, dimension }: GroupFacts, points: string, language: Language): string {
  if (language === 'de') {
    return dimension === null
      ? `${name} steht bei ${points} von 100 Punkten`
      : `${name} erreicht bei ${quoted(dimension.de, 'de')} ${points} von 100 Punkten`;
  }
  return dimension === null
    ? `${name} stands at ${points} of 100 points`
    : `${name} reaches ${points} of 100 points in ${quoted(dimension.en, 'en')}`;
}

function lacks({ name, dimension }: GroupFacts, language: Language): string {
  if (language === 'de') {
    return dimension === null
      ? `${name} hat keinen Wert`
      : `${name} hat bei ${quoted(dimension.de, 'de')} keinen Wert`;
  }
  return dimension === null
    ? `${name} has no value`
    : `${name} has no value in ${quoted(dimension.en, 'en')}`;
}

function withoutValue(facts: GroupFacts, language: Language): string {
  const none = lacks(facts, language);
  if (hiddenIn(facts.offices) > 0) {
    return language === 'de'
      ? `${none}, der gezeigt werden darf: Er verriete den Wert eines geheim gehaltenen Amtes.`
      : `${none} that may be shown: it would give away an office that is kept secret.`;
  }
  return language === 'de'
    ? `${none}: Kein Amt hat genug Angaben gemacht.`
    : `${none}: no office gave enough answers.`;
}

function withValue(facts: GroupFacts, value: number, language: Language): string {
  const counted = valuedIn(facts.offices).length;
  const hidden = hiddenIn(facts.offices) > 0;
  const reached = reaches(facts, formatPoints(value, language), language);
  if (language === 'de') {
    const from = counted === 1 ? '1 Amt' : `${counted} Ämtern`;
    return sentences([
      hidden
        ? `${reached}: das Mittel der Ämter mit einem Wert.`
        : `${reached}: das Mittel aus ${from}, jedes zählt gleich.`,
      hidden ? 'Geheim gehaltene Ämter sind darin nur gemeinsam enthalten.' : '',
    ]);
  }
  const from = counted === 1 ? '1 office' : `${counted} offices`;
  return sentences([
    hidden
      ? `${reached}: the mean of the offices with a value.`
      : `${reached}: the mean of ${from}, each counts the same.`,
    hidden ? 'Offices kept secret are in it together only.' : '',
  ]);
}

function inserted(facts: GroupFacts, language: Language): string {
  const { value, offices } = facts;
  if (value === null) return '–';
  if (hiddenIn(offices) > 0) {
    return language === 'de'
      ? `Mittel einschließlich geheim gehaltener Ämter = ${formatPoints(value, 'de')}`
      : `mean with offices kept secret = ${formatPoints(value, 'en')}`;
  }
  const terms = valuedIn(offices).map((office) => ({ weight: 1, value: office.value }));
  return weightedMean(terms, value, language);
}

/**
 * Where a mean over offices comes from: a number of the city or of a division.
 *
 * @see scoring.md §6, §10
 */
export function explainGroup(facts: GroupFacts): Explanation {
  const { value, offices } = facts;
  const counted = valuedIn(offices).length;
  return {
    value,
    status: facts.status,
    sentence: inBoth((language) =>
      value === null ? withoutValue(facts, language) : withValue(facts, value, language),
    ),
    formula: {
      rule: facts.dimension === null ? 'Σ I / n' : 'Σ S / n',
      inserted: inBoth((language) => inserted(facts, language)),
      section: '6',
    },
    steps: groupSteps(facts),
    parts: offices.map(partOf),
    counts: {
      responses: facts.responses,
      counted,
      notCounted: offices.length - counted,
    },
  };
}
