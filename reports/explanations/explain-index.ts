import type { DimensionPlan, Language, LevelBand, Text } from '../../surveys/plan/plan.ts';
import type { DimensionScore, OfficeScore, ScoreStatus } from '../../surveys/scoring/score.ts';
import { inBoth, sentences } from '../findings/sentence.ts';
import { formatPercent, formatPoints } from '../numbers/format-number.ts';
import type { Explanation, Part, Step } from './explanation.ts';
import { plain, span, weightedMean } from './figures.ts';
import { levelStep } from './level-step.ts';

/** Everything behind the index of an office. */
export interface IndexFacts {
  readonly name: string;
  /** At 6 decimals. */
  readonly score: Pick<OfficeScore, 'n' | 'index' | 'low' | 'high' | 'status'> & {
    readonly dimensions: Readonly<Record<string, Pick<DimensionScore, 'score' | 'status'>>>;
  };
  readonly dimensions: readonly Pick<DimensionPlan, 'id' | 'title' | 'weight'>[];
  readonly levels: readonly LevelBand[];
  /** Share 0–1 of the applicable weight that must have a value. */
  readonly minIndexWeight: number;
}

const counts: Text = { de: 'zählt mit seinem Gewicht', en: 'counts with its weight' };
const whys: Readonly<Record<ScoreStatus, Text>> = {
  scored: counts,
  provisional: counts,
  insufficient: {
    de: 'zu wenig Angaben: trägt nichts bei und senkt das gedeckte Gewicht',
    en: 'too few answers: adds nothing and lowers the covered weight',
  },
  notApplicable: {
    de: 'trifft auf dieses Amt nicht zu: zählt nicht im Nenner',
    en: 'does not apply to this office: not in the denominator',
  },
  suppressed: { de: 'geheim gehalten', en: 'kept secret' },
};

function partsOf({ dimensions, score }: IndexFacts): readonly Part[] {
  return dimensions.map(({ id, title, weight }) => {
    const own = score.dimensions[id];
    const [value, state] = [own?.score ?? null, own?.status ?? 'notApplicable'];
    return {
      id,
      title,
      state,
      answer: null,
      comment: null,
      weight,
      value,
      contribution: value === null ? null : weight * value,
      counted: state !== 'notApplicable',
      why: whys[state],
      opinion: null,
    };
  });
}

const weightOf = (parts: readonly Part[]) => parts.reduce((sum, { weight }) => sum + weight, 0);

interface Weighed {
  readonly valid: readonly Part[];
  readonly covered: number;
  readonly all: number;
}

function weightStep({ minIndexWeight }: IndexFacts, { covered, all }: Weighed): readonly Step[] {
  if (all === 0) return [];
  const share = covered / all;
  return [
    {
      name: { de: 'Gedecktes Gewicht', en: 'Covered weight' },
      rule: 'Σ W (S) / Σ W ≥ 0.75'.replace('0.75', plain(minIndexWeight, 'en')),
      inserted: inBoth((language) => {
        const [above, below] = [plain(covered, language), plain(all, language)];
        const least = formatPercent(minIndexWeight, language);
        return language === 'de'
          ? `${above} / ${below} = ${formatPercent(share, 'de')}; nötig sind ${least}`
          : `${above} / ${below} = ${formatPercent(share, 'en')}; ${least} are needed`;
      }),
      value: inBoth((language) => formatPercent(share, language)),
      section: '6',
    },
  ];
}

function boundsStep({ score: { low, high } }: IndexFacts): readonly Step[] {
  if (low === null || high === null) return [];
  return [
    {
      name: { de: 'Spanne', en: 'Bounds' },
      rule: 'Σ W·low / Σ W … Σ W·high / Σ W',
      inserted: {
        de: 'dieselbe Formel mit den Spannen der Handlungsfelder: jede offene Antwort als 0, dann als 100',
        en: 'the same formula with the bounds of the dimensions: every open answer as 0, then as 100',
      },
      value: inBoth((language) => span(low, high, language)),
      section: '6',
    },
  ];
}

function fields(count: number, language: Language): string {
  if (language === 'de') return count === 1 ? '1 Handlungsfeld' : `${count} Handlungsfeldern`;
  return count === 1 ? '1 dimension' : `${count} dimensions`;
}

function sentence(facts: IndexFacts, { valid, covered, all }: Weighed, language: Language): string {
  const { name, score, minIndexWeight } = facts;
  if (score.index !== null) {
    const value = formatPoints(score.index, language);
    const [count, german] = [fields(valid.length, language), language === 'de'];
    const first = german
      ? `${name} hat ${value} von 100 Punkten: das gewichtete Mittel aus ${count}.`
      : `${name} has ${value} of 100 points: the weighted mean of ${count}.`;
    if (score.status !== 'provisional') return first;
    const rest = german
      ? 'Der Wert ist vorläufig, weil Angaben fehlen.'
      : 'The value is provisional because answers are missing.';
    return sentences([first, rest]);
  }
  if (all === 0) {
    return language === 'de'
      ? `${name} hat keinen Index: Kein Handlungsfeld trifft auf das Amt zu.`
      : `${name} has no index: no dimension applies to the office.`;
  }
  const [share, least] = [covered / all, minIndexWeight].map((part) => formatPercent(part, language));
  return language === 'de'
    ? `${name} hat keinen Index: Die Handlungsfelder mit einem Wert tragen ${share} des Gewichts, nötig sind ${least}.`
    : `${name} has no index: the dimensions with a value carry ${share} of the weight, ${least} are needed.`;
}

/**
 * Where the index of an office comes from.
 *
 * @see scoring.md §6, §7
 */
export function explainIndex(facts: IndexFacts): Explanation {
  const parts = partsOf(facts);
  const valid = parts.filter(({ value }) => value !== null);
  const weighed = {
    valid,
    covered: weightOf(valid),
    all: weightOf(parts.filter(({ counted }) => counted)),
  };
  const { index, status, n } = facts.score;
  const terms = valid.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]));
  return {
    value: index,
    status,
    sentence: inBoth((language) => sentence(facts, weighed, language)),
    formula: {
      rule: 'I = Σ W·S / Σ W',
      inserted: inBoth((language) => weightedMean(terms, index, language)),
      section: '6',
    },
    steps: [...weightStep(facts, weighed), ...boundsStep(facts), ...levelStep(index, facts.levels)],
    parts,
    counts: { responses: n, counted: valid.length, notCounted: parts.length - valid.length },
  };
}
