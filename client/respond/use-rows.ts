import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer, PanelRow } from '../../surveys/answers/answer.ts';
import { rowsOf } from '../../surveys/answers/rows-of.ts';
import { randomId } from './random-id.ts';

export interface RemovedRow {
  readonly row: PanelRow;
  readonly index: number;
}

/** The rows of a list that grows: adding at the end, changing, removing with a way back. */
export function useRows(answer: Answer, onChange: (answer: Answer) => void) {
  const [removed, setRemoved] = useState<RemovedRow | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const rows = rowsOf(answer.value);
  const write = (next: readonly PanelRow[]) => {
    const { value: _old, ...beside } = answer;
    onChange(next.length === 0 ? beside : { ...beside, value: next });
  };
  const insert = (row: PanelRow, index: number) => {
    write(rows.toSpliced(index, 0, row));
    setAdded(row.id);
    setRemoved(null);
  };
  return {
    rows,
    removed,
    /** The row that was added last and gets the focus. */
    added,
    add: () => insert({ id: randomId() }, rows.length),
    change: (row: PanelRow) => write(rows.map((one) => (one.id === row.id ? row : one))),
    remove: (row: PanelRow, index: number) => {
      write(rows.filter((one) => one.id !== row.id));
      setRemoved({ row, index });
    },
    undo: ({ row, index }: RemovedRow) => insert(row, index),
  };
}

/** Moves the focus to an element once, when it is there. */
export function useFocusOnce(id: string | null): void {
  const done = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (id === null || done.current === id) return;
    done.current = id;
    document.getElementById(id)?.focus();
  }, [id]);
}
