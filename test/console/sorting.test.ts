import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clickedSorting, readSorting, sortRows, writeSorting } from '../../client/ui/sorting.ts';

const compareText = (a: string, b: string) => a.localeCompare(b, 'de', { numeric: true });
const value = (row: { value: number | null }) => row.value;

describe('A sorted table', () => {
  it('turns round when the same head is clicked again', () => {
    const once = clickedSorting({ column: 'amt', down: false }, 'index');
    expect(once).toEqual({ column: 'index', down: false });
    expect(clickedSorting(once, 'index')).toEqual({ column: 'index', down: true });
  });

  it('keeps its order in the address', () => {
    expect(readSorting(writeSorting({ column: 'amt', down: true }))).toEqual({ column: 'amt', down: true });
    expect(readSorting('amt')).toEqual({ column: 'amt', down: false });
  });

  it('sorts codes as people count: 9 before 10', () => {
    const rows = sortRows([{ code: '10' }, { code: '9' }], {
      valueOf: (row) => row.code,
      down: false,
      compareText,
    });
    expect(rows.map((row) => row.code)).toEqual(['9', '10']);
  });

  it('keeps every row, and rows without a value last in both directions', () => {
    const rows = fc.array(fc.record({ value: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }) }));
    fc.assert(
      fc.property(rows, fc.boolean(), (given, down) => {
        const sorted = sortRows(given, { valueOf: value, down, compareText });
        const values = sorted.map(value);
        const firstNull = values.indexOf(null);
        expect(new Set(sorted)).toEqual(new Set(given));
        expect(sorted.length).toBe(given.length);
        if (firstNull >= 0) expect(values.slice(firstNull).every((one) => one === null)).toBe(true);
      }),
    );
  });
});
