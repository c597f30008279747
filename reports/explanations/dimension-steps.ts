import { inBoth } from '../findings/sentence.ts';
import { formatPercent } from '../numbers/format-number.ts';
import { type DimensionFacts, type Sums, sumsOf } from './dimension-facts.ts';
import type { Step } from './explanation.ts';
import { plain, span } from './figures.ts';
import { levelStep } from './level-step.ts';
import { respondentSteps } from './respondent-steps.ts';

function coverageStep({ score, maturity }: DimensionFacts, sums: Sums): readonly Step[] {
  const { coverage } = score;
  if (coverage === null) return [];
  return [
    {
      name: { de: 'Abdeckung', en: 'Coverage' },
      rule: 'Σ_V w / Σ_A w',
      inserted: inBoth((language) => {
        const [valid, all] = [plain(sums.validWeight, language), plain(sums.applicableWeight, language)];
        const [least, safe] = [maturity.minCoverage, maturity.provisionalBelow].map((share) =>
          formatPercent(share, language),
        );
        return language === 'de'
          ? `${valid} / ${all} = ${formatPercent(coverage, 'de')}; nötig sind ${least}, ab ${safe} nicht mehr vorläufig`
          : `${valid} / ${all} = ${formatPercent(coverage, 'en')}; ${least} are needed, no longer provisional from ${safe}`;
      }),
      value: inBoth((language) => formatPercent(coverage, language)),
      section: '4',
    },
  ];
}

function boundsStep({ score }: DimensionFacts, sums: Sums): readonly Step[] {
  const { low, high } = score;
  if (low === null || high === null) return [];
  const open = sums.applicableWeight - sums.validWeight;
  return [
    {
      name: { de: 'Spanne', en: 'Bounds' },
      rule: 'Σ_V w·x / Σ_A w … (Σ_V w·x + 100·(Σ_A w − Σ_V w)) / Σ_A w',
      inserted: inBoth((language) => {
        const [points, all] = [plain(sums.points, language), plain(sums.applicableWeight, language)];
        const word = language === 'de' ? 'bis' : 'to';
        return `${points} / ${all} = ${plain(low, language)} ${word} (${points} + 100·${plain(open, language)}) / ${all} = ${plain(high, language)}`;
      }),
      value: inBoth((language) => span(low, high, language)),
      section: '4',
    },
  ];
}

const below = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
const digits = (level: number) => [...String(level)].map((digit) => below[Number(digit)] ?? '').join('');

function securedStep({ score, reached, maturity }: DimensionFacts): readonly Step[] {
  const { secured } = score;
  if (secured === null) return [];
  const name = maturity.securedLevels[secured];
  return [
    {
      name: { de: 'Gesicherte Stufe', en: 'Secured level' },
      rule: 'p_L = 100·Σ_{x ≥ 100·L/K} w / Σ_A w;  max L: p_L > 50, p_l > 85 (l < L)',
      inserted: inBoth((language) =>
        reached
          .map(
            (share, at) =>
              `p${digits(at + 1)} = ${plain(share, language)}${language === 'de' ? '\u00a0' : ''}%`,
          )
          .join(language === 'de' ? '; ' : '; '),
      ),
      value: inBoth((language) => (name === undefined ? String(secured) : `${secured}: ${name[language]}`)),
      section: '5',
    },
  ];
}

function strictStep({ score, items }: DimensionFacts, { applicable, valid }: Sums): readonly Step[] {
  if (applicable.length === 0 || items.length === 0) return [];
  const { strict } = score;
  const open = applicable.length - valid.length;
  return [
    {
      name: { de: 'Strenge Stufe', en: 'Strict level' },
      rule: 'max L: x ≥ 100·L/K (A)',
      inserted: inBoth((language) => {
        if (open > 0) {
          return language === 'de' ? `offen: ${open} ohne Antwort` : `open: ${open} without an answer`;
        }
        const lowest = plain(Math.min(...valid.map((item) => item.score)), language);
        return language === 'de' ? `niedrigste Frage: ${lowest}` : `lowest question: ${lowest}`;
      }),
      value: inBoth((language) => {
        if (strict !== null) return String(strict);
        return language === 'de' ? 'offen' : 'open';
      }),
      section: '5',
    },
  ];
}

/** What else is known of a dimension of an office, in the order in which it is asked. */
export function dimensionSteps(facts: DimensionFacts): readonly Step[] {
  const sums = sumsOf(facts.items);
  return [
    ...coverageStep(facts, sums),
    ...boundsStep(facts, sums),
    ...levelStep(facts.score.score, facts.maturity.levels),
    ...securedStep(facts),
    ...strictStep(facts, sums),
    ...respondentSteps(facts),
  ];
}
