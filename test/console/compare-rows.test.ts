import { describe, expect, it } from 'vitest';
import { type ChangeOrder, changeGroups } from '../../client/console/compare/change-groups.ts';
import { linkedSums } from '../../client/console/compare/linked-sums.ts';
import type { Change, ItemChange, OfficeComparison } from '../../reports/comparison/comparison.ts';
import { item, planOf, questionnaireOf } from '../questionnaires/build-questionnaire.ts';

const change = (linked: number | null): Change => ({
  ...{ from: 40, to: 50, raw: 10, linked, composition: 0, share: 1, mdc95: 10, convention: true },
  verdict: linked === null ? 'notComparable' : linked > 10 ? 'up' : linked < -10 ? 'down' : 'unchanged',
});

function office(code: string, divisionId: string | null, linked: number | null) {
  const comparison: OfficeComparison = {
    office: code,
    index: change(linked),
    ...{ fields: {}, dimensions: { d1: change(0) }, items: {}, predecessors: [], skipped: 0 },
  };
  return { officeId: code, code, name: `Amt ${code}`, divisionId, change: comparison };
}

const division = (code: string) => ({
  ...{ officeId: code, code, name: `Dezernat ${code}` },
  change: { office: code, index: change(0), fields: {}, dimensions: {}, n: 1 },
});

const order = (column: string, down = false): ChangeOrder => ({
  ...{ number: 'index', sorting: { column, down } },
  compareText: (a, b) => a.localeCompare(b, 'de', { numeric: true }),
});

const codesIn = (groups: ReturnType<typeof changeGroups>) =>
  groups.map((group) => [group.division?.code ?? null, ...group.offices.map(({ code }) => code)]);

describe('The offices of a comparison', () => {
  const compared = {
    divisions: [division('II'), division('I'), division('III')],
    offices: [office('20', 'I', 4), office('10', 'I', null), office('30', 'II', -12), office('9', null, 1)],
  };

  it('stand below their divisions by code, those without one last, empty divisions not at all', () => {
    expect(codesIn(changeGroups(compared, order('amt')))).toEqual([
      ['I', '10', '20'],
      ['II', '30'],
      [null, '9'],
    ]);
  });

  it('sort inside their division, without a value last in both directions', () => {
    expect(codesIn(changeGroups(compared, order('gleich')))[0]).toEqual(['I', '20', '10']);
    expect(codesIn(changeGroups(compared, order('gleich', true)))[0]).toEqual(['I', '20', '10']);
    expect(codesIn(changeGroups(compared, order('urteil')))[0]).toEqual(['I', '20', '10']);
  });

  it('sort by code when the address names no known column', () => {
    expect(codesIn(changeGroups(compared, order('unsinn')))[0]).toEqual(['I', '10', '20']);
  });
});

describe('The sums behind a change on the same questions', () => {
  const plan = planOf(questionnaireOf([item('a'), item('b', { weight: 3 }), item('c'), item('d')]));
  const both = (from: number, to: number): ItemChange => ({ from, to, change: to - from, class: 'same' });

  it('count linked questions alone, by the weights of the newer year', () => {
    const items = {
      a: both(25, 50),
      b: both(50, 50),
      c: { from: 75, to: 25, change: null, class: 'changed' },
      d: { from: null, to: 100, change: null, class: 'new' },
    } as const;
    expect(linkedSums(plan, 'd1', items)).toEqual({ before: 43.75, after: 50, count: 2, weight: 4 });
  });

  it('are none when no question is linked', () => {
    expect(linkedSums(plan, 'd1', {})).toBeNull();
    expect(linkedSums(plan, 'gone', { a: both(0, 100) })).toBeNull();
  });
});
