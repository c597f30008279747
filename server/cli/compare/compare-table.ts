import { type CityVerdict, cityVerdict } from '../../../reports/comparison/city-verdict.ts';
import type { Change, CityChange, Comparison, Verdict } from '../../../reports/comparison/comparison.ts';
import type { compareFinding } from '../../../reports/findings/compare-finding.ts';
import type { organisationSentences } from '../../../reports/findings/organisation-sentences.ts';
import { formatChange, formatProbability } from '../../../reports/numbers/format-change.ts';
import { formatPoints } from '../../../reports/numbers/format-number.ts';
import type { Language, Plan, Text } from '../../../surveys/plan/plan.ts';

/** What a person reads of a comparison, made for the page and the terminal alike. */
export interface ComparedFiles {
  readonly comparison: Comparison;
  /** Of the newer wave. */
  readonly plan: Plan;
  readonly finding: ReturnType<typeof compareFinding>;
  readonly organisation: ReturnType<typeof organisationSentences>;
  /** Name of an office of the newer wave by its code. */
  readonly names: ReadonlyMap<string, string>;
}

const nameWidth = 34;
const cellWidth = 12;

const words = {
  dimension: { de: 'Handlungsfeld', en: 'Field of action' },
  office: { de: 'Amt', en: 'Office' },
  city: { de: 'Stadt', en: 'City' },
  from: { de: 'früher', en: 'earlier' },
  to: { de: 'jetzt', en: 'now' },
  change: { de: 'gleiche F.', en: 'same qu.' },
  noise: { de: 'Messung ±', en: 'noise ±' },
  parts: { de: 'Woraus die Veränderung besteht:', en: 'What the change is made of:' },
  same: { de: 'gleiche Ämter, gleiche Fragen', en: 'same offices, same questions' },
  composition: { de: 'andere Fragen', en: 'other questions' },
  organisation: { de: 'andere Ämter', en: 'other offices' },
} as const satisfies Record<string, Text>;

const verdicts = {
  up: { de: '▲ verlässlich besser', en: '▲ reliably better' },
  down: { de: '▼ verlässlich schlechter', en: '▼ reliably worse' },
  unchanged: { de: '≈ im Rahmen der Messungenauigkeit', en: '≈ within measurement noise' },
  notComparable: { de: 'nicht vergleichbar', en: 'not comparable' },
  untested: { de: 'zu wenige Ämter für einen Test', en: 'too few offices for a test' },
} as const satisfies Record<Verdict | CityVerdict, Text>;

/** A comparison for a person at a terminal. */
export function compareTable(
  { comparison, plan, finding, organisation, names }: ComparedFiles,
  language: Language,
): readonly string[] {
  const { city, offices } = comparison;
  return [
    finding.heading[language],
    ...(finding.lead[language] === '' ? [] : [finding.lead[language]]),
    '',
    line(words.dimension[language], [words.from[language], words.to[language], words.change[language]]),
    ...plan.maturity.dimensions.flatMap(({ id, shortTitle }) => {
      const change = city[id];
      return change ? [cityLine(shortTitle[language], change, language)] : [];
    }),
    '',
    ...partsOf(city.index, language),
    '',
    line(words.office[language], [
      words.from[language],
      words.to[language],
      words.change[language],
      words.noise[language],
    ]),
    ...offices.map((office) => officeLine(names.get(office.office) ?? office.office, office.index, language)),
    ...(organisation.length > 0 ? [''] : []),
    ...organisation.map((sentence) => sentence[language]),
  ];
}

function cityLine(name: string, change: CityChange, language: Language): string {
  const p = change.holmP === null ? '' : ` (${formatProbability(change.holmP, language)})`;
  const cells = [points(change.from, language), points(change.to, language), signed(change.mean, language)];
  return `${line(name, cells)}  ${verdicts[cityVerdict(change)][language]}${p}`;
}

function officeLine(name: string, change: Change, language: Language): string {
  const noise = formatPoints(change.mdc95, language);
  const cells = [points(change.from, language), points(change.to, language), signed(change.linked, language)];
  return `${line(name, [...cells, noise])}  ${verdicts[change.verdict][language]}`;
}

function partsOf(change: CityChange, language: Language): readonly string[] {
  const part = (word: Text, value: number | null) => line(`  ${word[language]}`, [signed(value, language)]);
  return [
    line(words.city[language], [points(change.from, language), points(change.to, language)]),
    words.parts[language],
    part(words.same, change.mean),
    part(words.composition, change.composition),
    part(words.organisation, change.organisation),
  ];
}

function points(value: number | null, language: Language): string {
  return value === null ? '/' : formatPoints(value, language);
}

function signed(value: number | null, language: Language): string {
  return value === null ? '–' : formatChange(value, language);
}

function line(name: string, cells: readonly string[]): string {
  return [
    name.slice(0, nameWidth - 1).padEnd(nameWidth),
    ...cells.map((cell) => cell.padStart(cellWidth)),
  ].join('');
}
