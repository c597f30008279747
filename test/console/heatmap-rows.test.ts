import { describe, expect, it } from 'vitest';
import { heatmapGroups, readGrouping } from '../../client/console/results/heatmap-rows.ts';
import type { ResultsDivision, ResultsOffice } from '../../server/results/results.wire.ts';
import type { ShownScore } from '../../server/scores/scores.wire.ts';
import type { DivisionScore } from '../../surveys/scoring/score.ts';

const compareText = (a: string, b: string) => a.localeCompare(b, 'de', { numeric: true });

function office(code: string, facts: { index: number | null; division: string | null; headcount?: number }) {
  const score = { index: facts.index, dimensions: { d1: { score: facts.index } } } as unknown as ShownScore;
  return {
    officeId: `office-${code}`,
    code,
    name: code,
    divisionId: facts.division,
    headcount: facts.headcount ?? null,
    submittedAt: null,
    answered: 0,
    invited: 1,
    submissions: 0,
    score: facts.index === null ? null : score,
  } satisfies ResultsOffice;
}

function division(code: string): ResultsDivision {
  return { officeId: code, code, name: code, score: {} as unknown as DivisionScore };
}

const data = {
  divisions: [division('II'), division('I')],
  offices: [
    office('9', { index: 20, division: 'I', headcount: 5 }),
    office('10', { index: 80, division: 'I' }),
    office('40', { index: null, division: 'II', headcount: 90 }),
    office('99', { index: 50, division: null, headcount: 30 }),
  ],
};

const codes = (groups: ReturnType<typeof heatmapGroups>) =>
  groups.map((group) => group.offices.map((one) => one.code));

describe('The rows of the heatmap', () => {
  it('stand by division and code, offices without a division last', () => {
    const groups = heatmapGroups(data, { grouping: 'dezernat', column: null, down: false, compareText });
    expect(groups.map((group) => group.division?.code ?? null)).toEqual(['I', 'II', null]);
    expect(codes(groups)).toEqual([['9', '10'], ['40'], ['99']]);
  });

  it('stand as one list by index, highest first and offices without a value last', () => {
    const groups = heatmapGroups(data, { grouping: 'index', column: null, down: false, compareText });
    expect(codes(groups)).toEqual([['10', '99', '9', '40']]);
  });

  it('stand as one list by size', () => {
    const groups = heatmapGroups(data, { grouping: 'groesse', column: null, down: false, compareText });
    expect(codes(groups)).toEqual([['40', '99', '9', '10']]);
  });

  it('follow a clicked dimension inside their division, values before offices without one', () => {
    const groups = heatmapGroups(data, { grouping: 'dezernat', column: 'd1', down: true, compareText });
    expect(codes(groups)[0]).toEqual(['10', '9']);
  });

  it('fall back to divisions when the address names something else', () => {
    expect(readGrouping('unsinn')).toBe('dezernat');
  });
});
