import type { Answer, PanelRow } from './answer.ts';

/** Rows of a dynamic panel inside an answer's value; none for the answer to any other question. */
export function rowsOf(value: Answer['value']): readonly PanelRow[] {
  if (typeof value !== 'object') return [];
  return value.filter((entry) => typeof entry === 'object');
}
