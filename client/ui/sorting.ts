/** How a table is sorted, as it stands in the address: `name` upwards, `-name` downwards. */
export interface Sorting {
  readonly column: string;
  readonly down: boolean;
}

export function readSorting(text: string): Sorting {
  return text.startsWith('-') ? { column: text.slice(1), down: true } : { column: text, down: false };
}

export function writeSorting(sorting: Sorting): string {
  return sorting.down ? `-${sorting.column}` : sorting.column;
}

/** The sorting after a click on a column's head: the same column turns round. */
export function clickedSorting(sorting: Sorting, column: string): Sorting {
  return { column, down: sorting.column === column && !sorting.down };
}

export type SortValue = string | number | null;

/**
 * Rows in the order of a column; rows without a value stand last in both directions, equal rows keep their order.
 *
 * @param compareText order of two texts in the page's language
 */
export function sortRows<Row>(
  rows: readonly Row[],
  order: { valueOf: (row: Row) => SortValue; down: boolean; compareText: (a: string, b: string) => number },
): readonly Row[] {
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = order.valueOf(a);
    const right = order.valueOf(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * order.compareText(String(left), String(right));
  });
}
