import type { Change } from '../../../reports/comparison/comparison.ts';
import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { type Sorting, type SortValue, sortRows } from '../../ui/sorting.ts';
import {
  type ComparedDivision,
  type ComparedNumber,
  type ComparedOffice,
  changeIn,
} from './compared-number.ts';

/** Offices below one division; null: without one. */
export interface ChangeGroup {
  readonly division: ComparedDivision | null;
  readonly offices: readonly ComparedOffice[];
}

export const changeColumns = [
  'amt',
  'frueher',
  'neuer',
  'gesamt',
  'gleich',
  'anders',
  'verglichen',
  'genau',
  'urteil',
] as const;
export type ChangeColumn = (typeof changeColumns)[number];

const readers: Readonly<Record<Exclude<ChangeColumn, 'amt'>, (change: Change) => SortValue>> = {
  frueher: ({ from }) => from,
  neuer: ({ to }) => to,
  gesamt: ({ raw }) => raw,
  gleich: ({ linked }) => linked,
  anders: ({ composition }) => composition,
  verglichen: ({ share }) => share,
  genau: ({ mdc95 }) => mdc95,
  urteil: ({ verdict }) => ({ down: -1, unchanged: 0, up: 1, notComparable: null })[verdict],
};

export interface ChangeOrder {
  readonly number: ComparedNumber;
  readonly sorting: Sorting;
  readonly compareText: (a: string, b: string) => number;
}

/** By division in the order of their codes; inside each as sorted. Offices without a division stand last. */
export function changeGroups(
  { offices, divisions }: Pick<CompareResponse, 'offices' | 'divisions'>,
  order: ChangeOrder,
): readonly ChangeGroup[] {
  const known = new Set(divisions.map(({ officeId }) => officeId));
  const below = (id: string | null) =>
    sorted(
      offices.filter(({ divisionId }) =>
        id === null ? divisionId === null || !known.has(divisionId) : divisionId === id,
      ),
      order,
    );
  const groups = [...divisions]
    .sort((a, b) => order.compareText(a.code, b.code))
    .map((division): ChangeGroup => ({ division, offices: below(division.officeId) }));
  return [...groups, { division: null, offices: below(null) }].filter((group) => group.offices.length > 0);
}

function sorted(
  offices: readonly ComparedOffice[],
  { number, sorting, compareText }: ChangeOrder,
): readonly ComparedOffice[] {
  const column = changeColumns.find((one) => one === sorting.column) ?? 'amt';
  const readValue = (office: ComparedOffice): SortValue => {
    if (column === 'amt') return office.code;
    const change = changeIn(office.change, number);
    return change ? readers[column](change) : null;
  };
  return sortRows(offices, { valueOf: readValue, down: sorting.down, compareText });
}
