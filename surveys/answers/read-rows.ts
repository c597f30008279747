import type { PanelDynamicPlan, Scalar } from '../plan/plan.ts';
import type { PanelRow } from './answer.ts';
import { isRecord } from './is-record.ts';
import { complain, complaints, type Spot } from './problems.ts';
import { type ReadValue, valueReader } from './read-value.ts';

export type ReadRows = (raw: unknown, spot: Spot) => readonly PanelRow[] | undefined;

const aList = { de: 'eine Liste von Einträgen', en: 'a list of entries' };
const aRow = { de: 'ein Eintrag mit „id“', en: 'an entry with "id"' };

/** A reader for the rows of a dynamic panel; the number of rows is bounded before any row is looked at. */
export function rowsReader(question: PanelDynamicPlan): ReadRows {
  const readers = new Map(question.questions.map((row) => [row.name, valueReader(row)]));
  return (raw, spot) => {
    if (!Array.isArray(raw)) return complain(spot, complaints.wrongType(raw, aList));
    if (raw.length > question.maxPanels) {
      return complain(spot, complaints.tooManyRows(raw.length, question.maxPanels));
    }
    const seen = new Set<string>();
    const rows = raw.map((row: unknown, index) =>
      readRow(row, readers, { ...spot, path: [...spot.path, index] }, seen),
    );
    const kept = rows.filter((row) => row !== undefined);
    return kept.length === 0 ? undefined : kept;
  };
}

function readRow(
  raw: unknown,
  readers: ReadonlyMap<string, ReadValue>,
  spot: Spot,
  seen: Set<string>,
): PanelRow | undefined {
  const id = isRecord(raw) && Object.hasOwn(raw, 'id') ? raw['id'] : undefined;
  if (!isRecord(raw) || typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
    return complain(spot, complaints.wrongType(id ?? raw, aRow));
  }
  if (seen.has(id)) return complain(spot, complaints.duplicateRow(id), ['id']);
  seen.add(id);
  refuseUnknown(raw, readers, spot);
  const row: Record<string, Scalar> & { id: string } = { id };
  for (const [name, read] of readers) {
    if (!Object.hasOwn(raw, name)) continue;
    const value = read(raw[name], { ...spot, path: [...spot.path, name] });
    if (value !== undefined) row[name] = value;
  }
  return row;
}

function refuseUnknown(raw: object, readers: ReadonlyMap<string, ReadValue>, spot: Spot): void {
  for (const key of Object.keys(raw)) {
    if (key === 'id' || readers.has(key)) continue;
    complain(spot, complaints.unknownKey(['id', ...readers.keys()]), [key.slice(0, 80)]);
  }
}
