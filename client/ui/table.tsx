import type { ComponentChildren } from 'preact';
import { clickedSorting, type Sorting, type SortValue, sortRows } from './sorting.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Absent: the column does not sort. */
  readonly sortValue?: (row: Row) => SortValue;
  readonly align?: 'end' | 'center';
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting: Sorting;
  readonly sort: (sorting: Sorting) => void;
  readonly compareText: (a: string, b: string) => number;
  /** Rows below the others, such as sums; they do not sort. */
  readonly foot?: ComponentChildren;
}

/** A table that sorts by its heads, keeps head and first column in sight, and scrolls inside its own panel. */
export function Table<Row>(props: TableProps<Row>) {
  const sortedBy = props.columns.find((column) => column.id === props.sorting.column)?.sortValue;
  const order = {
    valueOf: sortedBy ?? (() => null),
    down: props.sorting.down,
    compareText: props.compareText,
  };
  const rows = sortedBy === undefined ? props.rows : sortRows(props.rows, order);
  return (
    <TablePanel label={props.caption}>
      <table class="table">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <Head key={column.id} column={column} sorting={props.sorting} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column, index) => (
                <Cell key={column.id} column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
        {props.foot === undefined ? null : <tfoot>{props.foot}</tfoot>}
      </table>
    </TablePanel>
  );
}

/** The frame a wide table scrolls in; the keyboard can scroll it too. */
export function TablePanel({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="table-panel" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

function Head<Row>(props: { column: Column<Row>; sorting: Sorting; sort: (sorting: Sorting) => void }) {
  const { column, sorting } = props;
  const align = column.align === undefined ? '' : `table__${column.align}`;
  if (column.sortValue === undefined) {
    return (
      <th scope="col" class={align}>
        {column.title}
      </th>
    );
  }
  return <SortHead id={column.id} title={column.title} class={align} sorting={sorting} sort={props.sort} />;
}

/** A head that sorts on a click and says how the table is sorted. */
export function SortHead(props: {
  id: string;
  title: string;
  class?: string;
  sorting: Sorting;
  sort: (sorting: Sorting) => void;
}) {
  const active = props.sorting.column === props.id;
  const direction = props.sorting.down ? 'descending' : 'ascending';
  return (
    <th scope="col" class={props.class} aria-sort={active ? direction : undefined}>
      <button
        type="button"
        class="sort-head"
        onClick={() => props.sort(clickedSorting(props.sorting, props.id))}
      >
        {props.title}
      </button>
    </th>
  );
}

function Cell<Row>(props: { column: Column<Row>; row: Row; first: boolean }) {
  const align = props.column.align === undefined ? '' : `table__${props.column.align}`;
  const content = props.column.cell(props.row);
  return props.first ? (
    <th scope="row" class={align}>
      {content}
    </th>
  ) : (
    <td class={align}>{content}</td>
  );
}
