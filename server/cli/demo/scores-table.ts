import { scoreCell, signs } from '../../../reports/numbers/signs.ts';
import type { Language } from '../../../surveys/plan/plan.ts';
import type { ResultsOffice, ResultsResponse } from '../../results/results.wire.ts';

const nameWidth = 32;
const cellWidth = 8;

function cells(office: ResultsOffice, results: ResultsResponse, language: Language): string[] {
  const { score } = office;
  const index = score === null ? null : { value: score.index, status: score.status };
  const dimensions = results.dimensions.map(({ id }) => {
    const dimension = score?.dimensions[id];
    return dimension === undefined ? null : { value: dimension.score, status: dimension.status };
  });
  return [index, ...dimensions].map((one) => scoreCell(one, language));
}

function shortened(text: string): string {
  return text.length < cellWidth ? text : `${text.slice(0, cellWidth - 2)}.`;
}

function line(name: string, values: readonly string[]): string {
  const columns = values.map((value) => shortened(value).padStart(cellWidth));
  return name.slice(0, nameWidth - 1).padEnd(nameWidth) + columns.join('');
}

function cityLine({ city, cityScore, dimensions }: ResultsResponse, language: Language): string {
  const means = dimensions.map(({ id }) => cityScore.dimensions[id]?.score ?? null);
  const shown = [cityScore.index, ...means].map((value) =>
    scoreCell({ value, status: value === null ? 'insufficient' : 'scored' }, language),
  );
  return line(city, shown);
}

/** The heatmap for a terminal: offices by division, index and dimensions with the signs of official statistics. */
export function scoresTable(results: ResultsResponse, language: Language): readonly string[] {
  const groups = results.divisions.flatMap(({ officeId, code, name }) => {
    const below = results.offices.filter(({ divisionId }) => divisionId === officeId);
    if (below.length === 0) return [];
    return [
      `${code} · ${name}`,
      ...below.map((office) => line(`  ${office.code} ${office.name}`, cells(office, results, language))),
    ];
  });
  return [
    line(language === 'de' ? 'Amt' : 'Office', [
      'Index',
      ...results.dimensions.map(({ shortTitle }) => shortTitle[language]),
    ]),
    ...groups,
    cityLine(results, language),
    [signs.provisional, signs.insufficient, signs.notApplicable, signs.toCome]
      .map(({ sign, text }) => `${sign} ${text[language]}`)
      .join('   '),
  ];
}
