import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import type { Cell } from './csv-document.ts';

export interface ResultsRow {
  readonly code: string;
  readonly name: string;
  /** Code and name of the node above; empty when there is none. */
  readonly division: string;
  readonly headcount: number | null;
  /** Null: not submitted. */
  readonly score: OfficeScore | null;
}

export interface ResultsTableInput {
  readonly dimensions: readonly { readonly id: string; readonly title: Text }[];
  readonly rows: readonly ResultsRow[];
  readonly rules: string;
  readonly questionnaire: { readonly id: string; readonly version: number };
}

const words = {
  de: {
    head: ['Amt', 'Bezeichnung', 'Dezernat', 'Beschäftigte', 'Index', 'Index von', 'Index bis', 'Status'],
    coverage: 'beantwortet',
    secured: 'gesicherte Stufe',
    tail: ['Fragebogen', 'Regelstand'],
  },
  en: {
    head: ['Office', 'Name', 'Division', 'Headcount', 'Index', 'Index from', 'Index to', 'Status'],
    coverage: 'answered',
    secured: 'secured level',
    tail: ['Questionnaire', 'Rules'],
  },
} as const satisfies Record<Language, unknown>;

const statusWords: Readonly<Record<OfficeScore['status'], Text>> = {
  scored: { de: 'gewertet', en: 'scored' },
  provisional: { de: 'vorläufig', en: 'provisional' },
  insufficient: { de: 'zu wenig Angaben', en: 'too few answers' },
  notApplicable: { de: 'trifft nicht zu', en: 'does not apply' },
  suppressed: { de: 'geheim gehalten', en: 'kept secret' },
};
const notSubmitted: Text = { de: 'nicht abgesendet', en: 'not submitted' };

function header({ dimensions }: ResultsTableInput, language: Language): string[] {
  const { head, coverage, secured, tail } = words[language];
  const columns = dimensions.flatMap(({ title }) => [
    title[language],
    `${title[language]}: ${coverage}`,
    `${title[language]}: ${secured}`,
  ]);
  return [...head, ...columns, ...tail];
}

function dimensionCells(score: OfficeScore | null, id: string): Cell[] {
  const dimension = score?.dimensions[id];
  return [dimension?.score ?? null, dimension?.coverage ?? null, dimension?.secured ?? null];
}

function rowCells(row: ResultsRow, input: ResultsTableInput, language: Language): Cell[] {
  const { score } = row;
  const { id, version } = input.questionnaire;
  return [
    row.code,
    row.name,
    row.division,
    row.headcount,
    score?.index ?? null,
    score?.low ?? null,
    score?.high ?? null,
    (score === null ? notSubmitted : statusWords[score.status])[language],
    ...input.dimensions.flatMap((dimension) => dimensionCells(score, dimension.id)),
    `${id} ${version}`,
    input.rules,
  ];
}

/**
 * The heatmap as a table of a file: one row per asked office, points 0–100 with up to 6 decimals, coverage
 * 0–1, secured level 0–4. No value is an empty cell.
 *
 * @see scoring.md §13: questionnaire and rules version travel with every number
 */
export function resultsTable(
  input: ResultsTableInput,
  language: Language,
): { header: string[]; rows: Cell[][] } {
  return { header: header(input, language), rows: input.rows.map((row) => rowCells(row, input, language)) };
}
