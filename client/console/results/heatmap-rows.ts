import type { ResultsDivision, ResultsOffice } from '../../../server/results/results.wire.ts';
import { type SortValue, sortRows } from '../../ui/sorting.ts';

export const groupings = ['dezernat', 'index', 'groesse'] as const;
export type Grouping = (typeof groupings)[number];

export function readGrouping(text: string): Grouping {
  return groupings.find((grouping) => grouping === text) ?? 'dezernat';
}

/** Offices under one heading; without grouping there is one group without a division. */
export interface HeatmapGroup {
  readonly division: ResultsDivision | null;
  readonly offices: readonly ResultsOffice[];
}

export interface HeatmapOrder {
  readonly grouping: Grouping;
  /** `amt`, `index`, `groesse` or the id of a dimension; null: the grouping's own order. */
  readonly column: string | null;
  readonly down: boolean;
  readonly compareText: (a: string, b: string) => number;
}

/** What a column sorts by: points, headcount or the office's code; null stands last. */
function columnValue(office: ResultsOffice, column: string): SortValue {
  if (column === 'amt') return office.code;
  if (column === 'index') return office.score?.index ?? null;
  if (column === 'groesse') return office.headcount;
  return office.score?.dimensions[column]?.score ?? null;
}

function sorted(offices: readonly ResultsOffice[], order: HeatmapOrder): readonly ResultsOffice[] {
  const own = order.grouping === 'dezernat' ? 'amt' : order.grouping;
  const column = order.column ?? own;
  const down = order.column === null ? own !== 'amt' : order.down;
  return sortRows(offices, {
    valueOf: (office) => columnValue(office, column),
    down,
    compareText: order.compareText,
  });
}

/**
 * The rows of the heatmap: by division in the order of their codes, or as one list by index or size, highest
 * first. Offices without a division stand last.
 */
export function heatmapGroups(
  data: { offices: readonly ResultsOffice[]; divisions: readonly ResultsDivision[] },
  order: HeatmapOrder,
): readonly HeatmapGroup[] {
  if (order.grouping !== 'dezernat') return [{ division: null, offices: sorted(data.offices, order) }];
  const known = new Set(data.divisions.map((division) => division.officeId));
  const alone = data.offices.filter((office) => office.divisionId === null || !known.has(office.divisionId));
  const groups = data.divisions
    .toSorted((a, b) => order.compareText(a.code, b.code))
    .map((division) => ({
      division,
      offices: sorted(
        data.offices.filter((office) => office.divisionId === division.officeId),
        order,
      ),
    }))
    .filter((group) => group.offices.length > 0);
  return alone.length === 0 ? groups : [...groups, { division: null, offices: sorted(alone, order) }];
}
