import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { OfficeScore } from '../../surveys/scoring/score.ts';
import { signs } from '../numbers/signs.ts';
import type { Cell } from './csv-document.ts';

type Score = Omit<OfficeScore, 'dimensions'> & {
  readonly dimensions: Readonly<Record<string, Omit<OfficeScore['dimensions'][string], 'items'>>>;
};

export interface ResultsRow {
  readonly code: string;
  readonly name: string;
  /** Code and name of the node above; empty when there is none. */
  readonly division: string;
  readonly headcount: number | null;
  /** Submissions behind the numbers. */
  readonly responses: number;
  /** Null: not submitted, or not shown yet. */
  readonly score: Score | null;
}

export interface ResultsTableInput {
  readonly dimensions: readonly { readonly id: string; readonly title: Text }[];
  readonly rows: readonly ResultsRow[];
  /** Whether many people answered: then with their number, intervals and agreement. */
  readonly several: boolean;
  readonly rules: string;
  readonly questionnaire: { readonly id: string; readonly version: number };
}

const words = {
  de: {
    head: ['Amt', 'Bezeichnung', 'Dezernat', 'Beschäftigte', 'Index', 'Index von', 'Index bis', 'Status'],
    people: 'Antworten',
    dimension: ['beantwortet', 'gesicherte Stufe'],
    several: ['95 % von', '95 % bis', 'Einigkeit r_wg(J)', 'mittlere Abweichung (Stufen)'],
    tail: ['Fragebogen', 'Regelstand'],
  },
  en: {
    head: ['Office', 'Name', 'Division', 'Headcount', 'Index', 'Index from', 'Index to', 'Status'],
    people: 'Responses',
    dimension: ['answered', 'secured level'],
    several: ['95% from', '95% to', 'agreement r_wg(J)', 'average deviation (steps)'],
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

function header(input: ResultsTableInput, language: Language): string[] {
  const { head, people, dimension, several, tail } = words[language];
  const columns = input.dimensions.flatMap(({ title }) => [
    title[language],
    ...[...dimension, ...(input.several ? several : [])].map((part) => `${title[language]}: ${part}`),
  ]);
  return [...head, ...(input.several ? [people] : []), ...columns, ...tail];
}

/** What stands where a number would be. */
function shown(score: Score | null, value: number | null | undefined): Cell {
  return score?.status === 'suppressed' ? signs.suppressed.sign : (value ?? null);
}

function dimensionCells(score: Score | null, id: string, several: boolean): Cell[] {
  const dimension = score?.dimensions[id];
  const cells = [dimension?.score, dimension?.coverage, dimension?.secured];
  const { interval, agreement } = dimension ?? {};
  const more = several ? [interval?.[0], interval?.[1], agreement?.rwgj, agreement?.ad] : [];
  return [...cells, ...more].map((value) => shown(score, value));
}

function statusOf({ score, responses }: ResultsRow): Text {
  if (score !== null) return statusWords[score.status];
  return responses > 0 ? signs.toCome.text : notSubmitted;
}

function rowCells(row: ResultsRow, input: ResultsTableInput, language: Language): Cell[] {
  const { score } = row;
  const { id, version } = input.questionnaire;
  return [
    row.code,
    row.name,
    row.division,
    row.headcount,
    ...[score?.index, score?.low, score?.high].map((value) => shown(score, value)),
    statusOf(row)[language],
    ...(input.several ? [row.responses] : []),
    ...input.dimensions.flatMap((dimension) => dimensionCells(score, dimension.id, input.several)),
    `${id} ${version}`,
    input.rules,
  ];
}

/**
 * The heatmap as a table of a file: one row per asked office, points 0–100 with up to 6 decimals, coverage
 * 0–1, secured level 0–4. No value is an empty cell, a value kept secret "·".
 *
 * @see scoring.md §13: questionnaire and rules version travel with every number
 */
export function resultsTable(
  input: ResultsTableInput,
  language: Language,
): { header: string[]; rows: Cell[][] } {
  return { header: header(input, language), rows: input.rows.map((row) => rowCells(row, input, language)) };
}
