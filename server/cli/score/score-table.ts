import { scoreCell } from '../../../reports/numbers/signs.ts';
import type { Language, Plan, Text } from '../../../surveys/plan/plan.ts';
import type { ScoreStatus } from '../../../surveys/scoring/score.ts';
import type { FileOffice } from '../files/read-offices.ts';
import type { ScoreDocument } from './score-document.ts';
import { hasIntervals, intervalCells, intervalText, rankText } from './table-cells.ts';

const nameWidth = 34;
const valueWidth = 11;
/** Responses and rank; values after them. */
const firstWidths = [7, 16];
const words = {
  office: { de: 'Amt', en: 'Office' },
  responses: { de: 'Antw.', en: 'Resp.' },
  rank: { de: 'Platz', en: 'Rank' },
  index: { de: 'Index', en: 'Index' },
  interval: { de: '  95-%-Intervall', en: '  95% interval' },
  divisions: { de: 'Übergeordnete Ämter', en: 'Divisions' },
  city: { de: 'Stadt (Mittel der Ämter)', en: 'City (mean of offices)' },
  byHeadcount: { de: 'Stadt nach Beschäftigten', en: 'City by headcount' },
  answered: { de: 'Beantwortet', en: 'Answered' },
  signs: {
    de: '( ) vorläufig   / zu wenig Angaben   x trifft nicht zu   · geheim gehalten   … steht noch aus',
    en: '( ) provisional   / too few answers   x does not apply   · kept secret   … still open',
  },
  ranks: {
    de: 'Platz: Median und 5–95 % der Plätze bei zufälligen Gewichten, 1 = bester',
    en: 'Rank: median and 5–95% of the ranks under random weights, 1 = best',
  },
} as const satisfies Record<string, Text>;

const secret = (minGroup: number): Text => ({
  de: `·  weniger als ${minGroup} Antworten, oder die Zahl ließe ein solches Amt erkennen`,
  en: `·  fewer than ${minGroup} responses, or the number would give such an office away`,
});

interface Cell {
  readonly value: number | null;
  readonly status: ScoreStatus;
}

type Entry = ScoreDocument['offices'][number] | ScoreDocument['divisions'][number];

export interface TableContext {
  readonly plan: Plan;
  readonly offices: readonly FileOffice[];
  readonly language: Language;
  /** Null in mode official. */
  readonly minGroup: number | null;
}

/** Scores for a person at a terminal, one line an office, and one more for intervals where there are any. */
export function scoreTable(document: ScoreDocument, context: TableContext): readonly string[] {
  const { plan, offices, language, minGroup } = context;
  const names = new Map(offices.map(({ code, name }) => [code, `${code} ${name}`]));
  const rows = (entry: Entry) => [
    line(names.get(entry.office) ?? entry.office, [
      String(entry.n),
      rankText(entry.rank, language),
      ...cellsOf(entry, plan).map((cell) => scoreCell(cell, language)),
    ]),
    ...(hasIntervals(entry)
      ? [line(words.interval[language], ['', '', '', ...intervalCells(entry, plan, language)])]
      : []),
  ];
  const head = [words.responses, words.rank, words.index].map((word) => word[language]);
  const titles = plan.maturity.dimensions.map(({ shortTitle }) => shortTitle[language]);
  return [
    line(words.office[language], [...head, ...titles]),
    ...document.offices.flatMap(rows),
    ...(document.divisions.length > 0
      ? ['', words.divisions[language], ...document.divisions.flatMap(rows)]
      : []),
    '',
    ...cityLines(document, context),
    words.signs[language],
    ...(minGroup === null ? [] : [secret(minGroup)[language]]),
    words.ranks[language],
  ];
}

function cityLines({ city, offices }: ScoreDocument, { plan, language }: TableContext): readonly string[] {
  const means = plan.maturity.dimensions.map(({ id }) => {
    const { score = null, offices: counted = 0 } = city.dimensions[id] ?? {};
    const applies = offices.some((office) => isOpen(office, id));
    const status = counted > 0 ? 'suppressed' : applies ? 'insufficient' : 'notApplicable';
    return scoreCell({ value: score, status }, language);
  });
  const anyHidden = offices.some(({ status }) => status === 'suppressed');
  const cell = (value: number | null) =>
    scoreCell({ value, status: anyHidden ? 'suppressed' : 'insufficient' }, language);
  return [
    line(words.city[language], ['', '', cell(city.index), ...means]),
    ...(city.interval === null
      ? []
      : [line(words.interval[language], ['', '', intervalText(city.interval, language)])]),
    line(words.byHeadcount[language], ['', '', cell(city.byHeadcount)]),
    `${words.answered[language]}: ${city.answered} / ${city.offices}`,
  ];
}

/** Whether a dimension applies to an office that answered, as far as one may know. */
function isOpen({ n, dimensions }: Entry, id: string): boolean {
  const status = dimensions[id]?.status;
  return n > 0 && status !== 'notApplicable' && status !== 'suppressed';
}

function cellsOf({ n, index, status, dimensions }: Entry, { maturity }: Plan): readonly (Cell | null)[] {
  const all = maturity.dimensions.map(({ id }) => dimensions[id]);
  if (n === 0) return [null, ...all.map(() => null)];
  return [
    { value: index, status },
    ...all.map((one) => (one ? { value: one.score, status: one.status } : null)),
  ];
}

function line(name: string, cells: readonly string[]): string {
  const padded = cells.map((cell, at) => {
    const width = firstWidths[at] ?? valueWidth;
    return (cell.length < width ? cell : `${cell.slice(0, width - 2)}.`).padStart(width);
  });
  return [name.slice(0, nameWidth - 1).padEnd(nameWidth), ...padded].join('').trimEnd();
}
