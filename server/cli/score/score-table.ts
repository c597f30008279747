import { scoreCell } from '../../../reports/numbers/signs.ts';
import type { Language, Plan } from '../../../surveys/plan/plan.ts';
import type { ScoreStatus } from '../../../surveys/scoring/score.ts';
import type { FileOffice } from './read-offices.ts';
import type { ScoreDocument } from './score-document.ts';

const nameWidth = 34;
const cellWidth = 9;
const words = {
  office: { de: 'Amt', en: 'Office' },
  index: { de: 'Index', en: 'Index' },
  divisions: { de: 'Übergeordnete Ämter', en: 'Divisions' },
  city: { de: 'Stadt (Mittel der Ämter)', en: 'City (mean of offices)' },
  byHeadcount: { de: 'Stadt nach Beschäftigten', en: 'City by headcount' },
  answered: { de: 'Beantwortet', en: 'Answered' },
  signs: {
    de: '( ) vorläufig   / zu wenig Angaben   x trifft nicht zu   … steht noch aus',
    en: '( ) provisional   / too few answers   x does not apply   … still open',
  },
} as const;

interface Cell {
  readonly value: number | null;
  readonly status: ScoreStatus;
}

interface Row {
  readonly office: string;
  readonly n: number;
  readonly index: number | null;
  readonly status: ScoreStatus;
  readonly dimensions: Readonly<
    Record<string, { readonly score: number | null; readonly status: ScoreStatus }>
  >;
}

/** Scores for a person at a terminal, one line an office. */
export function scoreTable(
  document: ScoreDocument,
  { plan, offices, language }: { plan: Plan; offices: readonly FileOffice[]; language: Language },
): readonly string[] {
  const { dimensions } = plan.maturity;
  const names = new Map(offices.map(({ code, name }) => [code, `${code} ${name}`]));
  const row = (entry: Row) =>
    line(
      names.get(entry.office) ?? entry.office,
      cellsOf(entry, plan).map((cell) => scoreCell(cell, language)),
    );
  const single = (value: number | null) =>
    scoreCell({ value, status: value === null ? 'insufficient' : 'scored' }, language);
  const means = dimensions.map(({ id }) => single(document.city.dimensions[id]?.score ?? null));
  return [
    line(words.office[language], [
      words.index[language],
      ...dimensions.map(({ shortTitle }) => shortTitle[language]),
    ]),
    ...document.offices.map(row),
    ...(document.divisions.length > 0 ? ['', words.divisions[language], ...document.divisions.map(row)] : []),
    '',
    line(words.city[language], [single(document.city.index), ...means]),
    line(words.byHeadcount[language], [single(document.city.byHeadcount)]),
    `${words.answered[language]}: ${document.city.answered} / ${document.city.offices}`,
    words.signs[language],
  ];
}

function cellsOf({ n, index, status, dimensions }: Row, { maturity }: Plan): readonly (Cell | null)[] {
  const all = maturity.dimensions.map(({ id }) => dimensions[id]);
  if (n === 0) return [null, ...all.map(() => null)];
  return [
    { value: index, status },
    ...all.map((one) => (one ? { value: one.score, status: one.status } : null)),
  ];
}

function line(name: string, cells: readonly string[]): string {
  const shortened = cells.map((cell) =>
    cell.length < cellWidth ? cell : `${cell.slice(0, cellWidth - 2)}.`,
  );
  return [
    name.slice(0, nameWidth - 1).padEnd(nameWidth),
    ...shortened.map((cell) => cell.padStart(cellWidth)),
  ].join('');
}
