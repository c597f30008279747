import type { Language, Text } from '../../surveys/plan/plan.ts';
import { inBoth, sentences } from '../findings/sentence.ts';
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

function subject({ name, dimension }: GroupFacts, language: Language): string {
  if (dimension !== null) return `${name}, ${dimension[language]}`;
  return name;
}

function withoutValue(facts: GroupFacts, language: Language): string {
  const name = subject(facts, language);
  if (hiddenIn(facts.offices) > 0) {
    return language === 'de'
      ? `${name} hat keinen Wert, der gezeigt werden darf: Er verriete den Wert eines geheim gehaltenen Amtes.`
      : `${name} has no value that may be shown: it would give away an office that is kept secret.`;
  }
  return language === 'de'
    ? `${name} hat keinen Wert: Kein Amt hat genug Angaben gemacht.`
    : `${name} has no value: no office gave enough answers.`;
}

function withValue(facts: GroupFacts, value: number, language: Language): string {
  const counted = valuedIn(facts.offices).length;
  const hidden = hiddenIn(facts.offices) > 0;
  const [name, points] = [subject(facts, language), formatPoints(value, language)];
  if (language === 'de') {
    const from = counted === 1 ? '1 Amt' : `${counted} Ämtern`;
    return sentences([
      hidden
        ? `${name} steht bei ${points} von 100 Punkten: das Mittel der Ämter mit einem Wert.`
        : `${name} steht bei ${points} von 100 Punkten: das Mittel aus ${from}, jedes zählt gleich.`,
      hidden ? 'Geheim gehaltene Ämter sind darin nur gemeinsam enthalten.' : '',
    ]);
  }
  const from = counted === 1 ? '1 office' : `${counted} offices`;
  return sentences([
    hidden
      ? `${name} stands at ${points} of 100 points: the mean of the offices with a value.`
      : `${name} stands at ${points} of 100 points: the mean of ${from}, each counts the same.`,
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
